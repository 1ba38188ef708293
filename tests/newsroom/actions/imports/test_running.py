"""Test that an import runs in steps, started by any person who opens its page, and that
nothing is lost or stored half.
"""

import pytest
from django.db import connection

from newsroom.actions.imports import running
from newsroom.actions.imports.batches import discard_batch, hand_in, leave_out
from newsroom.actions.imports.running import start_batch, try_again, work
from newsroom.actions.imports.tables import choose_columns
from newsroom.errors import Conflict, Forbidden
from newsroom.models import (
    Activity,
    Article,
    Capture,
    ImportBatch,
    StoryArticle,
)
from newsroom.queries.imports import progress
from newsroom.roles import UserRole
from tests import make
from tests.web_servers import Web

pytestmark = pytest.mark.django_db
PAGE = (
    "<html><body><article><h1>{0}</h1>"
    + "<p>{0}: it rained for hours, two officials said.</p>" * 3
    + "</article>"
)


def texts(number, start=0):
    return [(f"{n}.txt", f"It rained for {n} hours.".encode()) for n in range(start, start + number)]


def statuses(batch):
    return list(batch.items.values_list("status", flat=True))


def test_a_step_does_what_time_allows_and_the_next_goes_on(reporter):
    batch = hand_in(texts(3), by=reporter)
    start_batch(batch, by=reporter)
    seen = []
    for _ in range(4):
        work(batch, by=reporter, seconds=0)
        seen.append((progress(batch).done, batch.state))
    assert seen == [(1, "running"), (2, "running"), (3, "done"), (3, "done")]
    assert Article.objects.count() == 3


def test_a_step_with_time_does_all_and_the_history_says_so_once(reporter):
    story = make.story(by=reporter)
    batch = hand_in(texts(3), by=reporter, story=story)
    start_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=60)
    work(batch, by=reporter, seconds=60)
    assert statuses(batch) == ["created"] * 3
    assert StoryArticle.objects.filter(story=story).count() == 3
    assert [line.summary for line in Activity.objects.filter(object_type="importbatch")] == [
        "finished the import of 3",
        "handed in 3 for import",
    ]


def test_each_item_is_reported_for_what_became_of_it(reporter):
    make.article("It rained.")
    rows = b"""{"text": "Hail.", "external_id": "h"}\n{"text": "Hail fell.", "external_id": "h"}
{"text": "Hail fell.", "external_id": "h"}\n{"text": "x", "url": "nowhere"}\nno json\n"""
    batch = hand_in([("a.jsonl", rows), ("b.txt", b"\x89PNG"), ("c.txt", b"Fog.")], by=reporter)
    leave_out(batch.items.get(name="c.txt"), by=reporter)
    start_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=60)
    assert statuses(batch) == ["created", "revised", "unchanged", "failed", "failed", "failed", "skipped"]
    assert batch.items.get(position=3).message.startswith("“nowhere” is no web address")
    assert progress(batch).summary == "1 created, 1 already imported, 1 new revision, 3 failed, 1 left out"


def test_another_process_goes_on_where_the_first_was_ended(reporter, editor):
    batch = hand_in(texts(3), by=reporter)
    start_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=0)
    again = ImportBatch.objects.get()
    work(again, by=editor, seconds=60)
    assert again.state == "done"
    assert statuses(batch) == ["created"] * 3
    work(batch, by=reporter)  # the first one's page, still open
    assert Article.objects.count() == 3


def test_failed_items_are_tried_again_when_what_was_wrong_is_mended(reporter):
    batch = hand_in([*texts(1), ("t.jsonl", b'{"text": "Fog."}\nno json')], by=reporter)
    batch.items.filter(position=1).update(corrections={"url": "nowhere"})
    start_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=60)
    assert statuses(batch) == ["created", "failed", "failed"]
    batch.items.filter(position=1).update(corrections={})
    assert try_again(batch, by=reporter) == 1
    work(batch, by=reporter, seconds=60)
    assert (statuses(batch), batch.state) == (["created", "created", "failed"], "done")


def test_where_nothing_can_be_tried_again_nothing_runs(reporter):
    batch = hand_in([*texts(1), ("t.jsonl", b"no json")], by=reporter)
    start_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=60)
    assert (try_again(batch, by=reporter), ImportBatch.objects.get().state) == (0, "done")


def test_an_import_starts_once(reporter):
    batch = hand_in(texts(1), by=reporter)
    start_batch(batch, by=reporter)
    with pytest.raises(Conflict):
        start_batch(batch, by=reporter)


def test_what_was_given_up_does_not_go_on(reporter):
    batch = hand_in(texts(2), by=reporter)
    start_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=0)
    discard_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=60)
    assert statuses(batch) == ["created", "waiting"]
    with pytest.raises(Conflict):
        try_again(batch, by=reporter)


def test_only_those_who_may_touch_it_drive_it(reporter):
    batch = hand_in(texts(1), by=reporter)
    for act in (start_batch, try_again, work):
        with pytest.raises(Forbidden):
            act(batch, by=make.user(UserRole.REPORTER))


