from importlib.resources import files

import pytest

import newsie.rules
from newsie.errors import RulesError
from newsie.pipeline.descriptions import DescriptionRules
from newsie.pipeline.institutions import OrganizationRules
from newsie.pipeline.names import NameRules
from newsie.pipeline.title_rules import TitleRules
from newsie.rules.loader import CaselessPattern, RuleModel, load_rules, parse_rules


class Verb(RuleModel):
    word: str
    forms: frozenset[str] = frozenset()
    weight: int = 1


class Words(RuleModel):
    words: frozenset[str]


class Verbs(RuleModel):
    plain: tuple[str, ...]
    more: Words
    verbs: tuple[Verb, ...]


GOOD = """\
# The verbs of the test.
plain = ["a", "b"]

[more]
words = ["c"]

[[verbs]]
word = "meet"
forms = ["met"]

[[verbs]]
word = "see"
"""


def test_a_file_that_fits_is_returned_as_its_schema() -> None:
    assert parse_rules(GOOD, "verbs.toml", Verbs) == Verbs(
        plain=("a", "b"),
        more=Words(words=frozenset("c")),
        verbs=(Verb(word="meet", forms=frozenset(("met",))), Verb(word="see")),
    )


def test_rules_do_not_change() -> None:
    rules = parse_rules(GOOD, "verbs.toml", Verbs)
    with pytest.raises(ValueError, match="frozen"):
        rules.plain = ()


# what in GOOD is replaced by what, the line that the message names, and what it says of it
BROKEN = [
    # not TOML
    ('plain = ["a", "b"]', 'plain = ["a", "b"', 4, "not TOML"),
    ('word = "meet"', "word = meet", 8, "not TOML"),
    ("[more]", "[more", 4, "not TOML"),
    ("[more]", "[more]\n[more]", 5, "not TOML"),
    ('word = "see"', 'word = "see', 12, "not TOML"),
    # a key that there is not, or that is missing
    ('forms = ["met"]', 'form = ["met"]', 9, "verbs.0.form: Extra inputs are not permitted"),
    ('word = "see"', 'word = "see"\nkind = 1', 13, "verbs.1.kind: Extra inputs are not permitted"),
    ('word = "see"', "weight = 2", 11, "verbs.1.word: Field required"),
    ("[more]", "[other]", 1, "more: Field required"),
    ('words = ["c"]', "", 4, "more.words: Field required"),
    ("# The verbs of the test.", "# The verbs of the test.\nkind = 1", 2, "kind: Extra inputs are not permitted"),
    # a value of a wrong type
    ('plain = ["a", "b"]', 'plain = "a"', 2, "plain: Input should be a valid tuple"),
    ('word = "meet"', "word = true", 8, "verbs.0.word: Input should be a valid string"),
    ('word = "see"', 'word = "see"\nweight = "x"', 13, "verbs.1.weight: Input should be a valid integer"),
    ('words = ["c"]', 'words = ["c", 3]', 5, "more.words.1: Input should be a valid string"),
    ('forms = ["met"]', 'forms = ["met", 1]', 9, "verbs.0.forms.1: Input should be a valid string"),
]


@pytest.mark.parametrize(("part", "replacement", "line", "message"), BROKEN)
def test_what_is_wrong_is_named_with_file_and_line(part: str, replacement: str, line: int, message: str) -> None:
    assert part in GOOD
    with pytest.raises(RulesError) as raised:
        parse_rules(GOOD.replace(part, replacement), "verbs.toml", Verbs)
    assert str(raised.value).startswith(f"verbs.toml:{line}: {message}")
    assert "\n" not in str(raised.value)
    assert "; correct the " in str(raised.value)


def test_a_rule_file_is_read_by_its_name() -> None:
    assert load_rules("people", NameRules).particles >= {"bin", "van"}
    with pytest.raises(RulesError, match=r"^people\.toml:\d+: "):
        load_rules("people", Verbs)


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("titles", TitleRules),
        ("people", NameRules),
        ("organizations", OrganizationRules),
        ("descriptions", DescriptionRules),
    ],
)
def test_every_key_of_a_rule_file_is_known(name: str, schema: type[RuleModel]) -> None:
    text = files(newsie.rules).joinpath(f"{name}.toml").read_text("utf-8")
    assert isinstance(load_rules(name, schema), schema)
    with pytest.raises(RulesError, match=rf"^{name}\.toml:\d+: .*unheard_of"):
        parse_rules(f"unheard_of = 1\n{text}", f"{name}.toml", schema)


class Marks(RuleModel):
    mark: CaselessPattern


def test_capitals_count_for_nothing_in_a_caseless_pattern():
    marks = parse_rules('mark = "photo by [a-z]+"', "marks.toml", Marks)
    assert marks.mark.match("PHOTO BY Ada Obi")
    assert not marks.mark.match("photos by Ada Obi")


@pytest.mark.parametrize("wrong", ['"photo ("', "7"])
def test_a_caseless_pattern_that_is_none_is_an_error(wrong: str):
    with pytest.raises(RulesError, match=r"^marks.toml:2: mark: "):
        parse_rules(f"# Marks.\nmark = {wrong}", "marks.toml", Marks)
