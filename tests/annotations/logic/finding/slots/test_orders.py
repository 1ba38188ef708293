"""Test the order of events that a sentence states: before, during or after."""

import pytest

from tests.story_reports import slots

LEFT_BEFORE = "Minister Holm left the hall before Berg addressed the members."


@pytest.mark.parametrize(
    ("other", "slot"),
    [
        ("Holm left during the speech of Berg, a guest said.", "during the speech of Berg"),
        ("Holm left the room after Berg had spoken.", "after Berg had spoken"),
        ("Ana Berg spoke by video. Holm left the room during her speech.", "during her speech"),
    ],
)
def test_an_act_at_another_point_of_one_event_contradicts(other, slot):
    assert slots(LEFT_BEFORE, other) == [("time", "before Berg addressed the members", slot)]


def test_a_pronoun_stands_for_who_the_sentence_before_names():
    one = "Holm walked out in the morning. He then left the afternoon session before Berg spoke."
    other = "Holm left the room during the speech of Berg."
    assert slots(one, other) == [("time", "before Berg spoke", "during the speech of Berg")]


@pytest.mark.parametrize(
    "other",
    [
        "Holm left the room before Berg spoke.",
        "Holm left the room during the speech of Moen.",
        "Moen left the room during the speech of Berg.",
        "Holm arrived during the speech of Berg.",
        "Holm left early. Berg spoke during the dinner.",
        "Holm left after a long day.",
    ],
)
def test_another_event_person_or_act_does_not_contradict(other):
    assert slots(LEFT_BEFORE, other) == []
