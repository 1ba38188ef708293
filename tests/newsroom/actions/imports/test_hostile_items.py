"""Test that a bad item of any kind fails alone, and that the good items before and after it are imported."""

import io
import json
import struct
import zipfile

import pytest

from newsroom.actions.imports.batches import hand_in, leave_out
from newsroom.actions.imports.running import start_batch, try_again, work
from newsroom.errors import Conflict
from newsroom.fetching.files import sources_inside
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


def mail(header):
    return MAIL + header + FERRY


def packed_as_pages():
    """Return an archive whose directory says that a file begins before the archive does."""
    raw = bytearray(archive(b"page.html"))
    end = raw.index(b"PK\x05\x06")
    (start,) = struct.unpack_from("<L", raw, end + 16)
    struct.pack_into("<L", raw, end + 16, start + 500)
    return bytes(raw)


#: The result of each item: imported, or a part of the sentence that says why not.
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
    "an address of a port beyond ports": ("b.jsonl", rows(url="http://a:99999/"), "is no web address"),
    "an address with a sign for two letters": (
        "b.jsonl",
        rows(url="http://exa\u2100mple.org/"),
        "is no web address",
    ),
    "an address that is a script": ("b.jsonl", rows(url="javascript:alert(1)"), "is no web address"),
    "half a character in the text": ("b.jsonl", rows(text="lone \ud83d here"), ""),
    "half a character as a story": ("b.jsonl", rows(story="\ud800"), "There is no story"),
    "a day that no month has": ("b.jsonl", rows(published_at="2022-02-30"), "is no date"),
    "a day as a number": ("b.jsonl", rows(published_at=20220709), ""),
    "a day that is true": ("b.jsonl", rows(published_at=True), "neither text nor a number"),
    "an hour alone": ("b.jsonl", rows(published_at="24:00"), "is no date"),
    "an hour after the last": ("b.jsonl", rows(published_at="2022-07-09T24:00"), "is no date"),
    "the first day far in the east": (
        "b.jsonl",
        rows(published_at="0001-01-01T00:00:00+14:00"),
        "is no date",
    ),
    "a byline that would take minutes": (
        "b.html",
        b'<meta name="author" content="By A %s"><p>A ferry sank.</p>' % (b"aAa-" * 32_000),
        "",
    ),
    "mail in a charset that is a cipher": ("b.eml", mail(b'Content-Type: text/plain; charset="rot13"'), ""),
    "mail in a charset of host names": ("b.eml", mail(b'Content-Type: text/plain; charset="idna"'), ""),
    "mail in a charset with a NUL": ("b.eml", mail(b'Content-Type: text/plain; charset="utf-8\0"'), ""),
    "mail in half a charset": ("b.eml", mail(b"Content-Type: text/plain; charset*0*=%ff%fe''x"), ""),
    "mail that is not packed as it says": ("b.eml", mail(b"Content-Transfer-Encoding: uuencode"), ""),
    "mail that is no base64": ("b.eml", mail(b"Content-Transfer-Encoding: base64"), "is not text"),
    "mail of no day": ("b.eml", mail(b"Date: Mon, 99 Foo 99999 99:99:99 +9999"), ""),
    "mail of the first day": ("b.eml", mail(b"Date: Mon, 1 Jan 0001 00:00:00 +1400"), ""),
    "mail from a NUL": ("b.eml", mail(b'From: =?utf-8?Q?=00?= <"a\\"b"@['), ""),
    "mail from 2,000 brackets": ("b.eml", mail(b"From: " + b"(" * 2_000), ""),
    "mail in a language of 5,000": ("b.eml", mail(b"Content-Language: " + b"x" * 5_000), ""),
    "mail on half a subject": (
        "b.eml",
        mail(b"Subject: =?unknown?Q?a=FF?= =?utf-8?B?////?= =?utf-16?Q?=00=D8?="),
        "",
    ),
    "mail of 3,000 parts within parts": (
        "b.eml",
        MAIL + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n' * 3_000,
        "too many parts",
    ),
    "a NUL": ("b.jsonl", rows(outlet="a\0b", byline="c\0", external_id="z\0"), ""),
    "a wire item with NULs": (
        "b.json",
        rows(
            uri="urn:a", pubstatus="usable", byline="c\0", headline="\ud800", body_text="d\0", provider="\0e"
        ),
        "",
    ),
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
    "an archive with a file called ./.": ("b.zip", archive(b"./."), "has no name"),
    "an archive with a name that would end the line": (
        "b.zip",
        archive(b"\x1b[31mred\r\nFAILED c.txt"),
        "",
    ),
    "an archive that begins before its beginning": ("b.zip", packed_as_pages(), "pack the file"),
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
    assert bad.name.isprintable()
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
    sources = list(sources_inside("a.zip", io.BytesIO(buffer.getvalue()), size=len(buffer.getvalue())))
    assert [source.path for source in sources] == ["a.zip!a.jsonl:1", "a.zip!a.jsonl:2"]
    assert sources[1].error
