"""Test which numbers are ages although no word such as “aged” says so."""

import pytest

from newsroom.text.language.numbers.ages import holder_of_age, holder_of_bare_age


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("a man, 34, was held", "man"),
        ("the lorry driver, 34, was held", "driver"),
        ("an accountant, 34, was held", ""),
        ("Ivo Berg, 34, was held", "berg"),
        ("Ivo Berg (34) was held", "berg"),
        ("the passengers, 34, were freed", None),
        ("In Ost, 34, including three children", None),
        ("a man with 34, he said", None),
        ("Berg, 34 metres", None),
    ],
)
def test_a_number_between_commas_behind_a_person_is_an_age(text: str, holder: str | None):
    start = text.index("34")
    assert holder_of_bare_age(text, start, start + 2) == holder


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("a 34-year-old woman", "woman"),
        ("a boy 34-year-old", "boy"),
        ("34-year-old Ivo Berg said", "berg"),
        ("a 34-year-old church", ""),
    ],
)
def test_who_is_so_old_stands_beside_the_age(text: str, holder: str):
    start = text.index("34")
    assert holder_of_age(text, start, start + len("34-year-old")) == holder


@pytest.mark.parametrize(("letters", "holder"), [(8, "man"), (9, None)])
def test_the_person_is_named_within_60_characters_before_the_number(letters: int, holder: str | None):
    words = " ".join(("the", "a" * 20, "b" * 20, "c" * letters, "man,"))
    text = f"{words} 34, was held"
    start = len(words) + 1
    assert start == 52 + letters
    assert holder_of_bare_age(text, start, start + 2) == holder
