"""Test the limits of what a source states: a value that is too long is cut or emptied, with a note."""

import pytest

from newsroom.text.metadata.limits import BoundedMetadata, cut_lines, limit_metadata
from newsroom.text.model import Metadata
from newsroom.text.pipeline import SourceDetails, prepare
from tests.cpu_time import cpu_seconds

URL = "https://example.org/"


@pytest.mark.parametrize(
    ("name", "longest"), [("title", 500), ("outlet", 120), ("byline", 300), ("credit", 300)]
)
def test_words_are_cut_at_their_limit(name, longest):
    fits = Metadata(**{name: "x" * longest})
    assert limit_metadata(fits) == BoundedMetadata(fits)
    cut = limit_metadata(Metadata(**{name: "x" * (longest + 1)}))
    assert cut.metadata == fits
    assert cut.notes[0].endswith(f"was longer than {longest} characters and was cut.")


@pytest.mark.parametrize(
    ("name", "fits", "too_long"),
    [("url", URL.ljust(2_000, "a"), URL.ljust(2_001, "a")), ("language", "l" * 35, "l" * 36)],
)
def test_what_means_nothing_once_it_is_cut_is_left_blank(name, fits, too_long):
    assert getattr(limit_metadata(Metadata(**{name: fits})).metadata, name) == fits
    blank = limit_metadata(Metadata(**{name: too_long}))
    assert getattr(blank.metadata, name) == ""
    assert blank.notes[0].endswith("characters and was left blank.")


def test_lines_are_cut_before_anything_is_looked_for_in_them():
    assert [len(line) for line in cut_lines(["x" * 4_000, "x" * 4_001])] == [4_000, 4_000]


@pytest.mark.parametrize("name", ["title", "outlet", "byline", "credit", "language"])
def test_what_is_stated_about_a_source_is_bounded(name):
    prepared = prepare(b"A ferry sank.", details=SourceDetails(**{name: "x" * 60_000}))
    assert len(getattr(prepared.metadata, name)) <= 500
    assert len(prepared.notes) == 1


def test_what_a_page_states_is_bounded_in_what_was_read_as_well():
    site = f'<meta property="og:site_name" content="{"y" * 60_000}">'
    page = f"<html><head>{site}</head><body><p>A ferry sank.</p>"
    prepared = prepare(page.encode())
    # The outlet is still the one that the page states, so that it does not count as stated by a person.
    assert prepared.metadata.outlet == prepared.draft.metadata.outlet == "y" * 120
    assert prepared.notes == ("The name of the outlet was longer than 120 characters and was cut.",)


def test_an_author_line_without_end_takes_no_time():
    author = "By A " + "aAa-" * 32_000
    page = f'<html><head><meta name="author" content="{author}"></head><body><p>A ferry sank.</p>'
    with cpu_seconds(3):
        prepare(page.encode())
