"""Test how given names are distinguished from titles, bodies and nations, and when two of
them may be one person's.
"""

import pytest

from annotations.logic.counting.given_names import (
    ENOUGH_CONSONANTS,
    LONG_ENOUGH,
    MOST_GIVEN,
    SHORTEST_FORM,
    given_names,
    is_same_given,
)


@pytest.mark.parametrize(
    ("speaker", "given"),
    [
        ("Ana Berg", ("ana",)),
        ("Robert F. Kennedy", ("f", "robert")),
        ("Foreign Minister Ana Berg", ("ana",)),
        ("Sgt. Berg", ()),
        ("Labour MP Ana Berg", ("ana",)),
        ("Norwegian Ana Berg", ("ana",)),
        ("Last night Ana Berg", ("ana",)),
        ("Ursula von der Leyen", ("ursula",)),
        ("José Müller", ("jose",)),
        ("Señor José-Luis Müller", ("jose-luis",)),
        ("Señora Müller", ()),
        ("Ana Berg, the mayor", ("ana",)),
        ("Berg", ()),
        ("the mayor", ()),
        ("", ()),
    ],
)
def test_given_names_stand_before_the_family_name(speaker, given):
    assert given_names(speaker) == given


def test_at_most_three_given_names_are_read():
    assert MOST_GIVEN == 3
    assert given_names("Ana Bea Cleo Dora Berg") == ("dora", "cleo", "bea")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("j", "joe", True),
        ("joe", "joseph", True),
        ("bill", "william", True),
        ("sergei", "sergey", True),
        ("volodymyr", "vladimir", True),
        ("aleksandr", "alexander", True),
        ("jon", "john", False),
        ("ana", "anders", False),
        ("martin", "martina", False),
        ("eva", "ida", False),
        ("marta", "karin", False),
    ],
)
def test_an_initial_a_short_form_and_another_spelling_can_be_one_name(one, other, same):
    assert is_same_given(one, other) == is_same_given(other, one) == same


@pytest.mark.parametrize(("shorter", "longer", "same"), [("dan", "daniel", True), ("da", "daniel", False)])
def test_a_short_form_has_three_letters(shorter, longer, same):
    assert SHORTEST_FORM == 3
    assert is_same_given(shorter, longer) == same


@pytest.mark.parametrize(("one", "other", "same"), [("pavel", "pavol", True), ("jana", "jane", False)])
def test_names_of_five_letters_may_differ_in_one(one, other, same):
    assert LONG_ENOUGH == 5
    assert is_same_given(one, other) == same


@pytest.mark.parametrize(("one", "other", "same"), [("dmitri", "dometra", True), ("jonas", "janis", False)])
def test_four_consonants_make_a_name_whatever_its_vowels_are(one, other, same):
    assert ENOUGH_CONSONANTS == 4
    assert is_same_given(one, other) == same
