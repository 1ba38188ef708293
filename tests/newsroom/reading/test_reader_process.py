"""Test that a function called in the reader process returns and raises as it would here, and can be ended."""

import os
import time

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.reading import reader_process as module
from newsroom.reading.reader_process import TOO_LONG, ReaderProcess, call_in_reader
from newsroom.reading.worker import TOO_MUCH_MEMORY, Call
from newsroom.text.model import Span


def doubled(span: Span, *, times: int = 2) -> Span:
    return Span(span.start * times, span.end * times)


def spin() -> None:
    while True:
        pass


def devour() -> int:
    return len(b"x" * 2**31)


def die() -> None:
    os._exit(3)


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def process_id() -> int:
    return os.getpid()


def test_a_value_comes_back_from_another_process():
    assert call_in_reader(doubled, Span(1, 2), times=3) == Span(3, 6)
    assert call_in_reader(process_id) != os.getpid()


def test_calls_share_one_process():
    assert call_in_reader(process_id) == call_in_reader(process_id)


def test_too_much_memory_is_a_sentence_and_the_next_call_is_answered():
    with pytest.raises(TooLarge) as error:
        call_in_reader(devour)
    assert error.value.sentence == TOO_MUCH_MEMORY
    assert call_in_reader(doubled, Span(1, 1)) == Span(2, 2)


def test_too_much_cpu_time_ends_the_process_and_the_next_call_is_answered(monkeypatch):
    monkeypatch.setattr(module, "CPU_SECONDS", 1)
    with pytest.raises(TooLarge) as error:
        call_in_reader(spin)
    assert error.value.sentence == TOO_LONG
    assert call_in_reader(doubled, Span(1, 1)) == Span(2, 2)


def test_a_call_that_waits_for_ever_is_ended_by_the_clock(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 1)
    reader = ReaderProcess()
    with pytest.raises(TooLarge, match="too long"):
        reader.call(Call(sleep, (30.0,), {}, cpu_seconds=1))
    reader.stop()


def test_a_process_that_dies_is_a_sentence_and_the_next_call_is_answered():
    with pytest.raises(Unreadable, match="cannot be read"):
        call_in_reader(die)
    assert call_in_reader(doubled, Span(1, 1)) == Span(2, 2)


def test_a_process_that_ended_while_idle_is_replaced():
    reader = ReaderProcess()
    first = reader.call(Call(process_id, (), {}, cpu_seconds=5)).value
    os.kill(first, 9)
    os.waitpid(first, 0)
    assert reader.call(Call(process_id, (), {}, cpu_seconds=5)).value != first
    reader.stop()


def test_a_fork_ends_the_process_first_so_that_no_two_share_it():
    """The server imports its sample articles, and then forks its workers."""
    before = call_in_reader(process_id)
    copy = os.fork()
    if copy == 0:
        os._exit(0 if call_in_reader(doubled, Span(1, 1)) == Span(2, 2) else 1)
    _, status = os.waitpid(copy, 0)
    assert status == 0
    assert call_in_reader(process_id) != before
