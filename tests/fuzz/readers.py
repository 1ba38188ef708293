"""Give damaged files of every kind to every reader: `python -m tests.fuzz.readers --runs 5000 --seed N`.

Each run damages a good file, and reads it as an import would. It does so in this process, so that nothing
catches an exception on the way. The program prints each input that raised an error outside the family
`NewsroomError`, and then exits with 1.
"""

import argparse
import gzip
import io
import json
import random
import sys
import traceback
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

import docx

from newsroom.errors import NewsroomError
from newsroom.fetching.archives import archived_files, archived_names
from newsroom.fetching.gzips import unpack_gzip
from newsroom.text.compilations.splitting import split_articles
from newsroom.text.listings.feeds import read_feed
from newsroom.text.listings.json_files import records_of_json
from newsroom.text.listings.records import records_of_csv, records_of_lines
from newsroom.text.listings.ris import records_of_ris
from newsroom.text.pipeline import prepare
from tests.fuzz.sample_files import (
    FEED,
    MAILBOX,
    MARKDOWN,
    OPEN_DOCUMENT,
    PAGE,
    PDF_PAGE,
    RICH_TEXT,
    ROWS,
    TABLE,
)
from tests.newsroom.text.compilations.sample_warcs import warc
from tests.newsroom.text.compilations.test_factiva import CODED as FACTIVA
from tests.newsroom.text.compilations.test_lexis import NEWER as LEXIS
from tests.newsroom.text.compilations.test_web_records import A as WARC_PAGE
from tests.newsroom.text.compilations.test_web_records import wacz
from tests.newsroom.text.listings.test_json_feeds import FEED as JSON_FEED
from tests.newsroom.text.listings.test_ris import ENTRY as RIS
from tests.newsroom.text.listings.test_sitemaps import NEWS as NEWS_IN_SITEMAP
from tests.newsroom.text.listings.test_sitemaps import sitemap
from tests.newsroom.text.readers.pdf.sample_pdfs import pdf
from tests.newsroom.text.readers.test_web_archive import archive
from tests.newsroom.text.wires.test_newsml import MESSAGE as NEWSML
from tests.newsroom.text.wires.test_ninjs import FIRST as NINJS

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"
_MB = 2**20
SITEMAP_ENTRY = f"<url><loc>https://example.org/rain</loc>{NEWS_IN_SITEMAP.format('2022-07-09')}</url>"
#: The most damages to one file, and the most bytes that one of them changes.
MOST_DAMAGES, LONGEST_DAMAGE = 8, 64
#: Bytes that break readers more often than a random byte.
NASTY = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\x1b$B",
    b"9" * 400,
    b"0001-01-01",
    b"9999-12-31T23:59:59-14:00",
    b"[" * 2_000,
    b"<div>" * 500,
    b"> " * 500,
    b"\xcc\x81" * 200,
    b"\n\n\n",
    b'"',
    b"\\ud800",
    b"--b\n",
    b"=?utf-8?Q?=00?=",
)


def _message() -> bytes:
    message = EmailMessage()
    message["From"] = "press@example.org"
    message["Date"] = "Sat, 09 Jul 2022 10:00:00 +0200"
    message["Subject"] = "Rain – and hail"
    message.set_content("It rained for hours in the city, two officials said on Friday.\n")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="rain.png")
    return message.as_bytes()


def _word_document() -> bytes:
    document = docx.Document()
    document.add_heading("Rain", 1)
    document.add_paragraph("It rained for hours in the city, two officials said.").add_run("Bold").bold = True
    document.add_table(1, 2).cell(0, 0).text = "1"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _open_document() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", OPEN_DOCUMENT)
    return buffer.getvalue()


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("a.txt", "It rained."), ("d/é.html", PAGE), ("e.jsonl", ROWS)):
            archive.writestr(name, text)
    return buffer.getvalue()


def _read_source(name: str) -> Callable[[bytes], object]:
    return lambda raw: prepare(raw, name=name)


def _read_lines(raw: bytes) -> None:
    for record in records_of_lines(raw.splitlines(keepends=True), 1):
        _prepare_record(record)


def _read_table(raw: bytes) -> None:
    for record in records_of_csv(raw):
        _prepare_record(record)


def _prepare_record(record) -> None:  # type: ignore[no-untyped-def]
    if record.error or record.address:
        return
    try:
        prepare(record.raw, details=record.details)
    except NewsroomError:
        # A record that cannot be read gets a sentence, and the next record is read.
        return


def _read_json(raw: bytes) -> None:
    for record in records_of_json(raw):
        _prepare_record(record)


def _read_archive(raw: bytes) -> None:
    names = archived_names(raw, 100 * _MB)
    position = 0
    while position < len(names):
        position += len(archived_files(raw, position, _MB))


