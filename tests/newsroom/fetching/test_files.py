"""Test what is read from files, folders, tables and archives, and the sentence if there is no article."""

import gzip
import io
import json
import os
import zipfile

import pytest

from newsroom.fetching.files import estimated_count, sources, sources_inside
from newsroom.fetching.import_sources import ImportSource
from newsroom.text.pipeline import SourceDetails
from newsroom.trouble.containing import BROKEN
from tests.newsroom.text.listings.test_workbooks import workbook


def results(path):
    """Return (path, text or error) of each source at `path`. The paths are relative to its folder."""
    return [
        (str(source.path).removeprefix(f"{path.parent}/"), source.error or source.raw.decode())
        for source in sources(path)
    ]


def file(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def archive(folder, *entries, name="a.zip"):
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for inside, content in entries:
            packed.writestr(inside, content)
    return path


def test_a_file_is_one_source_under_its_own_name(tmp_path):
    path = file(tmp_path, "rain.md", "# Rain")
    assert list(sources(path)) == [ImportSource(str(path), b"# Rain", "rain.md")]


def test_a_file_of_another_kind_is_refused(tmp_path):
    ((_, why),) = results(file(tmp_path, "rain.exe", "MZ"))
    assert why.startswith("Not a kind of file that can be imported")


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as large:
        large.truncate(10 * 2**20 + 1)
    assert results(path) == [("large.txt", "Larger than 10 MB: split it, or import its text alone.")]


def test_a_file_of_the_largest_size_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as large:
        large.truncate(10 * 2**20)
    (source,) = sources(path)
    assert (len(source.raw), source.error) == (10 * 2**20, "")


def test_a_file_that_is_gone_is_told(tmp_path):
    assert results(tmp_path / "gone.txt") == [("gone.txt", "Cannot be read: No such file or directory.")]


def test_a_folder_is_read_whole_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a/z.html", "a/c.md", "Thumbs.db"):
        file(tmp_path / "all", name, name)
    assert [content for _, content in results(tmp_path / "all")] == ["a/c.md", "a/z.html", "b.txt"]


def test_files_of_a_folder_that_are_passed_over_are_named_with_the_reason(tmp_path):
    for name in ("a/picture.JPG", "notes", "rain.txt"):
        file(tmp_path / "all", name, name)
    (tmp_path / "all" / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert [(source.path.rpartition("/")[2], source.passed_over) for source in sources(tmp_path / "all")] == [
        ("picture.JPG", "Passed over: .jpg is not a kind of file that can be imported."),
        ("gone.txt", "Passed over: it is no file, or leads to one that is gone."),
        ("notes", "Passed over: its name has no ending that says what it is."),
        ("rain.txt", ""),
    ]


def test_a_line_of_json_is_a_record_with_what_it_states(tmp_path):
    row = {"external_id": 7, "text": "It rained.", "story": "rain"}
    path = file(
        tmp_path, "a.jsonl", json.dumps(row) + "\n\n" + json.dumps({"html": "<p>Hail</p>"}) + "\nno json"
    )
    assert list(sources(path)) == [
        ImportSource(
            f"{path}:1",
            b"It rained.",
            "",
            SourceDetails(external_id="7", format="plain", charset="utf-8"),
            "rain",
        ),
        ImportSource(f"{path}:3", b"<p>Hail</p>", "", SourceDetails(format="html", charset="utf-8")),
        ImportSource(f"{path}:4", error="This line is no JSON object: one record stands on each line."),
    ]


def test_a_line_longer_than_any_source_is_told_and_the_next_is_read(tmp_path):
    long = b'{"text": "' + b"x" * (10 * 2**20 + 9) + b'"}\n'
    found = results(file(tmp_path, "a.jsonl", long + b'{"text": "Rain."}'))
    assert [where for where, _ in found] == ["a.jsonl:1", "a.jsonl:2"]
    assert found[1][1] == "Rain."


def test_a_table_has_a_record_on_each_row(tmp_path):
    path = file(tmp_path, "a.csv", "\ufeffTitle,TEXT\r\nRain,It rained.\r\n")
    assert list(sources(path)) == [
        ImportSource(
            f"{path}:2", b"It rained.", "", SourceDetails(title="Rain", format="plain", charset="utf-8")
        )
    ]


@pytest.mark.parametrize("name", ["a.tsv", "a.TAB"])
def test_a_table_may_have_tabs(tmp_path, name):
    assert results(file(tmp_path, name, "title\ttext\nRain\tIt rained.\n")) == [(f"{name}:2", "It rained.")]


def test_a_json_file_has_an_article_in_each_object(tmp_path):
    path = file(tmp_path, "a.json", '[{"text": "It rained."}, 7]')
    assert results(path) == [
        ("a.json:1", "It rained."),
        ("a.json:2", "This item is no JSON object: each article is one object."),
    ]


def test_a_workbook_has_a_record_on_each_row(tmp_path):
    path = file(tmp_path, "a.xlsx", workbook(["text"], ["It rained."]))
    assert results(path) == [("a.xlsx:2", "It rained.")]


def test_a_json_file_of_more_than_ten_megabytes_is_refused(tmp_path):
    path = file(tmp_path, "a.json", "[" + " " * (10 * 2**20 - 2) + "]")
    assert results(path) == []
    path = file(tmp_path, "a.json", "[" + " " * (10 * 2**20 - 1) + "]")
    assert results(path) == [("a.json", "Larger than 10 MB: split it, or hand it in as JSON Lines.")]


def test_a_file_packed_with_gzip_is_read_as_what_it_holds(tmp_path):
    path = file(tmp_path, "a.csv.gz", gzip.compress(b"text\nIt rained.\n"))
    assert results(path) == [("a.csv.gz:2", "It rained.")]
    path = file(tmp_path, "b.txt.gz", gzip.compress(b"It hailed."))
    assert list(sources(path)) == [ImportSource(str(path), b"It hailed.", "b.txt")]


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.zip.gz", gzip.compress(b"PK"), "This is an archive in an archive: unpack it first."),
        ("a.tar.gz", gzip.compress(b"x"), "Not a kind of file that can be imported"),
        ("a.txt.gz", b"It rained.", "This gzip archive is damaged"),
        ("a.txt.gz", gzip.compress(b"x" * (10 * 2**20 + 1)), "It unpacks to more than 10 MB"),
    ],
    ids=["in an archive", "tar", "damaged", "large"],
)
def test_what_is_packed_and_cannot_be_read_is_told(tmp_path, name, raw, why):
    ((_, sentence),) = results(file(tmp_path, name, raw))
    assert sentence.startswith(why)


