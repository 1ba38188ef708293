"""Test that damaged files of every kind raise only errors with sentences.

The long run is `python -m tests.fuzz.readers`.
"""

import random

from newsroom.errors import NewsroomError
from tests.fuzz.readers import damaged, failures, good_files


def test_no_damaged_file_raises_anything_but_a_sentence():
    assert list(failures(120, seed=16)) == []


def test_every_file_can_be_read_before_it_is_damaged():
    for name, raw, read in good_files():
        # What splits files says into how many articles, and no article would be nothing read.
        assert read(raw) != 0, name


def test_the_same_seed_damages_alike():

    raw = b"It rained for hours in the city."
    once, again = (damaged(raw, random.Random(7)) for _ in range(2))  # noqa: S311
    assert once == again != raw


def test_a_reader_that_breaks_is_seen(monkeypatch):
    def breaks(raw):
        raise IndexError

    def refuses(raw):
        raise NewsroomError("Not this one.")

    files = [("a.txt", b"Rain.", breaks), ("b.txt", b"Rain.", refuses)]
    monkeypatch.setattr("tests.fuzz.readers.good_files", lambda: files)
    found = list(failures(4, seed=1))
    assert [failure.partition(":")[0] for failure in found] == ["run 0, a.txt", "run 2, a.txt"]
