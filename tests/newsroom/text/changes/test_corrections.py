"""Test which corrections of the desk hold for the next text of an article."""

from datetime import UTC, datetime

import pytest

from newsroom.errors import Invalid
from newsroom.text.changes.corrections import (
    carry_metadata,
    carry_roles,
    differences,
    with_roles,
    without_carried,
)
from newsroom.text.model import Block, Document, Metadata, Role

DAY = datetime(2022, 7, 9, tzinfo=UTC)
NOON = datetime(2022, 7, 9, 12, tzinfo=UTC)


def document(*paragraphs):
    """Return a document of paragraphs, each given as (text, role)."""
    blocks, start = [], 0
    for text, role in paragraphs:
        blocks.append(Block(start, start + len(text), role))
        start += len(text) + 2
    return Document("\n\n".join(text for text, _ in paragraphs), tuple(blocks))


def roles(found):
    return [block.role for block in found.blocks]


def test_other_roles_move_no_offset():
    before = document(("Rain", Role.TITLE), ("It rained 😀.", Role.BODY))
    after = with_roles(before, {1: Role.CAPTION})
    assert roles(after) == [Role.TITLE, Role.CAPTION]
    assert [(b.start, b.end) for b in after.blocks] == [(b.start, b.end) for b in before.blocks]
    assert after.text == before.text


@pytest.mark.parametrize("index", [-1, 1])
def test_a_paragraph_that_is_not_there_has_no_role(index):
    with pytest.raises(Invalid, match=f"There is no paragraph {index + 1}"):
        with_roles(document(("Rain", Role.BODY)), {index: Role.CAPTION})


def test_what_the_newer_source_says_as_before_stays_corrected():
    read = Metadata(title="Rain", byline="Admin", published_at=DAY, published_on_day=True)
    corrected = Metadata(title="Rain", byline="A. Author", published_at=NOON)
    found = Metadata(title="Hail", byline="Admin", published_at=DAY, published_on_day=True, outlet="Courier")
    assert carry_metadata(read, corrected, found) == Metadata(
        title="Hail", byline="A. Author", published_at=NOON, outlet="Courier"
    )


def test_what_the_newer_source_says_otherwise_is_news():
    read, corrected = (
        Metadata(byline="Admin", published_at=DAY),
        Metadata(byline="A. Author", published_at=NOON),
    )
    found = Metadata(byline="B. Writer", published_at=DAY, published_on_day=True)
    assert carry_metadata(read, corrected, found) == found


def test_corrected_roles_stay_on_paragraphs_that_still_read_so():
    read = document(("Rain", Role.TITLE), ("A picture.", Role.BODY), ("It rained.", Role.BODY))
    corrected = with_roles(read, {1: Role.CAPTION, 2: Role.BOILERPLATE})
    found = document(
        ("Rain", Role.TITLE), ("New.", Role.BODY), ("A  picture.", Role.BODY), ("It hailed.", Role.BODY)
    )
    assert roles(carry_roles(read, corrected, found)) == [Role.TITLE, Role.BODY, Role.CAPTION, Role.BODY]


def test_of_paragraphs_that_read_alike_none_is_told_from_the_others():
    read = document(("More", Role.BODY), ("Rain.", Role.BODY), ("More", Role.BODY))
    assert roles(carry_roles(read, with_roles(read, {0: Role.SEE_ALSO}), read)) == [Role.BODY] * 3


def test_what_was_said_is_told_only_where_something_else_is_held():
    read, held = Metadata(title="Rain", byline="Admin"), Metadata(title="Rain", byline="A. Author")
    before = document(("Rain", Role.BODY), ("Hail", Role.BODY))
    assert differences(read, before, held, with_roles(before, {1: Role.CAPTION})) == {
        "byline": "Admin",
        "roles": {"1": Role.BODY},
    }
    assert differences(read, before, read, before) == {}


def test_values_of_another_article_are_taken_away_and_corrections_stay():
    other = Metadata(title="Harbour closed", byline="Ana Ruiz", published_at=NOON)
    read = Metadata(credit="AFP")
    held = Metadata(title="Budget", byline="Ana Ruiz", credit="AFP", published_at=NOON)
    own = Metadata(title="Budget", credit="AFP")
    assert without_carried(read, held, other) == own


def test_a_value_that_the_source_says_itself_stays_even_if_the_other_article_has_it():
    signed = Metadata(byline="Ana Ruiz")
    assert without_carried(signed, signed, signed) == signed


def test_a_value_that_an_earlier_revision_of_the_same_article_has_stays():
    held = Metadata(title="Rain", byline="Ana Ruiz")
    other = Metadata(title="Rain", byline="Ana Ruiz")
    own = Metadata(title="Rain")
    assert without_carried(Metadata(), held, other, own) == Metadata(title="Rain")


def test_a_date_that_an_earlier_revision_of_the_same_article_has_stays():
    dated = Metadata(published_at=NOON)
    assert without_carried(Metadata(), dated, dated, dated) == dated
    assert without_carried(Metadata(), dated, dated, Metadata(published_at=DAY)) == Metadata()
