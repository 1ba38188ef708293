"""Test that reading in a process of its own gives the same result as reading in this process."""

import pytest

from newsroom.errors import Unreadable
from newsroom.reading.sources import read_source
from newsroom.text.pipeline import SourceDetails, prepare

RAW = b"Rain falls\n\nIt rained for hours in the city, two officials said on Friday."


def test_what_is_read_apart_is_what_is_read_here():
    details = SourceDetails(title="Rain")
    assert read_source(RAW, name="rain.txt", details=details) == prepare(
        RAW, name="rain.txt", details=details
    )


def test_what_is_refused_here_is_refused_apart():
    with pytest.raises(Unreadable, match="not text"):
        prepare(b"It rained\0 for hours.")
    with pytest.raises(Unreadable, match="not text"):
        read_source(b"It rained\0 for hours.")
