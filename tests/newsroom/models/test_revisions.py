"""Test the document and the masthead of a revision, and both as its source stated them."""

from datetime import UTC, datetime

import pytest

from newsroom.actions.correcting import correct_article
from newsroom.actions.imports.importing import import_article
from newsroom.models import Revision
from newsroom.text.model import MarkKind, Role
from newsroom.text.pipeline import SourceDetails
from tests import make

MARKDOWN = b"# Rain\n\nIt *rained* for hours.\n\nIt hailed, too."


def rain(**details):
    outcome = import_article(
        MARKDOWN, name="rain.md", details=SourceDetails(external_id="7", **details), by=make.user()
    )
    return outcome.revision


@pytest.mark.django_db
def test_the_document_is_made_from_what_stands_beside_the_text():
    document = rain().document
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "Rain",
        "It rained for hours.",
        "It hailed, too.",
    ]
    assert [block.role for block in document.blocks] == [Role.TITLE, Role.BODY, Role.BODY]
    (emphasis,) = [mark for mark in document.marks if mark.kind is MarkKind.EMPHASIS]
    assert document.text[emphasis.start : emphasis.end] == "rained"


@pytest.mark.django_db
def test_a_correction_holds_what_the_source_stated_too():
    first = rain(byline="A. Author", published="2022-07-09")
    values = {"title": "Hail", "published": "2022-07-10T12:00:00+00:00"}
    corrected = correct_article(first.article, values, {2: Role.CAPTION}, number=1, by=make.user())

    assert (corrected.metadata.title, corrected.metadata.byline) == ("Hail", "A. Author")
    assert corrected.metadata.published_at == datetime(2022, 7, 10, 12, tzinfo=UTC)
    assert [block.role for block in corrected.document.blocks][2] is Role.CAPTION

    stored = Revision.objects.get(pk=corrected.pk)
    assert stored.metadata_as_read == first.metadata
    assert stored.document_as_read == first.document


@pytest.mark.django_db
def test_an_uncorrected_revision_is_as_it_was_read():
    revision = rain(byline="A. Author")
    assert revision.metadata_as_read == revision.metadata
    assert revision.document_as_read == revision.document


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org/a", True),
        ("javascript:alert(1)", False),
        ("ftp://example.org/a", False),
        ("", False),
    ],
)
def test_only_an_address_of_the_web_may_be_shown_as_a_link(url, leads):
    assert Revision(url=url).leads_to_the_web == leads


@pytest.mark.parametrize(("text", "direction"), [("It rained.", "ltr"), ("هطل المطر", "rtl")])
def test_a_text_runs_as_its_letters_do(text, direction):
    assert Revision(text=text).direction == direction
