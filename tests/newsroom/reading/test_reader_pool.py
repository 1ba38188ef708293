"""Test that several processes read at once, and that each source has its own result."""

import os
import time
from pathlib import Path

import pytest

from newsroom.errors import NewsroomError, Unreadable
from newsroom.reading.reader_pool import ReaderPool, SourceReadings
from newsroom.reading.reader_process import call_in_reader
from newsroom.text.analysis import SourceBytes, analyse_sources

RAIN, SNOW = SourceBytes(b"It rained all day.", "rain.txt"), SourceBytes(b"It snowed.", "snow.txt")


def meet(folder: Path) -> int:
    """Return the id of this process, as soon as another process is in `folder` too."""
    (folder / str(os.getpid())).touch()
    while len(list(folder.iterdir())) < 2:
        time.sleep(0.01)
    return os.getpid()


def stay() -> None:
    time.sleep(600)


def end_at_snow(document):
    if "snowed" in document.text:
        os._exit(3)


def test_two_processes_work_at_the_same_time(tmp_path):
    with ReaderPool(2) as pool:
        calls = [pool.start(meet, tmp_path) for _ in range(2)]
        assert len({call.result(timeout=60) for call in calls}) == 2


def test_at_its_end_the_pool_does_not_wait_for_what_is_under_way():
    began = time.monotonic()
    with ReaderPool(1) as pool:
        first, second = pool.start(stay), pool.start(stay)
        while not first.running():
            time.sleep(0.01)
    assert time.monotonic() - began < 300
    assert isinstance(first.exception(), NewsroomError)
    assert second.cancelled()


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_results_come_in_the_order_of_the_sources(number):
    sources = [RAIN, SourceBytes(b"\0"), SNOW][:number]
    with ReaderPool(2) as pool:
        results = SourceReadings(pool, sources, []).results()
    expected = analyse_sources(sources)
    assert [str(result) for result in results] == [str(result) for result in expected]


def test_a_source_that_ends_the_process_takes_no_other_with_it():
    with ReaderPool(1) as pool:
        rain, snow = SourceReadings(pool, [RAIN, SNOW], [end_at_snow]).results()
    assert rain.prepared.document.text == "It rained all day."
    assert isinstance(snow, Unreadable)


def test_a_pool_reads_what_the_one_reader_process_reads():
    with ReaderPool(1) as pool:
        (read,) = SourceReadings(pool, [RAIN], []).results()
    assert [read] == call_in_reader(analyse_sources, [RAIN])
