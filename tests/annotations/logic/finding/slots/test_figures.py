"""Test which figures of two similar sentences contradict each other."""

import pytest

from annotations.logic.finding.slots.figures import MOST_FIGURES, MOST_TIMES, ROUNDED_FROM, is_rounded
from tests.story_reports import slots


@pytest.mark.parametrize(
    ("one", "other", "slot", "other_slot"),
    [
        (
            "The Orsa council bought three electric ferries from a Danish yard.",
            "The Orsa council bought five electric ferries from a Danish yard, papers show.",
            "three",
            "five",
        ),
        (
            "The Velden bridge will cost $40 million, the engineer said.",
            "The engineer said the Velden bridge will cost $55 million.",
            "$40 million",
            "$55 million",
        ),
        (
            "Turnout in the Karo referendum reached 61 per cent of voters.",
            "Turnout in the Karo referendum reached 48% of voters.",
            "61 per cent",
            "48%",
        ),
        (
            "The ship had 120 people on board, the harbour office said.",
            "The ship had 95 people on board, its owner told this newspaper.",
            "120",
            "95",
        ),
        (
            "The ship, 1,120 tonnes, had 120 people on board, the harbour office said.",
            "The ship had 95 people on board, its owner told this newspaper.",
            "120",
            "95",
        ),
        (
            "Thieves took 14 paintings from the Tarn museum overnight.",
            "Seventeen paintings were stolen by thieves from the Tarn museum overnight.",
            "14",
            "Seventeen",
        ),
        (
            "The quake struck 12 kilometres below the seabed off Tarn island.",
            "The quake struck 30 kilometres below the seabed off Tarn island, geologists said.",
            "12 kilometres",
            "30 kilometres",
        ),
    ],
)
def test_one_figure_that_differs_in_like_sentences_contradicts(one, other, slot, other_slot):
    assert slots(one, other) == [("number", slot, other_slot)]


FERRIES = "The Orsa council bought three electric ferries from a Danish yard."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FERRIES, "The Orsa council bought at least two electric ferries from a Danish yard."),
        (FERRIES, "The Orsa council bought 3 electric ferries from a Danish yard."),
        (FERRIES, "The Orsa council sold five buses to a Danish school."),
        (FERRIES, "In 2014 the Orsa council bought five electric ferries from a Danish yard."),
        (
            FERRIES,
            "The Orsa council bought five electric ferries, then sent back two. It kept three ferries.",
        ),
        (FERRIES, "On Friday the Orsa council praised the three electric ferries of a Danish yard."),
        (
            "The Karo stadium holds 20,000 spectators after its rebuilding.",
            "The Karo stadium holds 19,843 spectators after its rebuilding.",
        ),
        (
            "Ana Berg, a 26-year-old nurse from Velden, won the Karo marathon.",
            "Ana Berg, a 27-year-old nurse from Velden, won the Karo marathon.",
        ),
        (
            "Velden beat Orsa 3-1 in the Karo cup final on a wet pitch.",
            "Velden beat Orsa 2-1 in the Karo cup final on a wet pitch.",
        ),
        (
            "The Velden bridge, which carries 9 trains, cost $40 million and took 6 years.",
            "The Velden bridge cost $400 in tolls, 12 trains and 30 engineers.",
        ),
        (
            "Shares of the Velden shipyard rose 4 per cent in early trading.",
            "Shares of the Orsa brewery rose 7 per cent in early trading.",
        ),
        (
            "The council spent 2 million euros on the ferries of the Danish yard.",
            "The council spent 90 million euros on the ferries of the Danish yard.",
        ),
    ],
)
def test_what_may_both_be_so_does_not_contradict(one, other):
    assert slots(one, other) == []


def test_a_rounded_number_is_the_exact_one_from_a_hundred_on():
    assert is_rounded(20_000, 19_843)
    assert is_rounded(100, 104)
    assert not is_rounded(90, 94)
    assert not is_rounded(20_000, 26_000)
    assert not is_rounded(120, 95)


def test_numbers_are_rounded_from_a_hundred_on_and_not_below():
    assert ROUNDED_FROM == 100
    assert is_rounded(100, 100.4)
    assert not is_rounded(99, 99.4)


@pytest.mark.parametrize(("other", "found"), [(24, True), (25, False)])
def test_a_number_more_than_twelve_times_as_large_counts_something_else(other, found):
    assert MOST_TIMES == 12
    spent = "The council spent {} million euros on the ferries of the Danish yard."
    assert bool(slots(spent.format(2), spent.format(other))) is found


@pytest.mark.parametrize(("age", "found"), [(27, False), (28, True)])
def test_a_birthday_makes_somebody_one_year_older_and_no_more(age, found):
    won = "Ana Berg, a {}-year-old nurse from Velden, won the Karo marathon."
    assert bool(slots(won.format(26), won.format(age))) is found


@pytest.mark.parametrize(
    ("others", "found"), [("7 sailors, 9 captains", True), ("7 sailors, 9 captains, 4 cooks", False)]
)
def test_a_sentence_with_more_than_three_figures_is_not_compared(others, found):
    assert MOST_FIGURES == 3
    hired = f"The Orsa council bought 5 electric ferries from a Danish yard, and hired {others}."
    assert bool(slots(hired, FERRIES)) is found
