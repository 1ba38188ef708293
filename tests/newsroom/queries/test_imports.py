"""Test which imports are open, how far each one is, and what is known about its items."""

import pytest

from newsroom.actions.imports.batches import hand_in
from newsroom.models import ImportItem
from newsroom.queries import imports
from newsroom.text.model import Role
from newsroom.text.pipeline import SourceDetails

pytestmark = pytest.mark.django_db


def test_a_reporter_sees_their_own_open_imports_and_an_editor_everyone_s(reporter, editor):
    theirs, mine = (hand_in([("a.txt", b"Rain.")], by=person) for person in (reporter, editor))
    assert imports.open_batches(reporter) == [theirs]
    assert imports.open_batches(editor) == [mine, theirs]
    assert [batch.item_count for batch in imports.open_batches(editor)] == [1, 1]


def test_what_a_person_corrected_counts_before_what_the_record_states():
    item = ImportItem(
        given={"title": "Stated", "byline": "Stated", "external_id": "7", "format": "plain"},
        corrections={"title": "", "outlet": "Corrected", "roles": {"0": "caption"}, "take_back": [2]},
    )
    assert imports.details_of(item) == SourceDetails(
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
    far = imports.progress(batch)
    assert (far.total, far.waiting, far.done, far.failed, far.to_fetch, far.fetched) == (4, 3, 1, 1, 1, 3)
    assert far.summary == "3 waiting, 1 failed, 1 left out"
