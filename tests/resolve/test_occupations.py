import pytest

from newsie.resolve.occupations import exclude_each_other, exclude_each_other_in_a_year, occupation_rules
from newsie.resolve.words import content_words

RULES = occupation_rules()


def test_example_and_near_miss():
    assert exclude_each_other(*map(content_words, RULES.example))
    assert not exclude_each_other(*map(content_words, RULES.near_miss))


def test_example_and_near_miss_of_a_year():
    assert exclude_each_other_in_a_year(*map(content_words, RULES.example_of_year))
    assert not exclude_each_other_in_a_year(*map(content_words, RULES.near_miss_of_year))


@pytest.mark.parametrize("envoy", RULES.envoys, ids=" ".join)
def test_every_envoy_is_no_commander(envoy):
    assert exclude_each_other_in_a_year(envoy, {"commander"})


@pytest.mark.parametrize("word", sorted(RULES.public | RULES.armed))
def test_every_official_is_no_striker(word):
    assert exclude_each_other({"striker"}, {word, "deputy"})


@pytest.mark.parametrize("word", sorted(RULES.stage))
def test_everybody_on_stage_is_no_minister(word):
    assert exclude_each_other({word}, {"minister"})
    assert not exclude_each_other({word}, {"striker"})
