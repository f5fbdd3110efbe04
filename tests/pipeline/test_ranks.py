import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from markup import parse
from newsie.pipeline.rank_words import rank_rules
from newsie.records import Rank

RULES = {rule.name: rule for rule in rank_rules().rank}
EVERYTHING = "The police, army, navy, marines, air force, coast guard, gendarmerie and Scotland Yard said "

FORMS = [
    # periods, hyphens, case, white space
    "<rank name='Lieutenant General'>Lt Gen</rank> Imran Beg said so.",
    "<rank name='Lieutenant General'>Lt. Gen.</rank> Imran Beg said so.",
    "<rank name='Lieutenant General'>Lt.-Gen.</rank> Imran Beg said so.",
    "<rank name='Lieutenant General'>Lt-Gen</rank> Imran Beg said so.",
    "<rank name='Lieutenant General'>LtGen</rank> Imran Beg said so.",
    "<rank name='Lieutenant General'>LT GEN</rank> IMRAN BEG SAID SO",
    "<rank name='Lieutenant General'>Lieut. Gen.</rank> Imran Beg said so.",
    "<rank name='Lieutenant General'>Lieutenant-General</rank> Imran Beg said so.",
    "<rank name='Lieutenant General'>lieutenant general</rank> Imran Beg said so.",
    "<rank name='Lieutenant General'>Lt\u00a0Gen</rank>\u00a0Imran Beg said so.",
    "<rank name='Lieutenant General'>Lt\nGen</rank>\nImran Beg said so.",
    "The talks went on, reports said.\n<rank name='Lieutenant General'>Lt Gen</rank> Imran Beg left.",
    "<rank name='Rear Admiral'>R Adm</rank> Salim Lashari, <rank name='Rear Admiral'>RAdm</rank> Ali Noor",
    "<rank name='First Lieutenant'>1st Lt.</rank> Amy Wong, <rank name='Lieutenant Colonel'>Lieut. Col.</rank> Jo Poe",
    # the longest rank
    "<rank name='Sergeant Major'>Sergeant Major</rank> Tom Hill, <rank name='Major'>Major</rank> Tom Hill",
    "<rank name='Colonel-Major'>Colonel-Major</rank> Adama Traoré",
    # several people
    "<rank name='General'>Generals</rank> Beg and Lodhi met <rank name='Major'>Majors</rank> Ali Shah and Jo Poe.",
]
NAMES = [
    "She left the airport.<rank name='General'>General</rank> Beg stayed.",
    "<rank name='Lieutenant General'>Lt Gen</rank> S M Aftab-ul-Islam arrived.",
    "<rank name='Lieutenant General'>Lt Gen</rank> Y. S. Rathore arrived.",
    "<rank name='General'>Gen.</rank> al-Rashdan and <rank name='General'>Gen</rank> Beg arrived.",
    "<rank name='Colonel'>Col.</rank> van der Meer and <rank name='Colonel'>Colonel</rank> d'Aubigny arrived.",
    "<rank name='Colonel General'>Colonel General</rank> Đặng Văn Lâm arrived.",
    "<rank name='Air Vice Marshal'>Air Vice-Marshal</rank> Sir Hugh Cole arrived.",
    "<rank name='General'>General</rank> Tan Sri Mohd Razak arrived.",
    "<rank name='General'>Gen.</rank> \"Red\" Hall arrived.",
    "<rank name='General'>Gen</rank> Z. Khan leads the army.",
]
ROLES = [
    "Army Chief <rank name='General'>General</rank> Imran Beg arrived.",
    "Chairman Joint Chiefs (CJC) <rank name='General'>General</rank> Imran Beg arrived.",
    "Northern Army Commander <rank name='Lieutenant General'>Lt Gen</rank> Y. S. Rathore arrived.",
    "Director General Coast Guard <rank name='Rear Admiral'>Rear Admiral</rank> Mir Hasan arrived.",
    "Secretary of State <rank name='General'>Gen</rank> Paul Rooker arrived.",
    "The Deputy Prime Minister <rank name='General'>General</rank> Preecha Somboon arrived.",
    "The Chief of Staff <rank name='Major General'>Major General</rank> Ali Hamad arrived.",
    "US Army <rank name='General'>Gen.</rank> Paul Rooker arrived.",
    "SHO <rank name='Inspector'>Inspector</rank> Adil Cheema arrived.",
]
RETIRED = [
    "<rank name='Lieutenant General' retired='true'>Lt Gen (Retd)</rank> Imran Beg said so.",
    "<rank name='Lieutenant General' retired='true'>Lt Gen (rtd)</rank> Imran Beg said so.",
    "<rank name='Major General' retired='true'>Maj. Gen. (Ret.)</rank> Imran Beg said so.",
    "<rank name='Brigadier' retired='true'>Brig (R)</rank> Imran Beg said so.",
    "<rank name='Commissioner of Police' retired='false'>Commissioner of Police (ag)</rank> Imran Beg said so.",
    "<rank name='Colonel' retired='true'>Col (retired)</rank> Imran Beg said so.",
    "<rank name='Colonel' retired='true'>Col (Dr) (Retd)</rank> Imran Beg said so.",
    "<rank name='Major General' retired='true'>Retired Maj. Gen.</rank> Imran Beg said so.",
    "<rank name='General' retired='true'>Ret. Gen.</rank> Imran Beg said so.",
    "The <rank name='General' retired='true'>retired general</rank> Imran Beg said so.",
    "The <rank name='General' retired='true'>ex-general</rank> Imran Beg said so.",
    "Retired US Army <rank name='General' retired='true'>Gen.</rank> Paul Rooker said so.",
    "<rank name='Major General' retired='true'>Maj. Gen.</rank> Imran Beg (retd), an adviser, said so.",
    "<rank name='General' retired='true'>Gen.</rank> Paul Rooker, ret., said so.",
    "Former Army Chief <rank name='General' retired='false'>General</rank> Imran Beg said so.",
    "<rank name='General' retired='false'>Gen.</rank> Paul Rooker (R) said so.",
    "<rank name='General' retired='false'>Gen.</rank> Paul Rooker retired in May.",
]
ADJUNCTS = [
    "<rank name='Superintendent of Police'>SP (Saddar)</rank> Adil Cheema told the police so.",
    "<rank name='Deputy Inspector General'>DIG Operations</rank> Adil Cheema said so.",
    "<rank name='Lieutenant General'>Lieutenant General (Pilot)</rank> Badr Al Harthy said so.",
    "<rank name='Major General'>Major General Pilot</rank> Badr Al Harthy said so.",
    "<rank name='Brigadier'>Staff Brigadier</rank> Badr Al Harthy said so.",
    "<rank name='General' branch='police'>Pol Gen</rank> Somchai Rattana said so.",
    "<rank name='Colonel' branch='police'>P/Col.</rank> Ramon Cruz said so.",
]
BEHIND = [
    "Darnell Poe, a retired Army <rank name='Sergeant Major' retired='true'>sergeant major</rank> who leads it, left.",
    "Imran Beg, a <rank name='Lieutenant General'>lieutenant general</rank>, left.",
    "Imran Beg, 61, a former air force <rank name='Colonel' retired='true'>colonel</rank>, left.",
    "Imran Beg, <rank name='Colonel' retired='true'>retired colonel</rank> and author, left.",
    "Imran Beg, a Bolivarian National Guard <rank name='Captain'>captain</rank>, left.",
    "Imran Beg (<rank name='Lieutenant General'>Lt Gen</rank>) left.",
    "Imran Beg (<rank name='Brigadier' retired='true'>Brig, retd</rank>) left.",
    "Kwame Asante, <rank name='Inspector General'>Inspector General of Police</rank>, left.",
    "The <rank name='Chief Constable'>Chief Constable</rank> of the Northern Police (NP), Sir Alan Wood, left.",
    "Beg, a <rank name='Colonel' retired='true'>retired colonel</rank>, left. It was Imran Beg's last day.",
]
READINGS = [
    "<rank name='Additional Director General' branch='coast guard'>ADG</rank> Anil Rawat left. The Coast Guard stayed.",
    "<rank name='Captain' grade='OF-2' branch='army'>Capt.</rank> Ann Wood left.",
    "<rank name='Captain' grade='OF-5' branch='navy'>Capt.</rank> Ann Wood of the Royal Navy left.",
    "<rank name='Captain' grade='OF-5' branch='coast guard'>Capt.</rank> Ann Wood left the Coast Guard.",
    "Peoria police <rank name='Captain' grade='None' branch='police'>Capt.</rank> Ann Wood left.",
    "<rank name='Lieutenant' grade='OF-2' branch='navy'>Lt</rank> Ann Wood left the naval base.",
    "<rank name='General' grade='OF-9' branch='army'>Gen</rank> Ann Wood visited the naval base.",
    "US Air Force <rank name='General' grade='OF-9' branch='air force'>Gen.</rank> Ann Wood left.",
    "<rank name='Rear Admiral' grade='OF-7' branch='coast guard'>Rear Adm.</rank> Ann Wood of the Coast Guard left.",
    "<rank name='Master Sergeant' grade='OR-7' branch='air force'>Master Sgt.</rank> Ann Wood left the air force.",
    "<rank name='Superintendent of Police' grade='None' branch='police'>SP</rank> Adil Cheema left the police.",
]
NO_RANKS = [
    "The General Assembly met, and so did the General Staff.",
    "The General Headquarters and General Motors agreed.",
    "Attorney General Ada Obi met Secretary General Jo Poe and Director General Ann Wood.",
    "Attorney Gen. Ada Obi met Consul General Jo Poe.",
    "Chief of General Staff Imran Beg left.",
    "Major League Baseball paid; Major Indian cities and Major Western powers did not.",
    "Private Secretary Ada Obi met Private Schools Alliance.",
    "Captain Rohail Anwar scored 84 as the team won the match.",
    "Pakistan captain Rohail Anwar, a vice-captain Jo Poe and former England captain Ann Wood left.",
    "Captain Ann Wood told passengers of the airline to wait.",
    "The Marshall Islands, US Marshal Ada Obi and Admiral Insurance left.",
    "The Sergeant at Arms and the Commander-in-Chief left.",
    "The commander of the Navy, FC Commander Imran Beg and Taliban Commander Abu Omar left.",
    "Navy Commander Imran Beg left.",
    "Paul Rooker, a four-star general, and Jo Poe, a retired three-star general, left.",
    "The general met the admiral and a retired colonel.",
    "In Port Louis, a retired colonel left; on Monday, a colonel came.",
    "At the White House, a retired general spoke.",
    "Meanwhile, a retired colonel left.",
    "Ada Obi, a private investor, and Jo Poe, a general manager, left.",
    "The Chief Constable of Kent, Home Secretary Jo Poe and a guest left.",
    "The Chief Constable of Kent, Home Secretary Jo Poe, and a guest left.",
    "FM Imran Beg, DC Jo Poe and CPO Ann Wood met police in DI Khan.",
    "Deputy Superintendent of Police (DSP) posts are vacant.",
    "Gen Z voters and Gen X Britons left.",
    "The aircraft carrier Admiral Makarov and the General Sherman left.",
    "GENERAL STRIKE HITS OMAN",
    "Retired General Says Army Erred",
    "Dig In, Sp Rao and Asi Cheema said to the police.",
    "He spoke to the General.\n\nImran Beg left.",
]


