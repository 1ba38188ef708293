"""Test which texts are refused because they cannot be articles."""

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.model import Block, Document, Role
from newsroom.text.unfit import refuse_headline_alone, refuse_longest, refuse_unfit

HEADLINE = Block(0, 4, Role.TITLE)


def test_a_document_without_blocks_has_no_text() -> None:
    with pytest.raises(Unreadable, match="no text in it"):
        refuse_unfit(Document(""))
    refuse_unfit(Document("Rain", (HEADLINE,)))


def test_two_million_characters_are_read_and_one_more_is_refused() -> None:
    refuse_longest("a" * 2_000_000)
    with pytest.raises(TooLarge, match="longer than 2,000,000 characters"):
        refuse_longest("a" * 2_000_001)


@pytest.mark.parametrize("role", [Role.TITLE, Role.KICKER, Role.BYLINE, Role.DATELINE])
def test_a_page_of_a_headline_and_what_stands_with_it_is_refused(role: Role) -> None:
    document = Document("Rain\n\nToday", (HEADLINE, Block(6, 11, role)))
    with pytest.raises(Unreadable, match="loads its text by a script"):
        refuse_headline_alone(document)


@pytest.mark.parametrize("role", [Role.BODY, Role.CAPTION])
def test_any_text_below_the_headline_is_enough(role: Role) -> None:
    refuse_headline_alone(Document("Rain\n\nToday", (HEADLINE, Block(6, 11, role))))
