"""Test which places and which persons exclude each other."""

import pytest

from tests.story_reports import slots


@pytest.mark.parametrize(
    ("one", "other", "aspect", "slot", "other_slot"),
    [
        (
            "The stolen altar was found in the village of Orsa by a hiker.",
            "A hiker found the stolen altar in the village of Velden.",
            "place",
            "Orsa",
            "Velden",
        ),
        (
            "The smuggler Rolf Moen was arrested in Portugal with forged papers.",
            "The smuggler Rolf Moen was arrested with forged papers in Spain.",
            "place",
            "Portugal",
            "Spain",
        ),
        (
            "The stolen altar was found in Orsa by a hiker.",
            "The stolen altar was found in Velden by a hiker.",
            "place",
            "Orsa",
            "Velden",
        ),
        (
            "Police said the bank robbery suspect was identified as Karl Moen.",
            "The bank robbery suspect was named as Lars Vik, police sources said.",
            "person",
            "Karl Moen",
            "Lars Vik",
        ),
        (
            "The winning goal of the Karo final was scored by Ana Berg in the last minute.",
            "The winning goal of the Karo final was scored by Mia Holm in the last minute.",
            "person",
            "Ana Berg",
            "Mia Holm",
        ),
    ],
)
def test_names_that_exclude_each_other_contradict(one, other, aspect, slot, other_slot):
    assert slots(one, other) == [(aspect, slot, other_slot)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A town lies in a country, and a quarter in a town.
        (
            "The smuggler Rolf Moen was arrested in Lisbon with forged papers.",
            "The smuggler Rolf Moen was arrested with forged papers in Portugal.",
        ),
        (
            "A fire destroyed the Waldner department store in Orsa.",
            "The Waldner department store burned down in a huge fire in Upper Velden.",
        ),
        # A report that contains both names is about two places, or about a place inside another one.
        (
            "The stolen altar was found in Orsa by a hiker. Orsa lies above Velden.",
            "The stolen altar was found in Velden by a hiker.",
        ),
        (
            "The stolen altar was found in Orsa by a hiker.",
            "The stolen coins were found in Velden by a dog.",
        ),
        (
            "The bank robbery suspect was identified as Karl Moen. His brother Lars Vik was heard.",
            "The bank robbery suspect was named as Lars Vik, police sources said.",
        ),
        (
            "The winning goal of the Karo final was scored by Ana Berg.",
            "The winning goal of the Karo final was scored by Berg.",
        ),
        (
            "The winning goal of the Karo final was scored by Ana Berg.",
            "The first goal of the Velden final was saved by Mia Holm.",
        ),
    ],
)
def test_what_may_both_be_so_does_not_contradict(one, other):
    assert slots(one, other) == []
