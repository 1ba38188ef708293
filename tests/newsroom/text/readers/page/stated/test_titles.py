"""Test the title of a page without section and outlet."""

import pytest

from newsroom.text.readers.page.stated.titles import is_same_name, last_part, shortened_titles, without_outlet


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Rain | The Example", "Rain"),
        ("Rain - Example", "Rain"),
        ("Rain | World", "Rain | World"),
        ("The Example", ""),
        ("Rain-Example", "Rain-Example"),
    ],
)
def test_the_outlet_s_name_goes_from_the_end(title: str, bare: str) -> None:
    assert without_outlet(title, "The Example") == bare


def test_without_an_outlet_the_title_stays() -> None:
    assert without_outlet("Rain | World", "") == "Rain | World"


def test_a_title_is_shortened_part_by_part() -> None:
    assert list(shortened_titles("Rain - World | Example")) == ["Rain - World", "Rain"]
    assert last_part("Rain - World | Example") == "Example"
    assert last_part("Rain") == ""


def test_names_of_outlets_are_the_same_without_the_and_signs() -> None:
    assert is_same_name("The Example", "EXAMPLE!")
    assert not is_same_name("", "")
