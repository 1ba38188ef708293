"""Test that an unexpected error while reading a source becomes a sentence about that source."""

import sqlite3

import pytest
from django.db import DataError, OperationalError

from newsroom.errors import Invalid, Unreadable
from newsroom.trouble.containing import BROKEN, contain_errors, contained_parts


@pytest.mark.parametrize(
    "error", [IndexError(), ValueError(), OverflowError(), RecursionError(), DataError(), UnicodeDecodeError]
)
def test_what_nobody_foresaw_is_a_sentence_and_the_log_has_the_trace(error, caplog):
    if error is UnicodeDecodeError:
        error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    with pytest.raises(Unreadable) as refusal, contain_errors("a\nb.txt"):
        raise error
    assert refusal.value.sentence == BROKEN
    (line,) = caplog.records
    assert line.exc_info[1] is error
    # A line break in a name from outside does not break the line of the log.
    assert line.source == "'a\\nb.txt'"


def test_a_refusal_stays_what_it_is():
    with pytest.raises(Invalid, match=r"Write a title\."), contain_errors("a.txt"):
        raise Invalid("Write a title.")


def test_trouble_of_the_database_is_about_every_source():
    locked = sqlite3.OperationalError("database is locked")
    locked.sqlite_errorname = "SQLITE_BUSY"
    with pytest.raises(OperationalError), contain_errors("a.txt"):
        raise OperationalError from locked


def test_what_holds_for_the_whole_process_is_let_through():
    with pytest.raises(MemoryError), contain_errors("a.txt"):
        raise MemoryError


def doubled(numbers):
    """Return each number doubled, by number. A number below 0 raises an unexpected error."""
    if min(numbers) < 0:
        raise ValueError(numbers)
    return {number: 2 * number for number in numbers}


def test_of_several_parts_those_that_break_are_named_and_the_others_are_done():
    assert contained_parts(doubled, [1, 2]) == ({1: 2, 2: 4}, [])
    assert contained_parts(doubled, [1, -2, 3]) == ({1: 2, 3: 6}, [-2])


def test_trouble_of_the_database_is_about_all_parts():
    def locked(_):
        cause = sqlite3.OperationalError("database is locked")
        cause.sqlite_errorname = "SQLITE_BUSY"
        raise OperationalError from cause

    with pytest.raises(OperationalError):
        contained_parts(locked, [1, 2])
