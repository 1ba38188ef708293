"""Test the items of an import: one for each article in the files, and one for each address."""

import io
import json
import zipfile

import pytest

from newsroom.actions.imports import batch_items
from newsroom.actions.imports.batches import hand_in
from newsroom.errors import TooLarge
from newsroom.models import ImportBatch
from tests import make

pytestmark = pytest.mark.django_db
RAIN = b"It rained for hours in the city, two officials said on Friday."


def packed(*entries):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return file.getvalue()


def items_of(batch):
    return [(item.name, item.status, bytes(item.raw), item.message) for item in batch.items.all()]


def test_an_archive_and_a_table_come_apart_into_their_articles(reporter):
    make.story("Rain", by=reporter)
    rows = [
        {"text": "Hail.", "external_id": 7, "story": "rain"},
        {"text": "Fog.", "story": "no-such"},
        {"title": "x"},
    ]
    table = "\n".join(map(json.dumps, rows)).encode()
    batch = hand_in([("a.zip", packed(("z.txt", RAIN), ("b.exe", "x"))), ("t.jsonl", table)], by=reporter)
    assert [(name, status) for name, status, _, _ in items_of(batch)] == [
        ("a.zip!b.exe", "failed"),
        ("z.txt", "waiting"),
        ("t.jsonl:1", "waiting"),
        ("t.jsonl:2", "failed"),
        ("t.jsonl:3", "failed"),
    ]
    hail = batch.items.get(name="t.jsonl:1")
    assert (hail.given, hail.story.slug) == (
        {"external_id": "7", "format": "plain", "charset": "utf-8"},
        "rain",
    )
    assert "There is no story “no-such”" in batch.items.get(name="t.jsonl:2").message


def test_more_articles_than_can_be_looked_over_are_refused(reporter, monkeypatch):
    monkeypatch.setattr(batch_items, "MOST_ITEMS", 3)
    lines = b'{"text": "Rain."}\n'
    assert hand_in([("a.jsonl", lines * 3)], by=reporter).items.count() == 3
    with pytest.raises(TooLarge, match="More than 3 articles"):
        hand_in([("a.jsonl", lines * 4)], by=reporter)
    assert ImportBatch.objects.count() == 1


def test_positions_go_on_over_many_parts(reporter, monkeypatch):
    monkeypatch.setattr(batch_items, "_AT_ONCE", 2)
    batch = hand_in(
        [("a.jsonl", b'{"text": "Rain."}\n' * 5)], addresses=["https://example.org/"], by=reporter
    )
    assert [item.position for item in batch.items.all()] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize(("most", "failed"), [(400, 0), (399, 1)])
def test_all_archives_together_may_unpack_to_so_many_bytes(reporter, monkeypatch, most, failed):
    monkeypatch.setattr(batch_items, "LARGEST_UNPACKED", most)
    entries = [("a.txt", 100 * "a"), ("b.txt", 100 * "b")]
    batch = hand_in([("a.zip", packed(*entries)), ("b.zip", packed(*entries))], by=reporter)
    assert batch.items.filter(status="failed", message__contains="The archive unpacks to").count() == failed


def test_a_table_of_addresses_gives_items_to_fetch(reporter):
    table = b"url,title\nhttps://example.org/a,Rain\nhttps://a b/,Hail\n"
    first, second = hand_in([("a.csv", table)], by=reporter).items.all()
    assert (first.name, first.address, first.status) == ("https://example.org/a", first.name, "waiting")
    assert first.given["title"] == "Rain"
    assert (second.status, second.address) == ("failed", "")


@pytest.mark.parametrize(("rows", "fits"), [(2, True), (3, False)])
def test_a_table_names_a_limited_number_of_addresses(reporter, monkeypatch, rows, fits):
    monkeypatch.setattr(batch_items, "MOST_ADDRESSES", 2)
    table = b"url\n" + b"https://example.org/a\n" * rows
    if fits:
        assert hand_in([("a.csv", table)], by=reporter).items.count() == 2
    else:
        with pytest.raises(TooLarge, match="More than 2 addresses"):
            hand_in([("a.csv", table)], by=reporter)
        assert not ImportBatch.objects.exists()


def test_addresses_of_files_and_those_named_count_together(reporter, monkeypatch):
    monkeypatch.setattr(batch_items, "MOST_ADDRESSES", 2)
    table = b"url\nhttps://example.org/a\nhttps://example.org/b\n"
    with pytest.raises(TooLarge, match="More than 2 addresses"):
        hand_in([("a.csv", table)], addresses=["https://example.org/c"], by=reporter)
