"""Test how an import is handed in: what waits for its preview, what is refused at once,
and how it is corrected.
"""

import pytest

from newsroom.actions.imports.batches import choose_story, correct_item, discard_batch, hand_in, leave_out
from newsroom.errors import Conflict, Forbidden, Invalid, TooLarge, Unreadable
from newsroom.fetching.kinds import LARGEST
from newsroom.models import Activity, ImportBatch, ImportItem
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
RAIN = b"It rained for hours in the city, two officials said on Friday."


def items_of(batch):
    return [(item.name, item.status, bytes(item.raw), item.message) for item in batch.items.all()]


def test_what_is_handed_in_is_kept_in_its_order_for_its_story(reporter):
    story = make.story(by=reporter)
    batch = hand_in([("b.txt", RAIN), ("a.txt", b"Hail.")], by=reporter, story=story)
    assert (batch.state, batch.story, batch.created_by) == ("open", story, reporter)
    assert items_of(batch) == [("b.txt", "waiting", RAIN, ""), ("a.txt", "waiting", b"Hail.", "")]
    assert Activity.objects.first().summary == "handed in 2 for import"


def test_addresses_are_kept_to_be_fetched_each_once(reporter):
    batch = hand_in(
        addresses=["https://Example.org/a", "https://example.org/a", "http://example.org"], by=reporter
    )
    assert [(item.address, item.status) for item in batch.items.all()] == [
        ("https://example.org/a", "waiting"),
        ("http://example.org/", "waiting"),
    ]


def test_a_file_of_any_name_is_an_article_by_its_content(reporter):
    assert items_of(hand_in([("Mr. Smith", RAIN)], by=reporter)) == [("Mr. Smith", "waiting", RAIN, "")]


@pytest.mark.parametrize(
    ("files", "addresses", "error", "said"),
    [
        ([], [], Invalid, "Nothing was handed in"),
        ([("a.txt", b"")], [], Unreadable, "This file is empty"),
        ([("a.txt", b"\x89PNG")], [], Unreadable, "a PNG picture"),
        ([("a.zip", b"no archive")], [], Unreadable, "no ZIP archive"),
        ([("a.jsonl", b"no json")], [], Unreadable, "no JSON object"),
        ([("a.csv", b"text\n")], [], Invalid, "nothing to import in it"),
        ([("a.txt", b"x" * (LARGEST + 1))], [], TooLarge, "“a.txt” is larger than 10 MB"),
        ([("a.txt", RAIN)] * 51, [], TooLarge, "At most 50"),
        ([], [f"https://example.org/{n}" for n in range(51)], TooLarge, "At most 50"),
        ([], ["example.org"], Invalid, "Only addresses that begin with"),
        ([("a.txt", RAIN)], ["ftp://example.org/"], Invalid, "Only addresses that begin with"),
    ],
)
def test_what_cannot_be_handed_in_is_told_and_nothing_is_kept(reporter, files, addresses, error, said):
    with pytest.raises(error, match=said):
        hand_in(files, addresses=addresses, by=reporter)
    assert not ImportBatch.objects.exists()
    assert not Activity.objects.exists()


def test_among_others_what_cannot_be_read_is_kept_to_be_shown(reporter):
    assert len(items_of(hand_in([("a.txt", b""), ("b.txt", RAIN)], by=reporter))) == 2


def test_corrections_are_kept_whole_and_replace_what_was_corrected_before(reporter):
    item = hand_in([("a.txt", RAIN)], by=reporter).items.get()
    correct_item(item, {"title": "Rain", "roles": {"0": "caption"}}, by=reporter)
    correct_item(item, {"outlet": "Courier"}, by=reporter)
    item.refresh_from_db()
    assert item.corrections == {"outlet": "Courier"}


def test_a_correction_that_is_too_long_is_refused(reporter):
    item = hand_in([("a.txt", RAIN)], by=reporter).items.get()
    with pytest.raises(Invalid, match="Title: at most 300 characters"):
        correct_item(item, {"title": "x" * 301}, by=reporter)


def test_an_item_is_left_out_and_taken_back_in(reporter):
    item = hand_in([("a.txt", RAIN)], by=reporter).items.get()
    for out, status in ((True, "skipped"), (False, "waiting")):
        leave_out(item, by=reporter, out=out)
        assert ImportItem.objects.get().status == status


@pytest.mark.parametrize("state", ["running", "done", "discarded"])
def test_what_is_no_longer_open_is_not_corrected(reporter, state):
    item = hand_in([("a.txt", RAIN)], by=reporter).items.get()
    item.batch.state = state
    item.batch.save()
    for act in (lambda: correct_item(item, {}, by=reporter), lambda: leave_out(item, by=reporter)):
        with pytest.raises(Conflict):
            act()


def test_an_import_is_given_up_once(reporter):
    batch = hand_in([("a.txt", RAIN)], by=reporter)
    discard_batch(batch, by=reporter)
    assert ImportBatch.objects.get().state == "discarded"
    with pytest.raises(Conflict):
        discard_batch(batch, by=reporter)


def test_one_s_own_import_takes_a_reporter_and_another_s_an_editor(reporter, editor):
    with pytest.raises(Forbidden):
        hand_in([("a.txt", RAIN)], by=make.user(UserRole.READER))
    item = hand_in([("a.txt", RAIN)], by=reporter).items.get()
    with pytest.raises(Forbidden):
        correct_item(item, {}, by=make.user(UserRole.REPORTER))
    correct_item(item, {"title": "Rain"}, by=editor)


def test_some_of_what_was_handed_in_goes_into_another_story_or_into_none(reporter):
    story = make.story(by=reporter)
    batch = hand_in([(f"{n}.txt", RAIN + str(n).encode()) for n in range(3)], by=reporter)
    assert choose_story(batch, [0, 2], story, by=reporter) == 2
    assert [item.story for item in batch.items.all()] == [story, None, story]
    choose_story(batch, [2], None, by=reporter)
    assert [item.story for item in batch.items.all()] == [story, None, None]


def test_a_story_is_chosen_for_what_waits_by_whoever_may(reporter):
    batch = hand_in([("a.txt", RAIN)], by=reporter)
    story = make.story(by=reporter)
    with pytest.raises(Invalid, match="None of these files is waiting"):
        choose_story(batch, [7], story, by=reporter)
    with pytest.raises(Forbidden):
        choose_story(batch, [0], story, by=make.user(UserRole.REPORTER))
    discard_batch(batch, by=reporter)
    with pytest.raises(Conflict):
        choose_story(batch, [0], story, by=reporter)
