"""Test which words of an article credit outlets and agencies, and which of these credits are sure."""

import pytest

from annotations.logic.sources.crediting.article_credits import article_credits
from annotations.logic.sources.crediting.credit_phrases import EDGE
from annotations.logic.sources.outlet_names import OutletNames
from newsroom.text.model import Block, Document
from tests.annotations.logic.sources.crediting.test_article_credits import credited


@pytest.mark.parametrize("change", [str, str.upper, str.title])
@pytest.mark.parametrize(
    "words",
    [
        *("Source:", "Quelle:", "Fuente:", "Fonte:", "Источник:"),
        *("First published in", "Originally appeared on", "Syndicated from", "By arrangement with"),
        *("Licensed by", "Licenced from", "Republished with leave of", "Reprinted from", "Courtesy of"),
        *("With additional reporting by", "With material from", "With files from", "Avec"),
        *("With contributions by", "With information from"),
        *("Based on reports by", "Compiled from", "Produced in partnership with"),
        *("Made in collaboration with", "Made in cooperation with"),
        *(
            "(c)",
            "Copyright",
            "Copyright 2026",
            "Mit Material von",
            "Photo:",
            "Picture by him:",
            "Image:",
            "Foto:",
            "Bild:",
            "©",
        ),
    ],
)
def test_each_form_of_a_credit_is_found_in_capitals_too(words, change):
    assert [name for name, _ in credited(f"It fell.\n\n{change(words)} Reuters, and so on.")] == ["Reuters"]


def test_who_contributed_is_found():
    assert credited("It fell.\n\nReuters CONTRIBUTED to this.") == [("Reuters", False)]


@pytest.mark.parametrize(
    ("byline", "found"),
    [
        ("Reuters", [("Reuters", True)]),
        ("AFP and Reuters", [("AFP", True), ("Reuters", True)]),
        ("Ida Holm and Reuters", [("Reuters", False)]),
    ],
)
def test_a_byline_of_a_person_and_an_agency_leaves_open_who_wrote_what(byline, found):
    document = Document("It fell.", (Block(0, 8),))
    credits_found = article_credits(document, OutletNames(), byline=byline)
    assert [(credit.name, credit.sure) for credit in credits_found] == found


@pytest.mark.parametrize(("distance", "found"), [(EDGE, [("Reuters", False)]), (EDGE + 1, [])])
def test_help_is_named_within_160_code_points_from_the_end(distance, found):
    assert EDGE == 160
    note = "With reporting by Reuters. "
    text = "A" * 400 + ". " + note + "a" * (distance - len(note))
    assert credited(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell.\n\n(With inputs from agencies)", [("", False)]),
        ("Staff and agencies\n\nIt fell.", [("", False)]),
        ("It fell.\n\nFrom wire reports", [("", False)]),
        ("It fell.\n\nHelp came from aid agencies.", []),
        ("It fell.\n\nWith help from the agencies that feed the town.", []),
        ("TOKYO (AFP-Jiji) - It fell.", [("AFP", True), ("Jiji", True)]),
        ("AFP - It fell.", [("AFP", True)]),
        ("Reuters, AP\n\nIt fell.", [("Reuters", True), ("AP", True)]),
        ("It fell.\n\nBased on reporting by Reuters.", [("Reuters", False)]),
        ("It fell.\n\nCompiled from AFP and local media", [("AFP", False)]),
    ],
)
def test_agencies_without_a_name_and_several_agencies_in_one_line(text, found):
    parts = text.split("\n\n")
    blocks = tuple(Block(text.index(part), text.index(part) + len(part)) for part in parts)
    credits_found = article_credits(Document(text, blocks), OutletNames())
    assert [(credit.name, credit.sure) for credit in credits_found] == found


@pytest.mark.parametrize(
    ("byline", "sure"),
    [("Ida Holm, Reuters", True), ("Ida Holm and Reuters", False), ("Reuters, staff", False)],
)
def test_a_reporter_of_an_agency_is_not_a_reporter_and_an_agency(byline, sure):
    document = Document("It fell.", (Block(0, 8),))
    (credit,) = article_credits(document, OutletNames(), byline=byline)
    assert (credit.name, credit.sure) == ("Reuters", sure)