def test_a_table_that_is_none_is_told(tmp_path):
    assert results(file(tmp_path, "a.csv", "title\nRain\n")) == [
        (
            "a.csv",
            "The table lacks a column text, html, markdown or url in its first line. "
            "Say at the preview which column holds the article (by command: --columns); there are: title.",
        )
    ]


def test_an_enormous_table_is_refused_unread(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("wb") as large:
        large.truncate(200 * 2**20 + 1)
    assert results(path) == [("a.csv", "Larger than 200 MB: split it, or hand it in as JSON Lines.")]


def test_what_is_in_an_archive_is_read_in_the_order_of_names(tmp_path):
    path = archive(tmp_path, ("b.txt", "Hail."), ("news/a.csv", "text\nRain.\n"), ("c/", ""))
    assert results(path) == [("a.zip!b.txt", "Hail."), ("a.zip!news/a.csv:2", "Rain.")]


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("../climbs.txt", "leads out of the archive"),
        ("a/../../climbs.txt", "leads out of the archive"),
        ("/etc/absolute.txt", "leads out of the archive"),
        ("nested.zip", "Not a kind of file"),
        ("picture.png", "Not a kind of file"),
    ],
)
def test_an_entry_that_cannot_be_taken_is_told_and_the_others_are_read(tmp_path, inside, why):
    found = results(archive(tmp_path, (inside, "x"), ("rain.txt", "Rain.")))
    assert why in dict(found)[f"a.zip!{inside}"]
    assert dict(found)["a.zip!rain.txt"] == "Rain."


