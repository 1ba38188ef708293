"""Test the preview of an import, which shows what each item would become."""

import pytest

from newsroom.actions.imports.batches import hand_in
from newsroom.queries import previews
from tests import make
from tests.sample_reports import OTHER_QUAKE, QUAKE, QUAKE_TOO

pytestmark = pytest.mark.django_db


def preview_of(raw, by, **corrections):
    batch = hand_in([("a.txt", raw), ("b.txt", b"Another one.")], by=by)
    batch.items.update(corrections=corrections)
    return previews.preview(batch.items.first())


def test_a_preview_reads_the_item_as_importing_it_would(reporter):
    preview = preview_of(
        b"Rain falls\n\nIt rained for hours in the city, officials said.", reporter, outlet="Courier"
    )
    assert preview.prepared.title == "Rain falls"
    assert preview.prepared.metadata.outlet == "Courier"
    assert (preview.known, preview.same, preview.error) == (None, False, "")


def test_a_preview_says_why_there_is_none(reporter):
    assert preview_of(b"\x89PNG", reporter).error.startswith("This file is a PNG picture")
    assert preview_of(b"Rain.", reporter, url="nowhere").error.startswith("“nowhere” is no web address")
    assert preview_of(b"Rain.", reporter, roles={"9": "body"}).error.startswith("There is no paragraph 10")


def test_a_preview_says_what_is_known_already(reporter):
    article = make.article("It rained for hours in the city, officials said.")
    preview = preview_of(b"It rained for hours in the city, officials said.", reporter)
    assert (preview.known, preview.same) == (article, True)


def test_a_preview_asks_what_an_unlike_text_at_a_known_address_is(reporter):
    page = make.page("<p>It rained for hours in the city, officials said.</p>", url="https://example.org/a")
    raw = b"The council approved the budget after a debate of nine hours."
    asking = preview_of(raw, reporter, url="https://example.org/a")
    assert (asking.known, asking.same, asking.unlike) == (page, False, True)
    like = preview_of(b"It rained for hours in the city.", reporter, url="https://example.org/a")
    assert (like.known, like.same, like.unlike) == (page, False, False)


def test_previews_propose_a_story_where_none_was_chosen(reporter):
    story, other = make.story("Quake"), make.story("Other")
    make.article(QUAKE, story=story)
    make.article("It rained for hours in the city, officials said.", story=other)
    texts = (QUAKE_TOO, OTHER_QUAKE, QUAKE_TOO, "It rained for hours in the city, officials said.", QUAKE_TOO)
    batch = hand_in([(f"{n}.txt", text.encode()) for n, text in enumerate(texts)], by=reporter)
    batch.items.filter(position=2).update(story=other)
    batch.items.filter(position=4).update(status="skipped")
    found = [shown.proposed and shown.proposed.story for shown in previews.previews(batch, batch.items.all())]
    assert found == [story, None, None, None, None]
    batch.story = other
    assert not any(shown.proposed for shown in previews.previews(batch, batch.items.all()))
