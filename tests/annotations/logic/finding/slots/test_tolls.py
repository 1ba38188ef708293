"""Test which tolls contradict each other, which are an update, and which are neither."""

import pytest

from annotations.logic.finding.slots.tolls import LATER, MOST_SENTENCES
from tests.story_reports import slots

MARKET = "An explosion in the Karo market killed 12 people on Monday."


@pytest.mark.parametrize(
    ("one", "other", "slot", "other_slot"),
    [
        (MARKET, "The explosion in Karo market left 15 dead, the mayor said.", "12", "15"),
        (MARKET, "The death toll of the explosion in Karo market is 9.", "12", "9"),
        (MARKET, "At least 18 people died in the Karo market explosion.", "12", "18"),
        (
            "The landslide above Velden injured 30 villagers.",
            "Rescuers said that the landslide above Velden had injured 41 villagers.",
            "30",
            "41",
        ),
        (
            "Four miners are missing in the flooded Orsa mine.",
            "Seven miners were missing in the flooded Orsa mine.",
            "Four",
            "Seven",
        ),
        (
            "A bus fell from the Tarn bridge. Three people were killed.",
            "Five people were killed when a bus fell from the Tarn bridge.",
            "Three",
            "Five",
        ),
    ],
)
def test_tolls_of_one_event_that_differ_contradict(one, other, slot, other_slot):
    assert slots(one, other) == [("number", slot, other_slot)]


@pytest.mark.parametrize(
    "other",
    [
        "At least 10 people died in the explosion in Karo market.",
        "More than ten people died in the explosion in Karo market.",
        "Up to 20 people died in the explosion in Karo market.",
        "Between 10 and 14 people died in the explosion in Karo market.",
        "Twelve people died in the explosion in Karo market.",
        "Dozens died in the explosion in Karo market.",
        "Another 15 people died later of the explosion in Karo market.",
        "The explosion in Karo market left 15 people injured.",
        "Three women and 15 children died in the explosion in Karo market.",
        "The explosion in Karo market hurt 1,150 people, including 150 dead.",
        "An explosion in Karo market killed 15 people in 2019.",
        "Two years ago an explosion in Karo market killed 15 people.",
        "The explosion in Karo market killed 15 soldiers.",
        "A fire in the Velden theatre killed 15 people.",
        "The explosion in Karo market killed 15 people, police said. An hour later they spoke of 12 dead.",
    ],
)
def test_what_may_both_be_so_does_not_contradict(other):
    one = MARKET
    if "soldiers" in other:
        one = "An explosion in the Karo market killed 12 civilians on Monday."
    assert slots(one, other) == []


def test_a_toll_that_rises_from_one_day_to_the_next_is_an_update():
    later = "The death toll of the Karo market explosion rose to 15."
    assert slots(MARKET, later, days=(0, 1)) == [("updates", "12", "15")]
    assert slots(later, MARKET, days=(1, 0)) == [("updates", "15", "12")]


def test_a_toll_that_differs_on_the_same_day_or_falls_contradicts():
    other = "The explosion in Karo market left 15 dead, the mayor said."
    assert slots(MARKET, other, days=(0, 0.4)) == [("number", "12", "15")]
    assert slots(MARKET, other, days=(1, 0)) == [("number", "12", "15")]


def test_half_a_day_later_a_higher_toll_is_an_update():
    other = "The explosion in Karo market left 15 dead, the mayor said."
    assert slots(MARKET, other, days=(0, 0.49))[0][0] == "number"
    assert slots(MARKET, other, days=(0, 0.5))[0][0] == "updates"


@pytest.mark.parametrize(("hours", "name"), [(11.99, "number"), (12, "updates")])
def test_a_higher_toll_is_an_update_from_twelve_hours_on(hours, name):
    assert LATER == 12 * 60 * 60
    other = "The explosion in Karo market left 15 dead, the mayor said."
    assert slots(MARKET, other, days=(0, hours / 24)) == [(name, "12", "15")]


@pytest.mark.parametrize(("others", "found"), [(58, [("number", "12", "15")]), (59, [])])
def test_the_first_sixty_tolls_are_compared(others, found):
    assert MOST_SENTENCES == 60
    before = " ".join(f"A fire in Velden{number} killed 3 people." for number in range(others))
    other = "The explosion in Karo market left 15 dead, the mayor said."
    assert slots(f"{before} {MARKET}", other) == found
