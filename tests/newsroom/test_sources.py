"""What stands in files, folders, tables and archives, and what is said where there is no article."""

import json
import os
import zipfile

import pytest

from newsroom import sources as module
from newsroom.errors import Invalid
from newsroom.sources import Source, record, sources
from newsroom.text.preparing import Given


def told(path):
    """`(where, what or why not)` of each source at `path`, the folder itself left out of the name."""
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
    assert list(sources(path)) == [Source(str(path), b"# Rain", "rain.md")]


def test_a_file_of_another_kind_is_refused(tmp_path):
    ((_, why),) = told(file(tmp_path, "rain.exe", "MZ"))
    assert why.startswith("Not a kind of file that can be imported")


def test_a_file_that_is_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as large:
        large.truncate(module.LARGEST + 1)
    assert told(path) == [("large.txt", "Larger than 10 MB: split it, or import its text alone.")]


def test_a_file_that_is_gone_is_told(tmp_path):
    assert told(tmp_path / "gone.txt") == [("gone.txt", "Cannot be read: No such file or directory.")]


def test_a_folder_is_read_whole_in_the_order_of_names_and_other_files_are_passed_over(tmp_path):
    for name in ("b.txt", "a/z.html", "a/c.md", "picture.jpg", ".hidden"):
        file(tmp_path / "all", name, name)
    assert [content for _, content in told(tmp_path / "all")] == ["a/c.md", "a/z.html", "b.txt"]


def test_a_line_of_json_is_a_record_with_what_it_states(tmp_path):
    row = {"external_id": 7, "title": "Rain", "text": "It rained.", "published_at": "2022-07-09", "story": "rain"}
    path = file(tmp_path, "a.jsonl", json.dumps(row) + "\n\n" + json.dumps({"html": "<p>Hail</p>", "outlet": "B"}))
    assert list(sources(path)) == [
        Source(
            f"{path}:1",
            b"It rained.",
            "",
            Given(external_id="7", title="Rain", published="2022-07-09", format="plain"),
            "rain",
        ),
        Source(f"{path}:3", b"<p>Hail</p>", "", Given(outlet="B", format="html")),
    ]


@pytest.mark.parametrize("line", ["no json", "[1, 2]", '"text"', "{" * 5_000, '{"text": "x"'])
def test_a_line_that_is_no_record_is_told_and_the_next_ones_are_read(tmp_path, line):
    path = file(tmp_path, "a.jsonl", f'{line}\n{{"text": "Rain."}}\n')
    assert told(path) == [
        ("a.jsonl:1", "This line is no JSON object: one record stands on each line."),
        ("a.jsonl:2", "Rain."),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"title": "x"}, "none of them"),
        ({"text": ""}, "none of them"),
        ({"text": "a", "html": "<p>a"}, "text and html"),
        ({"text": ["a"]}, "text is neither text nor a number"),
        ({"text": "a", "title": {"en": "x"}}, "title is neither text nor a number"),
        ({"text": "a", "published_at": 1.5}, "published_at is neither text nor a number"),
    ],
)
def test_a_record_without_one_text_or_with_something_else_in_a_column_is_refused(row, why):
    with pytest.raises(Invalid, match=why):
        record("here", row)


def test_a_lone_surrogate_in_json_makes_no_error_of_its_own(tmp_path):
    path = file(tmp_path, "a.jsonl", '{"text": "half \\ud83d rain"}')
    ((source),) = sources(path)
    assert source.raw == b"half \xed\xa0\xbd rain"


def test_a_table_has_a_record_on_each_row(tmp_path):
    path = file(tmp_path, "a.csv", '\ufeffTitle,TEXT\r\nRain,"It rained,\r\nand how."\r\n\r\nHail,It hailed.\r\n')
    assert [(s.path, s.raw, s.given.title) for s in sources(path)] == [
        (f"{path}:3", b"It rained,\r\nand how.", "Rain"),
        (f"{path}:5", b"It hailed.", "Hail"),
    ]


def test_a_cell_may_be_as_long_as_an_article(tmp_path):
    ((_, content),) = told(file(tmp_path, "a.csv", f"text\n{'x' * 1_000_000}\n"))
    assert len(content) == 1_000_000


def test_a_table_without_a_column_of_text_is_refused(tmp_path):
    for content in ("title,url\nRain,https://example.org\n", "\n\n", "x"):
        assert told(file(tmp_path, "a.csv", content))[0][1] in (
            "The table lacks a column text, html or markdown in its first line.",
            "This file holds no words. Choose a file that holds the article's text.",
        )


def test_a_row_with_cells_missing_is_told_by_its_line(tmp_path):
    path = file(tmp_path, "a.csv", "title,text\nRain\nHail,It hailed.\n")
    assert told(path) == [
        ("a.csv:2", "1 cells instead of 2: check the commas and quotation marks."),
        ("a.csv:3", "It hailed."),
    ]


def test_broken_quotation_marks_are_told_by_their_line(tmp_path):
    (_, (where, why)) = told(file(tmp_path, "a.csv", 'title,text\nHail,It hailed.\n"Rain"x,It rained.\n'))
    assert where == "a.csv:3"
    assert why.startswith("The table breaks off here")


def test_what_is_in_an_archive_is_read_in_the_order_of_names(tmp_path):
    path = archive(tmp_path, ("b.txt", "Hail."), ("news/a.csv", "text\nRain.\n"), ("c/", ""))
    assert told(path) == [("a.zip!b.txt", "Hail."), ("a.zip!news/a.csv:2", "Rain.")]


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
    found = told(archive(tmp_path, (inside, "x"), ("rain.txt", "Rain.")))
    assert why in dict(found)[f"a.zip!{inside}"]
    assert dict(found)["a.zip!rain.txt"] == "Rain."


def test_an_encrypted_entry_is_told(tmp_path):
    path = archive(tmp_path, ("secret.txt", "Rain."))
    raw = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + flags] |= 1
    path.write_bytes(raw)
    assert told(path) == [("a.zip!secret.txt", "The file is encrypted: unpack it first.")]


def test_a_damaged_entry_is_told(tmp_path):
    path = archive(tmp_path, ("rain.txt", "Rain. " * 99))
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"rain.txt") + 8 + 4] ^= 0xFF
    path.write_bytes(raw)
    ((_, why),) = told(path)
    assert why.startswith("Cannot be unpacked")


def test_what_is_no_archive_is_told(tmp_path):
    assert told(file(tmp_path, "a.zip", "no archive")) == [
        ("a.zip", "This is no ZIP archive, or it is damaged: pack the files anew.")
    ]


def test_an_archive_that_unpacks_to_a_thousandfold_is_refused(tmp_path):
    ((_, why),) = told(archive(tmp_path, ("bomb.txt", bytes(60 * 2**20))))
    assert why == "The archive unpacks to 60 MB: split it, or unpack it first."


def test_an_archive_of_twenty_thousand_files_is_refused(tmp_path):
    path = archive(tmp_path, *((f"{number}.txt", "x") for number in range(20_000)))
    assert told(path) == [("a.zip", "More than 10,000 files in one archive: split it.")]


def test_a_large_entry_is_refused(tmp_path):
    (_, (_, why)) = told(archive(tmp_path, ("a.txt", os.urandom(200_000).hex() * 4), ("b.txt", "x" * (10 * 2**20 + 1))))
    assert why.startswith("Larger than 10 MB")