PIPELINE = spacy.blank("en")
PIPELINE.add_pipe("newsie_ranks")


def found(doc):
    return [(span.start_char, span.end_char, span._.rank.name) for span in doc.spans["ranks"]]


def check(marked):
    """Assert that exactly the marked ranks are found, each with the attributes of its mark."""
    plain, expected = parse(marked)
    doc = PIPELINE(plain)
    assert found(doc) == [(mark.start, mark.end, mark.attributes["name"]) for mark in expected]
    for span, mark in zip(doc.spans["ranks"], expected, strict=True):
        rank = {key: str(value).lower() for key, value in span._.rank.model_dump().items()}
        assert rank == rank | {key: value.lower() for key, value in mark.attributes.items()}


@pytest.mark.parametrize("marked", FORMS + NAMES + ROLES + ADJUNCTS + BEHIND)
def test_ranks(marked):
    check(marked)


@pytest.mark.parametrize("marked", RETIRED)
def test_retired(marked):
    check(marked)


@pytest.mark.parametrize("marked", READINGS)
def test_branch_and_grade(marked):
    check(marked)


@pytest.mark.parametrize("text", NO_RANKS)
def test_no_ranks(text):
    assert found(PIPELINE(text)) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_fires_and_has_a_near_miss(rule):
    check(rule.example.replace("<rank", f"<rank name='{rule.name}'"))
    assert found(PIPELINE(rule.near_miss)) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_form_names_its_rank(rule):
    for form in (rule.name, *rule.variants, *rule.abbreviations):
        check(f"{EVERYTHING}<rank name='{rule.name}'>{form}</rank> Imran Beg left.")


def test_the_rule_that_fired_is_named():
    doc = PIPELINE("Gen Beg, and Imran Beg, a retired colonel, and Jo Poe (Lt Gen) left.")
    assert [span.id_ for span in doc.spans["ranks"]] == ["before_name", "after_name", "in_brackets"]


def test_a_rank_is_a_record():
    doc = PIPELINE("Gp Capt (Retd) Ratna Perera left.")
    expected = Rank(name="Group Captain", grade="OF-5", branch="air force", retired=True)
    assert [span._.rank for span in doc.spans["ranks"]] == [expected]


@given(st.text(st.sampled_from("Gen. Lt-Maj\n (Retd),A bK’éΣ1/"), max_size=60))
def test_any_text_is_read(text):
    doc = PIPELINE(text)
    spans = list(doc.spans["ranks"])
    assert spans == sorted(spans)
    assert all(span.text == doc.text[span.start_char : span.end_char] for span in spans)
