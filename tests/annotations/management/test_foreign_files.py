"""Test that a file is read with the file beside it."""

import sqlite3
from contextlib import closing

import pytest

from annotations.management.foreign_files import read_beside
from newsroom.errors import Invalid, Unreadable


def test_the_text_of_brat_stands_beside_its_annotations(tmp_path):
    (tmp_path / "rain.ann").write_text("T1\tWeather 0 4\tRain\n")
    (tmp_path / "rain.txt").write_text("Rain fell.")
    read = read_beside(tmp_path / "rain.ann", "")
    assert [(each.foreign_id, each.exact) for each in read.annotations] == [("rain/T1", "Rain")]


def test_a_file_that_needs_no_other_is_left_to_its_reader(tmp_path):
    assert read_beside(tmp_path / "a.csv", "") is None
    assert read_beside(tmp_path / "a.ann", "table") is None


def test_a_missing_text_and_one_that_is_not_utf_8_are_told(tmp_path):
    (tmp_path / "rain.ann").write_text("")
    with pytest.raises(FileNotFoundError):
        read_beside(tmp_path / "rain.ann", "")
    (tmp_path / "rain.txt").write_bytes(b"\xff")
    with pytest.raises(Invalid, match=r"rain.txt: this is not UTF-8"):
        read_beside(tmp_path / "rain.ann", "")


def test_a_database_of_taguette_is_read(tmp_path):
    path = tmp_path / "project.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            """
            CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, filename TEXT, contents TEXT);
            CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER,
                                     end_offset INTEGER, snippet TEXT);
            CREATE TABLE tags (id INTEGER PRIMARY KEY, path TEXT, description TEXT);
            CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
            INSERT INTO documents VALUES (1, 'Rain', 'rain.txt', 'Rain fell.');
            INSERT INTO highlights VALUES (3, 1, 0, 4, 'Rain');
            INSERT INTO tags VALUES (2, 'weather', '');
            INSERT INTO highlight_tags VALUES (3, 2);
            """
        )
    (one,) = read_beside(path, "").annotations
    assert (one.foreign_id, one.exact, one.tags) == ("3", "Rain", ("weather",))


def test_another_database_is_refused(tmp_path):
    for name, content in (("a.sqlite3", b""), ("b.sqlite3", b"no database at all")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Unreadable, match="no project of Taguette"):
            read_beside(tmp_path / name, "")
    with pytest.raises(Unreadable):
        read_beside(tmp_path / "nowhere.sqlite3", "")
