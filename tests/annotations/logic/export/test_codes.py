"""Test that tags become a tree of codes."""

import re
from pathlib import Path

from django.conf import settings

from annotations.logic.export.codes import COLOURS, ExportedCode, ExportedTag, code_guid, code_tree
from annotations.logic.vocabulary import Hue


def names(codes: list[ExportedCode]) -> list[tuple[str, bool, list[object]]]:
    return [(code.name, code.codable, names(code.children)) for code in codes]


def test_a_level_that_is_no_tag_only_holds_its_place() -> None:
    tree = code_tree([ExportedTag("claims/number"), ExportedTag("people")])
    assert names(tree) == [("claims", False, [("number", True, [])]), ("people", True, [])]
    assert (tree[0].colour, tree[0].definition) == ("", "")


def test_a_tag_that_comes_after_those_below_it_is_codable_too() -> None:
    tree = code_tree([ExportedTag("a/b/c"), ExportedTag("A", "The top.", "teal"), ExportedTag("a/B")])
    assert names(tree) == [("a", True, [("b", True, [("c", True, [])])])]
    assert (tree[0].definition, tree[0].colour) == ("The top.", COLOURS[Hue.TEAL])


def test_a_tag_has_one_guid_everywhere_and_another_tag_has_another() -> None:
    assert code_guid("Claims/Number") == code_guid("claims/number")
    assert code_guid("claims/number") != code_guid("claims/numbers")
    assert code_tree([ExportedTag("claims/number")])[0].children[0].guid == code_guid("claims/number")


def test_tags_that_differ_in_lower_case_are_two_codes() -> None:
    tree = code_tree([ExportedTag("strasse", "In Switzerland."), ExportedTag("straße", "In Germany.")])
    assert [(code.name, code.definition) for code in tree] == [
        ("strasse", "In Switzerland."),
        ("straße", "In Germany."),
    ]
    assert tree[0].guid != tree[1].guid


def test_the_colours_are_those_of_the_style_sheet() -> None:
    tokens = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
    found = re.findall(r'data-hue="(\w+)"\] \{.*--hue-ink: light-dark\((#\w+),', tokens)
    assert dict(found) == {hue.value: colour for hue, colour in COLOURS.items()}