def test_an_address_is_fetched_previewed_and_imported_with_how_it_came(reporter, web: Web):
    web.put("/rain", PAGE.format("Rain"), etag='"7"')
    old = web.redirect("/old?utm_source=x", "/rain")
    batch = hand_in(addresses=[old], by=reporter)
    with pytest.raises(Conflict, match="not been fetched yet"):
        start_batch(batch, by=reporter)
    work(batch, by=reporter)
    item = batch.items.get()
    assert (item.status, item.given) == ("waiting", {"address": f"{web.url}/rain", "charset": "utf-8"})
    start_batch(batch, by=reporter)
    work(batch, by=reporter)
    revision = Article.objects.get().current
    capture = Capture.objects.get()
    assert (capture.revision, capture.asked, capture.address) == (revision, old, f"{web.url}/rain")
    assert (capture.status, capture.headers["etag"]) == (200, '"7"')
    assert (revision.url, revision.headline) == (f"{web.url}/rain", "Rain")
    assert bytes(revision.original.raw) == PAGE.format("Rain").encode()


def test_what_a_table_states_of_a_page_is_kept(reporter, web: Web):
    address = web.put("/rain", PAGE.format("Rain"))
    table = f"url,title,outlet\n{address},Rain over the city,Courier\n".encode()
    batch = hand_in([("a.csv", table)], by=reporter)
    work(batch, by=reporter)
    (item,) = batch.items.all()
    start_batch(batch, by=reporter)
    work(batch, by=reporter)
    item.refresh_from_db()
    revision = item.revision
    assert (revision.headline, revision.article.outlet.name, revision.url) == (
        "Rain over the city",
        "Courier",
        address,
    )
    assert revision.capture.asked == address


def test_addresses_that_cannot_be_fetched_are_told_and_tried_again(reporter, web: Web):
    web.put("/empty", b"")
    addresses = [f"{web.url}/late", f"{web.url}/empty", "http://10.0.0.1/"]
    batch = hand_in(addresses=addresses, by=reporter)
    work(batch, by=reporter, seconds=60)
    messages = [item.message for item in batch.items.all()]
    assert statuses(batch) == ["failed"] * 3
    assert [
        words in message for words, message in zip(["404", "empty", "private network"], messages, strict=True)
    ] == [True] * 3
    web.put("/late", PAGE.format("Rain"))
    assert try_again(batch, by=reporter) == 3
    work(batch, by=reporter, seconds=60)
    assert (statuses(batch), batch.state) == (["waiting", "failed", "failed"], "open")


def test_an_address_that_was_left_out_is_not_asked(reporter, web: Web):
    batch = hand_in(addresses=[web.put("/a", "Rain.")], by=reporter)
    leave_out(batch.items.get(), by=reporter)
    work(batch, by=reporter)
    assert (statuses(batch), web.asked) == (["skipped"], [])


def test_addresses_whose_table_is_read_again_meanwhile_are_fetched_in_their_turn(
    reporter, web: Web, monkeypatch
):
    table_of_addresses = f"url\n{web.put('/a', 'Rain.')}\n{web.put('/b', 'Hail.')}\n".encode()
    batch = hand_in([("a.csv", table_of_addresses)], by=reporter)
    table = batch.tables.select_related("batch").get()
    fetching = running.fetch_page

    def read_again_meanwhile(address):
        choose_columns(table, ["url"], by=reporter)
        return fetching(address)

    with monkeypatch.context() as patch:
        patch.setattr(running, "fetch_page", read_again_meanwhile)
        work(batch, by=reporter, seconds=60)
    assert [path for path, _ in web.asked] == ["/a"]
    work(batch, by=reporter, seconds=60)
    assert [bytes(item.raw) for item in batch.items.all()] == [b"Rain.", b"Hail."]


def test_an_item_that_was_corrected_while_it_was_read_is_read_again(reporter, monkeypatch):
    batch = hand_in(texts(1), by=reporter)
    start_batch(batch, by=reporter)
    reading = running.read_request

    def corrected_meanwhile(*arguments, **named):
        if not batch.items.get().corrections:
            batch.items.update(corrections={"title": "Corrected"})
        return reading(*arguments, **named)

    monkeypatch.setattr(running, "read_request", corrected_meanwhile)
    work(batch, by=reporter)
    assert batch.items.get().status == "waiting"
    work(batch, by=reporter)
    assert batch.items.get().revision.article.title == "Corrected"


def test_a_source_is_read_outside_any_transaction(reporter, monkeypatch, transactional_db):
    batch = hand_in(texts(1), by=reporter)
    start_batch(batch, by=reporter)
    reading = running.read_request
    in_transaction = []

    def watched(*arguments, **named):
        in_transaction.append(connection.in_atomic_block)
        return reading(*arguments, **named)

    monkeypatch.setattr(running, "read_request", watched)
    work(batch, by=reporter)
    assert (in_transaction, batch.items.get().status) == ([False], "created")
