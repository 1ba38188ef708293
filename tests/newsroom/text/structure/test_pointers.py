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
        ("Les også: Fergene går", Role.SEE_ALSO),
        ("Czytaj więcej", Role.SEE_ALSO),
        ("Lees ook: De brug", Role.SEE_ALSO),
        ("Läs mer: Bron stängd", Role.SEE_ALSO),
        ("Læs også", Role.SEE_ALSO),
        ("Mehr zum Thema", Role.SEE_ALSO),
        ("Lire aussi : Le pont", Role.SEE_ALSO),
        ("Lea también: El puente", Role.SEE_ALSO),
        ("Lue myös: Silta", Role.SEE_ALSO),
        ("関連記事：橋が閉鎖", Role.SEE_ALSO),
        ("LES MERVEILLES du monde", None),
        ("Les merveilles : une liste", None),
    ],
)
def test_a_label_points_if_something_parts_it_from_the_headline(text: str, role: Role | None) -> None:
    assert see_also_label(text) is role


@pytest.mark.parametrize(("length", "role"), [(320, Role.SEE_ALSO), (321, None)])
def test_a_pointer_has_at_most_320_characters(length: int, role: Role | None) -> None:
    label = "See also: "
    assert see_also_label(label + "x" * (length - len(label))) is role
