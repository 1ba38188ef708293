"""Test which segments of a page are its article."""

from itertools import pairwise

import pytest

from newsroom.text.readers.page.article import article_segments
from newsroom.text.readers.page.parsing import PageSize, parse_page
from newsroom.text.readers.page.segments import segments

SENTENCE = "The foreign minister left the meeting before the others had spoken, two witnesses said."


def article_texts(body: str, size: PageSize = PageSize(4_001, 1)) -> list[str]:  # noqa: B008 - a constant
    root = parse_page(f"<html><body>{body}</body></html>")
    page = segments(root)
    return [page[index].text for index in sorted(article_segments(root, page, size))]


def test_short_stretches_between_paragraphs_belong_to_the_article() -> None:
    assert article_texts(f"<p>{SENTENCE}</p><h2>Next</h2><p>Soon.</p><div>Stray</div><p>{SENTENCE}</p>") == [
        SENTENCE,
        "Next",
        "Soon.",
        SENTENCE,
    ]


def test_what_serves_the_page_is_left_out_and_a_page_of_nothing_else_is_kept() -> None:
    assert article_texts(f"<nav>Home</nav><p>{SENTENCE}</p><footer>End</footer>") == [SENTENCE]
    assert article_texts("<p>Home</p><nav>End</nav>") == ["Home"]


@pytest.mark.parametrize(("length", "found"), [(80, True), (79, False)])
def test_without_trafilatura_a_paragraph_has_80_characters(length: int, found: bool) -> None:
    short = "x" * length
    assert (short in article_texts(f"<p>{SENTENCE}</p><div>a</div><div><p>{short}</p></div>")) is found


@pytest.mark.parametrize("size", [PageSize(4_000, 200), PageSize(4_001, 200), PageSize(4_000, 201)])
def test_the_article_is_found_with_and_without_trafilatura(size: PageSize) -> None:
    assert article_texts(
        f"<article><h1>Rain</h1><p>{SENTENCE}</p><p>{SENTENCE[:-1]} too.</p></article>", size
    )[-2:] == [
        SENTENCE,
        f"{SENTENCE[:-1]} too.",
    ]


SMALL = PageSize(100, 10)
SENTENCES = [
    f"{SENTENCE[:-1]}, for the {number} time." for number in ("first", "second", "third", "fourth", "fifth")
]


def wrapped(name: str, sentences: list[str]) -> str:
    return f'<div class="{name}">' + "".join(f"<p>{sentence}</p>" for sentence in sentences) + "</div>"


@pytest.mark.parametrize("name", ["tags", "sidebar-grid", "share", "plain"])
@pytest.mark.parametrize("ends", [(2, 4), (3,), (4,)])
def test_an_article_in_blocks_named_like_furniture_is_taken_whole(name: str, ends: tuple[int, ...]) -> None:
    cuts = [0, *ends, 5]
    blocks = [wrapped(name, SENTENCES[start:end]) for start, end in pairwise(cuts)]
    assert article_texts(f"<h1>Rain</h1>{''.join(blocks)}", SMALL)[-5:] == SENTENCES


def test_comments_below_an_article_of_three_paragraphs_are_left_out_however_long_they_are() -> None:
    article = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES[:3])
    # A block with more than half of the text is no furniture, so there are two.
    comments = wrapped("comments", [f"I think that {sentence}" for sentence in SENTENCES]) * 2
    found = article_texts(f"<main><h1>Rain</h1>{article}</main>{comments}", SMALL)
    assert [text for text in found if text.startswith("I think")] == []


def test_words_with_soft_hyphens_are_those_without() -> None:
    last = (
        SENTENCES[4].replace("minister", "min\u00adis\u00adter").replace("witnesses", "wit\u00adnes\u00adses")
    )
    body = "".join(f"<p>{sentence}</p>" for sentence in [*SENTENCES[:4], last])
    assert article_texts(f"<article><h1>Rain</h1>{body}</article>", SMALL)[-1] == last
