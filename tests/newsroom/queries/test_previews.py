"""What is handed in and not imported yet."""

import pytest

from newsroom.actions.batches import hand_in
from newsroom.models import ImportItem
from newsroom.queries import previews
from newsroom.text.model import Role
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.sample_reports import OTHER_QUAKE, QUAKE, QUAKE_TOO

pytestmark = pytest.mark.django_db


def test_a_reporter_sees_their_own_open_imports_and_an_editor_everyone_s(reporter, editor):
    theirs, mine = (hand_in([("a.txt", b"Rain.")], by=person) for person in (reporter, editor))
    assert previews.open_batches(reporter) == [theirs]
    assert previews.open_batches(editor) == [mine, theirs]
    assert [batch.item_count for batch in previews.open_batches(editor)] == [1, 1]


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


def test_what_a_person_corrected_counts_before_what_the_record_states():
    item = ImportItem(
        given={"title": "Stated", "byline": "Stated", "external_id": "7", "format": "plain"},
        corrections={"title": "", "outlet": "Corrected", "roles": {"0": "caption"}, "take_back": [2]},
    )
    assert previews.given_of(item) == SourceDetails(
        external_id="7",
        title="",
        byline="Stated",
        outlet="Corrected",
        format="plain",
        roles={0: Role.CAPTION},
        take_back=(2,),
    )


def test_progress_counts_what_is_done_of_what_is_not_left_out(reporter):
    batch = hand_in(
        [(f"{n}.txt", b"Rain.") for n in range(4)], addresses=["https://example.org/a"], by=reporter
    )
    batch.items.filter(position=0).update(status="failed")
    batch.items.filter(position=1).update(status="skipped")
    far = previews.progress(batch)
    assert (far.total, far.waiting, far.done, far.failed, far.to_fetch, far.fetched) == (4, 3, 1, 1, 1, 3)
    assert far.told == "3 waiting, 1 failed, 1 left out"


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
