"""Test that batches are read in their order, and that what cannot be read stays the trouble of its source."""

import pytest

from newsroom.errors import NewsroomError
from newsroom.fetching.import_sources import ImportSource
from newsroom.management.reading_ahead import BATCHES_AHEAD, read_ahead
from newsroom.reading.reader_pool import ReaderPool


def source(number):
    return ImportSource(f"{number}.txt", f"It rained in place {number}.".encode(), f"{number}.txt")


@pytest.mark.parametrize("number", [0, 1, BATCHES_AHEAD, BATCHES_AHEAD + 1, BATCHES_AHEAD + 3])
def test_each_batch_comes_once_in_its_order(number):
    batches = [[source(2 * place), source(2 * place + 1)] for place in range(number)]
    with ReaderPool(2) as pool:
        read = list(read_ahead(batches, pool))
    assert [[each.source for each in batch] for batch in read] == batches
    for batch in read:
        for each in batch:
            assert each.result.prepared.document.text.encode() == each.source.raw


def test_no_more_batches_than_those_ahead_are_taken_before_the_first_is_stored():
    taken = []

    def batches():
        for number in range(10):
            taken.append(number)
            yield [source(number)]

    with ReaderPool(1) as pool:
        reading = read_ahead(batches(), pool)
        next(reading)
        # One more is taken by the thread that takes them.
        assert len(taken) <= BATCHES_AHEAD + 2
        reading.close()


def test_a_source_with_an_error_is_not_read():
    batch = [
        ImportSource("a.zip", error="It is damaged."),
        source(1),
        ImportSource("b", passed_over="No kind."),
    ]
    with ReaderPool(1) as pool:
        ((damaged, good, other),) = read_ahead([batch], pool)
    assert isinstance(damaged.result, NewsroomError)
    assert isinstance(other.result, NewsroomError)
    assert good.result.prepared.document.text == "It rained in place 1."


def test_an_error_while_sources_are_found_is_raised():
    def batches():
        yield [source(1)]
        raise OSError("The disk is gone.")

    with ReaderPool(1) as pool, pytest.raises(OSError, match="disk is gone"):
        list(read_ahead(batches(), pool))
