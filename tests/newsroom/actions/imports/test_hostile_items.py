"""One bad item of any kind is one failed row, and the good ones before and after it are imported."""

import io
import json
import zipfile

import pytest

from newsroom.actions.imports.batches import hand_in, leave_out
from newsroom.actions.imports.running import start_batch, try_again, work
from newsroom.errors import Conflict
from newsroom.fetching.files import inside_of
from newsroom.models import Article, ImportItem, Outlet
from newsroom.queries.previews import previews
from newsroom.signals import revisions_imported
from newsroom.trouble.containing import BROKEN
from tests import make

pytestmark = pytest.mark.django_db
GOOD = ("a.txt", b"It rained in Bali."), ("z.txt", b"It hailed in Java.")
MAIL = b"From: a@x.example\nSubject: A ferry\nMIME-Version: 1.0\n"
FERRY = b"\n\nThe ferry sank off the coast.\n"


def rows(**row):
    return (json.dumps({"text": "A ferry sank."} | row) + "\n").encode()


def archive(name):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("n" * len(name), "x")
    return buffer.getvalue().replace(b"n" * len(name), name)


#: What comes of each: imported, or a part of the sentence that says why not.
ITEMS = {
    "an outlet of 60,000 characters": ("b.jsonl", rows(outlet="x" * 60_000), ""),
    "a language of 240,000": ("b.jsonl", rows(language="l" * 240_000), ""),
    "an external id of 60,000": ("b.jsonl", rows(external_id="e" * 60_000), ""),
    "an external id of 4,300 digits": (
        "b.jsonl",
        b'{"text": "x", "external_id": %s}' % (b"9" * 9_000),
        "no JSON",
    ),
    "a story of 60,000": ("b.jsonl", rows(story="x" * 60_000), "There is no story"),
    "an address that is none": ("b.jsonl", rows(url="http://["), "is no web address"),
    "an address without end": ("b.jsonl", rows(url="http://x/" + "a" * 6_000), ""),
    "half a character": ("b.jsonl", rows(title="\udc00 t", outlet="o\ud800", external_id="\ud800"), ""),
    "a NUL": ("b.jsonl", rows(outlet="a\0b", byline="c\0", external_id="z\0"), ""),
    "200,000 brackets": ("b.jsonl", b'{"text": "x", "a": ' + b"[" * 200_000, "no JSON"),
    "the first day in a table": ("b.jsonl", rows(published_at="0001-01-01"), "is no day of a report"),
    "the last day in a table": ("b.jsonl", rows(published_at="9999-12-31T23:59:59-14:00"), "is no da"),
    "the first day in a page": (
        "b.html",
        b'<meta property="article:published_time" content="0001-01-01T00:00:00"><p>A ferry sank.</p>',
        "",
    ),
    "a page with an outlet of 60,000": (
        "b.html",
        b'<meta property="og:site_name" content="%s"><p>A ferry sank.</p>' % (b"y" * 60_000),
        "",
    ),
    "mail beyond any calendar": ("b.eml", MAIL + b"Date: 1 Jan 999999999999 00:00:00 +0000" + FERRY, ""),
    "mail in no charset": ("b.eml", MAIL + b'Content-Type: text/plain; charset="undefined"' + FERRY, ""),
    "mail of 5,000 levels": ("b.eml", MAIL + b"Content-Type: message/rfc822\n\n" * 5_000, "too many parts"),
    "an archive with a file called .": ("b.zip", archive(b"."), "has no name"),
    "an archive with a damaged name": ("b.zip", b"PK\x03\x04 no archive", "is damaged"),
}


@pytest.mark.parametrize("what", ITEMS)
def test_one_bad_item_never_stops_the_rest(reporter, what):
    name, raw, why = ITEMS[what]
    make.article("Fog.", outlet="Courier")
    batch = hand_in([GOOD[0], (name, raw), GOOD[1]], by=reporter)
    assert len(previews(batch, batch.items.all())) == 3
    start_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=60)
    first, bad, last = batch.items.all()
    assert (first.status, last.status, batch.state) == ("created", "created", "done")
    assert bad.status == ("failed" if why else "created")
    assert why in bad.message


def test_an_outlet_that_is_too_long_is_cut_and_found_again(reporter):
    for number in range(2):
        raw = rows(outlet="x" * 60_000, text=f"A ferry sank in {number}.")
        batch = hand_in([("b.jsonl", raw)], by=reporter)
        start_batch(batch, by=reporter)
        work(batch, by=reporter, seconds=60)
    assert list(Outlet.objects.values_list("name", flat=True)) == ["x" * 120]


@pytest.fixture
def breaking():
    def breaks(imported, **_):
        if any("Bali" in revision.text for revision, _ in imported):
            raise OverflowError("beyond the calendar")

    revisions_imported.connect(breaks)
    yield
    revisions_imported.disconnect(breaks)


def test_what_nobody_foresaw_is_one_failed_row_that_can_be_tried_again_or_left_out(reporter, breaking):
    batch = hand_in(GOOD, by=reporter)
    start_batch(batch, by=reporter)
    work(batch, by=reporter, seconds=60)
    failed = batch.items.get(status="failed")
    assert (failed.name, failed.message) == ("a.txt", BROKEN)
    assert Article.objects.get().current.text == "It hailed in Java."

    assert try_again(batch, by=reporter) == 1
    work(batch, by=reporter, seconds=60)
    leave_out(ImportItem.objects.get(pk=failed.pk), by=reporter)
    assert sorted(batch.items.values_list("status", flat=True)) == ["created", "skipped"]
    with pytest.raises(Conflict):
        leave_out(batch.items.get(status="created"), by=reporter)


def test_a_table_in_an_archive_is_read_as_one_beside_it():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("a.jsonl", rows(outlet="Courier") + b"no json\n")
    sources = list(inside_of("a.zip", io.BytesIO(buffer.getvalue()), size=len(buffer.getvalue())))
    assert [source.path for source in sources] == ["a.zip!a.jsonl:1", "a.zip!a.jsonl:2"]
    assert sources[1].error
