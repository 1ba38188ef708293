"""Test the verbs that report speech, the verbs that report only quotations, and the roles
that stand before names.
"""

import re

import pytest

from annotations.logic.speech.verbs import (
    HELPERS,
    OPINION_VERB,
    REPORTING_VERB,
    ROLE,
    SPEAKING_PARTICIPLE,
)


@pytest.mark.parametrize("verb", ["said", "interjected", "was quoted by TASS as saying"])
def test_a_reporting_verb_is_none_of_opinion(verb):
    assert re.fullmatch(REPORTING_VERB, verb)
    assert not re.fullmatch(OPINION_VERB, verb)


@pytest.mark.parametrize("verb", ["accused", "describes", "call"])
def test_a_verb_of_opinion_reports_no_unquoted_words(verb):
    assert re.fullmatch(OPINION_VERB, verb)
    assert not re.fullmatch(REPORTING_VERB, verb)


@pytest.mark.parametrize(
    ("word", "is_participle"), [("adding", True), ("labelling", True), ("raining", False)]
)
def test_participles_of_speech_are_told_from_others(word, is_participle):
    assert bool(re.fullmatch(SPEAKING_PARTICIPLE, word)) == is_participle


@pytest.mark.parametrize(
    ("words", "are_helpers"),
    [("had also previously ", True), ("had also previously then ", False), ("never ", False)],
)
def test_up_to_three_helpers_stand_before_a_verb(words, are_helpers):
    assert bool(re.fullmatch(HELPERS, words)) == are_helpers


@pytest.mark.parametrize(
    ("word", "is_role"),
    [("spokesman", True), ("co-chair", True), ("psychologist", True), ("road", False)],
)
def test_a_role_is_a_common_noun_for_somebody_who_speaks(word, is_role):
    assert bool(ROLE.fullmatch(word)) == is_role
