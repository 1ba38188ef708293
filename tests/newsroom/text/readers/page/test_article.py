"""Test which segments of a page are its article."""

import pytest

from newsroom.text.readers.page.article import article_segments
from newsroom.text.readers.page.parsing import PageSize, parse_page
from newsroom.text.readers.page.segments import segments

SENTENCE = "The foreign minister left the meeting before the others had spoken, two witnesses said."


def taken(body: str, size: PageSize = PageSize(4_001, 1)) -> list[str]:  # noqa: B008 - a constant
    root = parse_page(f"<html><body>{body}</body></html>")
    page = segments(root)
    return [page[index].text for index in sorted(article_segments(root, page, size))]


def test_short_stretches_between_paragraphs_belong_to_the_article() -> None:
    assert taken(f"<p>{SENTENCE}</p><h2>Next</h2><p>Soon.</p><div>Stray</div><p>{SENTENCE}</p>") == [
        SENTENCE,
        "Next",
        "Soon.",
        SENTENCE,
    ]


def test_what_serves_the_page_is_left_out_and_a_page_of_nothing_else_is_kept() -> None:
    assert taken(f"<nav>Home</nav><p>{SENTENCE}</p><footer>End</footer>") == [SENTENCE]
    assert taken("<p>Home</p><nav>End</nav>") == ["Home"]


@pytest.mark.parametrize(("length", "found"), [(80, True), (79, False)])
def test_without_trafilatura_a_paragraph_has_80_characters(length: int, found: bool) -> None:
    short = "x" * length
    assert (short in taken(f"<p>{SENTENCE}</p><div>a</div><div><p>{short}</p></div>")) is found


@pytest.mark.parametrize("size", [PageSize(4_000, 200), PageSize(4_001, 200), PageSize(4_000, 201)])
def test_the_article_is_found_with_and_without_trafilatura(size: PageSize) -> None:
    assert taken(f"<article><h1>Rain</h1><p>{SENTENCE}</p><p>{SENTENCE[:-1]} too.</p></article>", size)[
        -2:
    ] == [
        SENTENCE,
        f"{SENTENCE[:-1]} too.",
    ]
