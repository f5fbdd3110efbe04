import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.countries import _rules as country_rules
from newsie.countries import capital_code, country_code, country_in, country_name, demonym_code

NAMES = {
    "Bangladesh": "BD",
    "People's Republic of Bangladesh": "BD",
    "the UK": "GB",
    "U.K.": "GB",
    "Britain": "GB",
    "Scotland": "GB",
    "US": "US",
    "U.S.": "US",
    "America": "US",
    "United States of America": "US",
    "Türkiye": "TR",
    "Turkey": "TR",
    "Ivory Coast": "CI",
    "Côte d'Ivoire": "CI",
    "South Korea": "KR",
    "DPRK": "KP",
    "DR Congo": "CD",
    "Democratic Republic of Congo": "CD",
    "Congo-Brazzaville": "CG",
    "Burma": "MM",
    "the UAE": "AE",
    "Palestine": "PS",
    "Taiwan": "TW",
    "Kosovo": "XK",
    "Russia": "RU",
    "Bolivia": "BO",
    "Vietnam": "VN",
    "the Netherlands": "NL",
    "THE GAMBIA": "GM",
    "PAKISTAN": "PK",
    "Niger": "NE",
    "Nigeria": "NG",
    "Dominica": "DM",
    "Dominican Republic": "DO",
    "Georgia": "GE",
    "Jordan": "JO",
    "Chad": "TD",
    "Guinea": "GN",
    "Guinea-Bissau": "GW",
    "Equatorial Guinea": "GQ",
}
NO_COUNTRIES = ["us", "uk", "pakistan", "turkey", "Congo", "Korea", "Europe", "Punjab", "Dhaka", "Pakistani", "", "the"]

DEMONYMS = {
    "Pakistani": "PK",
    "Pakistanis": "PK",
    "Bangladeshis": "BD",
    "BANGLADESHI": "BD",
    "Turkish": "TR",
    "Turks": "TR",
    "Dutch": "NL",
    "British": "GB",
    "Welsh": "GB",
    "Scottish": "GB",
    "English": "GB",
    "American": "US",
    "Saudi": "SA",
    "Emirati": "AE",
    "Omani": "OM",
    "Swiss": "CH",
    "Greek": "GR",
    "Indian": "IN",
    "Philippine": "PH",
    "South Korean": "KR",
    "North Koreans": "KP",
    "Nigerien": "NE",
    "Nigerian": "NG",
    "Kosovar": "XK",
}
NO_DEMONYMS = ["Korean", "Congolese", "Dominican", "Philippines", "polish", "European", "Pakistan", "Swis", ""]

CAPITALS = {
    "Dhaka": "BD",
    "Islamabad": "PK",
    "New Delhi": "IN",
    "Delhi": "IN",
    "Kiev": "UA",
    "Kyiv": "UA",
    "Washington": "US",
    "N'Djamena": "TD",
    "St. John's": "AG",
    "DOHA": "QA",
    "Pristina": "XK",
    "Yamoussoukro": "CI",
}
NO_CAPITALS = ["Karachi", "Jerusalem", "Sydney", "dhaka", "Male", "Pakistan", ""]

INSIDE_NAMES = {
    "Armed Forces Division of Bangladesh": "BD",
    "Pakistan Army": "PK",
    "Pakistani Army": "PK",
    "Pakistan's Navy": "PK",
    "Royal Navy of Oman": "OM",
    "U.S. Department of State": "US",
    "Air Force of Zimbabwe": "ZW",
    "People's Republic of China": "CN",
    "Papua New Guinea Defence Force": "PG",
    "Guinea-Bissau Customs": "GW",
    "South Sudan People's Defence Forces": "SS",
    "Police Service of Northern Ireland": "GB",
    "Bank of the Philippines": "PH",
    "Pakistanis for Pakistan": "PK",
    "TURKISH LAND FORCES": "TR",
}
NOT_INSIDE_NAMES = [
    "Pakistan-China Institute",
    "India and Nepal Friendship Society",
    "Organization of American States",
    "Indian Ocean Commission",
    "New Mexico National Guard",
    "South China Morning Post",
    "Georgia Department of Public Safety",
    "Korea Institute",
    "Department of English",
    "Economic Community of Central African States",
    "United Nations",
    "Contact us Ltd",
    "",
]


@pytest.mark.parametrize(("name", "code"), NAMES.items())
def test_country_code(name, code):
    assert country_code(name) == code


@pytest.mark.parametrize("name", NO_COUNTRIES)
def test_no_country(name):
    assert country_code(name) is None


@pytest.mark.parametrize(("word", "code"), DEMONYMS.items())
def test_demonym_code(word, code):
    assert demonym_code(word) == code


@pytest.mark.parametrize("word", NO_DEMONYMS)
def test_no_demonym(word):
    assert demonym_code(word) is None


@pytest.mark.parametrize(("name", "code"), CAPITALS.items())
def test_capital_code(name, code):
    assert capital_code(name) == code


@pytest.mark.parametrize("name", NO_CAPITALS)
def test_no_capital(name):
    assert capital_code(name) is None


@pytest.mark.parametrize(("name", "code"), INSIDE_NAMES.items())
def test_country_in(name, code):
    assert country_in(name) == code


@pytest.mark.parametrize("name", NOT_INSIDE_NAMES)
def test_no_country_in(name):
    assert country_in(name) is None


@pytest.mark.parametrize(
    ("code", "name"),
    {"BD": "Bangladesh", "TR": "Türkiye", "BO": "Bolivia", "RU": "Russia", "CD": "DR Congo", "XK": "Kosovo"}.items(),
)
def test_country_name(code, name):
    assert country_name(code) == name


def test_unknown_code():
    with pytest.raises(KeyError):
        country_name("XX")


@pytest.mark.parametrize("code", country_rules().countries)
def test_every_entry_finds_its_country(code):
    """Each word of the rules leads to its country and to no other; no word is claimed by two."""
    rule = country_rules().countries[code]
    assert country_code(country_name(code)) == code
    assert {country_code(alias) for alias in rule.aliases} <= {code}
    assert {demonym_code(word) for word in rule.demonyms} <= {code}
    assert {capital_code(city) for city in rule.capitals} <= {code}
    assert country_in(f"Ministry of {country_name(code)}") == (None if code == "GE" else code)


@pytest.mark.parametrize("phrase", [*country_rules().not_countries, *country_rules().doubtful_inside_names])
def test_misleading_words_are_no_country_inside_a_name(phrase):
    assert country_in(f"Friends of {phrase} Society") is None


@pytest.mark.parametrize("word", country_rules().ambiguous)
def test_ambiguous_words_are_no_country(word):
    assert country_code(word) is demonym_code(word) is country_in(word) is None


@given(st.text())
def test_any_text_is_answered(text):
    code = country_in(text)
    assert code is None or country_code(country_name(code)) == code
