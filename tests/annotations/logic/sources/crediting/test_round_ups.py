"""Test that the items of a round-up are credited one by one."""

import pytest

from annotations.logic.sources.crediting.article_credits import article_credits
from annotations.logic.sources.crediting.round_ups import item_credits
from annotations.logic.sources.outlet_names import OutletNames
from newsroom.text.model import Block, Document, Role

SIGNED = ("In brief.", "It fell. (Reuters)", "It rained.", "It snowed. (AFP)")
DATED = ("BERLIN (dpa) - It fell.", "It lay there.", "PARIS (AFP) - It rained.")


def document_of(*paragraphs: str, captions: tuple[int, ...] = ()) -> Document:
    """Return a document of these paragraphs. Those at the indexes `captions` look like captions."""
    blocks, start = [], 0
    for index, paragraph in enumerate(paragraphs):
        role = Role.CAPTION if index in captions else Role.BODY
        blocks.append(Block(start, start + len(paragraph), role))
        start += len(paragraph) + 2
    return Document("\n\n".join(paragraphs), tuple(blocks))


def items(document: Document, own: str = "") -> list[tuple[str, str]]:
    """Return the agency of each item, with the text of the item on one line."""
    found = item_credits(document, OutletNames(), own)
    return [
        (item.name, " ".join(document.text[item.about.start : item.about.end].split()))
        for item in found
        if item.about is not None
    ]


def test_an_item_ends_with_its_sign_off():
    assert items(document_of(*SIGNED)) == [
        ("Reuters", "In brief. It fell. (Reuters)"),
        ("AFP", "It rained. It snowed. (AFP)"),
    ]


def test_an_item_begins_with_its_dateline():
    assert items(document_of(*DATED)) == [
        ("dpa", "BERLIN (dpa) - It fell. It lay there."),
        ("AFP", "PARIS (AFP) - It rained."),
    ]


def test_an_item_that_looks_like_a_caption_stands_for_itself():
    assert items(document_of(*SIGNED, captions=(1,))) == [
        ("Reuters", "It fell. (Reuters)"),
        ("AFP", "In brief."),
        ("AFP", "It rained. It snowed. (AFP)"),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [("It fell.", "It rained. (AFP)"), ("PARIS (AFP) - It fell.", "It rained. (AFP)"), ("It fell.",)],
)
def test_an_article_of_one_agency_is_no_round_up(paragraphs):
    assert items(document_of(*paragraphs)) == []


def test_a_round_up_has_no_credit_about_the_whole():
    credited = article_credits(document_of(*SIGNED), OutletNames())
    assert [(credit.name, credit.about is None) for credit in credited] == [
        ("Reuters", False),
        ("AFP", False),
    ]
