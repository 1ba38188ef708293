"""Test that a speaker is a noun phrase that names or describes somebody, without the
circumstances around it.
"""

import pytest

from annotations.logic.speech.noun_phrases import (
    LONGEST,
    NEAR,
    closing_phrase,
    may_be_said,
    opening_name,
    opening_phrase,
    phrase_before_aside,
    speaker_in,
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marta Ilves", "Marta Ilves"),
        ("On Friday Marta Ilves", "Marta Ilves"),
        ("Last night Marta Ilves", "Marta Ilves"),
        ("Late on Monday evening Marta Ilves", "Marta Ilves"),
        ("Yesterday the minister", "the minister"),
        ("which officials in Oslo", "officials in Oslo"),
        ("Ilves left the room and", "Ilves"),
        ("the room", "the room"),
        ("Russia shelled Kharkiv", ""),
        ("rain", ""),
        ("a few days ago", ""),
        ("Marta Ilves’s", ""),
        ("organising committee head Marta Ilves", "organising committee head Marta Ilves"),
        ("leaving the hall Marta Ilves", ""),
        ("leaving Oslo Marta Ilves", ""),
        ("officials haven’t", ""),
        ("other leading officials never", ""),
    ],
)
def test_a_speaker_is_named_or_described_and_does_nothing(text, speaker):
    assert speaker_in(text) == speaker


@pytest.mark.parametrize(("words", "is_speaker"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_speaker_has_at_most_twelve_words(words, is_speaker):
    assert LONGEST == 12
    assert bool(speaker_in(" ".join(["Ilves"] * words))) == is_speaker


def test_a_phrase_is_taken_from_the_end_or_the_beginning_of_a_clause():
    assert closing_phrase("It rained, but Marta Ilves") == "Marta Ilves"
    assert closing_phrase("An official who was in the room") == "An official"
    assert opening_phrase("said Marta Ilves, the mayor", 5) == "Marta Ilves"
    assert opening_name("Marta Ilves left") == "Marta Ilves"
    assert phrase_before_aside("Marta Ilves, a nurse,") == "Marta Ilves"


@pytest.mark.parametrize(("phrase", "may_be"), [("the bill passes", True), ("Mayor Ilves", False)])
def test_a_phrase_behind_a_verb_with_common_words_may_be_what_is_said(phrase, may_be):
    assert may_be_said(phrase) == may_be


@pytest.mark.parametrize(("blanks", "name"), [(NEAR - 1, "A"), (NEAR, "")])
def test_a_name_begins_within_400_code_points(blanks, name):
    assert NEAR == 400
    assert opening_phrase(" " * blanks + "A", 0) == name
