"""Test that sources are read and their texts analysed, and that an unreadable one stops no other."""

import pytest

from newsroom.errors import NewsroomError
from newsroom.text.analysis import LONG, SourceBytes, analyse_sources
from newsroom.text.language.indexing.index_entries import entries_of
from newsroom.text.pipeline import SourceDetails, prepare

RAIN = b"Rain falls\n\nIt rained for hours in the city, two officials said on Friday."


def length(document):
    return len(document.text)


def test_a_source_is_read_with_its_name_and_details_and_its_text_is_examined():
    details = SourceDetails(title="Rain", language="en")
    (read,) = analyse_sources([SourceBytes(RAIN, "rain.txt", details)], [length])
    prepared = prepare(RAIN, name="rain.txt", details=details)
    assert read.prepared == prepared
    assert read.analysis.entries == entries_of(prepared.document, "en")
    assert read.analysis.results == (len(prepared.document.text),)


def test_an_unreadable_source_is_an_error_among_the_results():
    first, second = analyse_sources([SourceBytes(b"It rained\0."), SourceBytes(RAIN)])
    assert isinstance(first, NewsroomError)
    assert second.prepared == prepare(RAIN)


@pytest.mark.parametrize(("size", "is_analysed"), [(LONG - 1, True), (LONG, False)])
def test_a_long_text_is_only_read(size, is_analysed):
    text = ("Rain. " * size)[: size - 1].rstrip() + "!"
    text = text.ljust(size, "!")
    (read,) = analyse_sources([SourceBytes(text.encode())], [length])
    assert len(read.prepared.document.text) == size
    assert (read.analysis is not None) == is_analysed
