"""Test that an error in the reader process comes back as an answer."""

import pytest

from newsroom.errors import Invalid, Unreadable
from newsroom.reading.reader_process import BROKEN, call_in_reader


def refuse() -> None:
    raise Invalid("Write a title.")


def fail() -> None:
    raise KeyError("secret words of an article")


def recurse(depth: int = 0) -> int:
    return recurse(depth + 1)


def test_a_refusal_comes_back_as_it_was():
    with pytest.raises(Invalid, match=r"^Write a title\.$"):
        call_in_reader(refuse)


@pytest.mark.parametrize("function", [fail, recurse])
def test_whatever_else_is_thrown_is_a_sentence_and_the_log_has_the_trace(function, caplog):
    with pytest.raises(Unreadable) as error:
        call_in_reader(function)
    assert error.value.sentence == BROKEN
    assert function.__name__ in caplog.records[-1].trace
