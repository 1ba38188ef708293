"""Test which lines point to other articles."""

import pytest

from newsroom.text.model import Role
from newsroom.text.structure.pointers import see_also_label


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("SEE ALSO: Ships leave", Role.SEE_ALSO),
        ("See also", Role.SEE_ALSO),
        ("Related | Ships leave", Role.SEE_ALSO),
        ("Related – Ships leave", Role.SEE_ALSO),
        ("Related–Ships leave", None),
        ("RELATED Ships leave", Role.SEE_ALSO),
        ("WATCH Ships leave", None),
        ("RELATED THE SHIPS", None),
        ("Related ships leave", None),
        ("Read more: Ships leave", Role.BOILERPLATE),
        ("Read more about ships", None),
        ("Ships leave", None),
    ],
)
def test_a_label_points_if_something_parts_it_from_the_headline(text: str, role: Role | None) -> None:
    assert see_also_label(text) is role


@pytest.mark.parametrize(("length", "role"), [(320, Role.SEE_ALSO), (321, None)])
def test_a_pointer_has_at_most_320_characters(length: int, role: Role | None) -> None:
    label = "See also: "
    assert see_also_label(label + "x" * (length - len(label))) is role
