"""Test the order of events that a sentence states: before, during or after."""

import pytest

from annotations.logic.finding.slots.orders import MOST_SENTENCES, REACH, SHOWN
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


FOUND = [("time", "before Berg spoke", "during the speech of Berg")]
DURING = "Holm left during the speech of Berg."


@pytest.mark.parametrize(("words_between", "found"), [(8, FOUND), (9, [])])
def test_the_act_is_one_of_the_nine_words_before_the_word_of_order(words_between, found):
    assert REACH == 9
    assert slots(f"Holm left {'very ' * words_between}before Berg spoke.", DURING) == found


@pytest.mark.parametrize(("words_between", "number"), [(8, 1), (9, 0)])
def test_the_event_is_named_in_the_nine_words_after_the_word_of_order(words_between, number):
    assert len(slots(f"Holm left before {'a ' * words_between}Berg spoke.", DURING)) == number


def test_four_words_after_the_word_of_order_are_shown():
    assert SHOWN == 4
    one = "Holm left the hall before Berg addressed the members again."
    assert slots(one, DURING)[0][1] == "before Berg addressed the members"


@pytest.mark.parametrize(("others", "found"), [(58, FOUND), (59, [])])
def test_the_first_sixty_sentences_with_one_act_are_compared(others, found):
    assert MOST_SENTENCES == 60
    before = " ".join(f"Moen{number} left before Lund{number} spoke." for number in range(others))
    assert slots(f"{before} Holm left before Berg spoke.", DURING) == found
