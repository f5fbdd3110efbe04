import pytest

from newsie.resolve.occupations import exclude_each_other, occupation_rules
from newsie.resolve.words import content_words

RULES = occupation_rules()


@pytest.mark.parametrize("in_a_year", [True, False])
def test_example_and_near_miss(in_a_year):
    assert exclude_each_other(*map(content_words, RULES.example), in_a_year=in_a_year)
    assert not exclude_each_other(*map(content_words, RULES.near_miss), in_a_year=in_a_year)


def test_example_and_near_miss_of_a_year():
    assert exclude_each_other(*map(content_words, RULES.example_of_year), in_a_year=True)
    assert not exclude_each_other(*map(content_words, RULES.example_of_year), in_a_year=False)
    assert not exclude_each_other(*map(content_words, RULES.near_miss_of_year), in_a_year=True)


@pytest.mark.parametrize("envoy", RULES.envoys, ids=lambda words: " ".join(sorted(words)))
def test_every_envoy_is_no_commander(envoy):
    assert exclude_each_other(envoy, {"commander"}, in_a_year=True)


@pytest.mark.parametrize("word", sorted(RULES.public | RULES.armed))
def test_every_official_is_no_striker(word):
    assert exclude_each_other({"striker"}, {word, "deputy"}, in_a_year=False)


@pytest.mark.parametrize("word", sorted(RULES.stage))
def test_everybody_on_stage_is_no_minister(word):
    assert exclude_each_other({word}, {"minister"}, in_a_year=False)
    assert not exclude_each_other({word}, {"striker"}, in_a_year=False)