def test_an_encrypted_entry_is_told(tmp_path):
    path = archive(tmp_path, ("secret.txt", "Rain."))
    raw = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + flags] |= 1
    path.write_bytes(raw)
    assert results(path) == [("a.zip!secret.txt", "The file is encrypted: unpack it first.")]


def test_a_damaged_entry_is_told(tmp_path):
    path = archive(tmp_path, ("rain.txt", "Rain. " * 99))
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"rain.txt") + 8 + 4] ^= 0xFF
    path.write_bytes(raw)
    ((_, why),) = results(path)
    assert why.startswith("Cannot be unpacked")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_entry_is_told_however_it_was_packed_and_the_next_is_read(tmp_path, method):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", method) as made:
        made.writestr("a.txt", "".join(f"Rain {number} fell. " for number in range(2_000)))
        made.writestr("b.txt", "Hail.", zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    for at in range(60, 160):
        raw[at] ^= 0xFF
    path.write_bytes(raw)
    (_, why), rest = results(path)
    assert (why.startswith("Cannot be unpacked"), rest) == (True, ("a.zip!b.txt", "Hail."))


def test_what_systems_leave_beside_peoples_files_is_passed_over(tmp_path):
    litter = ["__MACOSX/._rain.txt", "._rain.txt", ".DS_Store", "news/Thumbs.db"]
    assert results(archive(tmp_path, *((name, "x") for name in litter), ("rain.txt", "Rain."))) == [
        ("a.zip!rain.txt", "Rain.")
    ]


def test_what_is_no_archive_is_told(tmp_path):
    assert results(file(tmp_path, "a.zip", "no archive")) == [
        ("a.zip", "This is no ZIP archive, or it is damaged: pack the files again.")
    ]


def test_an_archive_that_unpacks_to_a_thousandfold_is_refused(tmp_path):
    ((_, why),) = results(archive(tmp_path, ("bomb.txt", bytes(60 * 2**20))))
    assert why == "The archive unpacks to 60 MB: split it, or unpack it first."


def test_an_archive_of_twenty_thousand_files_is_refused(tmp_path):
    path = archive(tmp_path, *((f"{number}.txt", "x") for number in range(20_000)))
    assert results(path) == [("a.zip", "More than 10,000 files in one archive: split it.")]


def test_a_large_entry_is_refused(tmp_path):
    (_, (_, why)) = results(
        archive(tmp_path, ("a.txt", os.urandom(200_000).hex() * 4), ("b.txt", "x" * (10 * 2**20 + 1)))
    )
    assert why.startswith("Larger than 10 MB")


def test_how_much_there_is_to_read_is_counted_before_it_is_read(tmp_path):
    file(tmp_path / "all", "a.txt", "Rain.")
    file(tmp_path / "all", "b.jsonl", '{"text": "x"}\n' * 5)
    archive(tmp_path / "all", ("c.txt", "x"), ("d.txt", "x"))
    file(tmp_path / "all", "broken.zip", "x")
    file(tmp_path / "all", "other.png", "x")
    assert estimated_count(tmp_path / "all") == 1 + 5 + 2 + 1
    assert estimated_count(tmp_path / "gone.jsonl") == 1


def test_lines_are_numbered_on_where_they_are_read_some_at_a_time(tmp_path):
    line = json.dumps({"text": "Rain. " * 10_000}) + "\n"
    found = results(file(tmp_path, "a.jsonl", line * 40 + "no json\n" + line))
    assert [where for where, _ in found] == [f"a.jsonl:{number}" for number in range(1, 43)]
    assert found[40][1] == "This line is no JSON object: one record stands on each line."


class BrokenFile(io.BytesIO):
    """A file that raises an unexpected error when it is read."""

    def read(self, *_):
        raise ValueError("negative seek")


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.zip"])
def test_what_nobody_foresaw_of_one_file_is_told_about_it(name):
    (source,) = sources_inside(name, BrokenFile(b"x"), size=1)
    assert (source.path, source.error) == (name, BROKEN)