def _read_many(name: str) -> Callable[[bytes], object]:
    def read(raw: bytes) -> int:
        """Return the number of articles that `raw` is split into."""
        articles = split_articles(raw, name)
        for article in articles:
            try:
                prepare(article.raw, name=name, details=article.details)
            except NewsroomError:
                # An article that cannot be read gets a sentence, and the next one is read.
                continue
        return len(articles)

    return read


def _read_feed(raw: bytes) -> object:
    return read_feed(raw, address="https://example.org/feed")


def good_files() -> list[tuple[str, bytes, Callable[[bytes], object]]]:
    """Return files of every kind, as (name, content, function that reads it)."""
    files = [
        ("page.html", PAGE.encode(), _read_source("a.html")),
        ("old page.html", PAGE.replace("Nobody", "Žádný").encode("cp1250"), _read_source("a.html")),
        ("text.md", MARKDOWN.encode(), _read_source("a.md")),
        ("mail.eml", _message(), _read_source("a.eml")),
        ("word.docx", _word_document(), _read_source("a.docx")),
        ("rich.rtf", RICH_TEXT, _read_source("a.rtf")),
        ("open.odt", _open_document(), _read_source("a.odt")),
        ("page.webarchive", archive(), _read_source("a.webarchive")),
        ("pages.pdf", pdf(PDF_PAGE, PDF_PAGE), _read_source("a.pdf")),
        ("box.mbox", MAILBOX, _read_many("a.mbox")),
        ("lexis.txt", "\n\n".join(LEXIS).encode(), _read_many("a.txt")),
        ("factiva.txt", "\n\n".join(FACTIVA).encode(), _read_many("a.txt")),
        ("packed.gz", gzip.compress(TABLE.encode()), lambda raw: _read_table(unpack_gzip(raw, _MB))),
        ("rows.jsonl", ROWS.encode(), _read_lines),
        ("table.csv", TABLE.encode(), _read_table),
        ("wire.xml", NEWSML.encode(), _read_many("a.xml")),
        ("wire.json", json.dumps([NINJS, NINJS]).encode(), _read_json),
        ("plain.warc", warc(WARC_PAGE, packed=False), _read_many("a.warc")),
        ("packed.warc.gz", warc(WARC_PAGE), _read_many("a.warc.gz")),
        ("package.wacz", wacz(warc(WARC_PAGE)), _read_many("a.wacz")),
        ("list.ris", RIS.encode(), lambda raw: [_prepare_record(each) for each in records_of_ris(raw)]),
        ("archive.zip", _archive(), _read_archive),
        ("feed.xml", FEED.encode(), _read_feed),
        ("feed.json", json.dumps(JSON_FEED).encode(), _read_feed),
        ("sitemap.xml", sitemap(SITEMAP_ENTRY), _read_feed),
    ]
    for path in sorted(SEEDS.iterdir()):
        files.append((path.name, path.read_bytes(), _read_source(path.name)))
    return files


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """Return `raw` with some of its bytes changed, deleted, repeated or moved."""
    changed = bytearray(raw)
    for _ in range(chance.randint(1, MOST_DAMAGES)):
        start = chance.randrange(len(changed) + 1)
        end = min(len(changed), start + chance.randint(1, LONGEST_DAMAGE))
        kind = chance.randrange(6)
        if kind == 0:
            changed[start:end] = chance.randbytes(end - start)
        elif kind == 1:
            del changed[start:end]
        elif kind == 2:
            changed[start:start] = chance.choice(NASTY)
        elif kind == 3:
            changed[start:start] = changed[start:end] * chance.randint(1, 200)
        elif kind == 4 and start < len(changed):
            changed[start] ^= 1 << chance.randrange(8)
        elif kind == 5 and chance.random() < 0.2:
            del changed[start:]
    return bytes(changed)


def failures(runs: int, seed: int) -> Iterator[str]:
    """Yield a traceback for each damaged file that raised an error outside the family `NewsroomError`."""
    # The same damages come again for the same seed.
    chance = random.Random(seed)  # noqa: S311
    files = good_files()
    for run in range(runs):
        name, raw, read = files[run % len(files)]
        damage = damaged(raw, chance)
        try:
            read(damage)
        except NewsroomError:
            continue
        except UNFORESEEN:
            yield f"run {run}, {name}:\n{traceback.format_exc()}\n{damage[:400]!r}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.readers", description=__doc__)
    parser.add_argument("--runs", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    found = 0
    for failure in failures(asked.runs, asked.seed):
        found += 1
        print(failure, file=sys.stderr)
    print(f"{asked.runs} runs, seed {asked.seed}: {found} exceptions outside the family of errors")
    sys.exit(1 if found else 0)


#: All exceptions that a program may raise, except those that end the process.
UNFORESEEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
)

if __name__ == "__main__":
    main()
