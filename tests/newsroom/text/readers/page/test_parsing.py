"""Test pages that are made to slow a parser down, or that exceed its limits."""

import pytest

from newsroom.errors import NewsroomError, TooLarge, Unreadable
from newsroom.text.pipeline import SourceDetails, prepare
from newsroom.text.readers.page.parsing import MOST_ATTRIBUTES, MOST_ELEMENTS, measure_page, parse_page
from tests.cpu_time import cpu_seconds
from tests.newsroom.text.readers.sample_pages import FIRST, page, texts

HOSTILE = {
    "nested": "<b>" * 100_000 + "x",
    "nested around many": "<b>" * 2_000 + "<p>x</p>" * 20_000,
    "attributes": "<p " + " ".join(f"a{n}=x" for n in range(100_000)) + ">x</p>",
    "nodes": "<p>x</p>" * 300_000,
    "line": "<p>" + "word " * 300_000,
    "word": "<p>" + "w" * 1_500_000,
    "open tags": "<a " * 300_000,
    "open quotes": "<p x='" + "<a b=" * 300_000,
    "signs": "<" * 1_500_000,
    "comments": "<!--" * 300_000,
    "json": "<script type='application/ld+json'>" + "[" * 300_000 + "</script><p>x",
    "bylines": "<h1>T</h1>" + "<p>By A B</p>" * 15_000,
    "navigation": "<nav><p>x</p></nav>" * 15_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_is_read_or_refused_in_time(body: str) -> None:
    with cpu_seconds(at_most=10):
        said = _text_or_sentence(body)
    assert said


def _text_or_sentence(body: str) -> str:
    try:
        return prepare(
            f"<html><body>{body}</body></html>".encode(), details=SourceDetails(format="html")
        ).document.text
    except NewsroomError as error:
        assert error.sentence.endswith(".")  # noqa: PT017  (either outcome is right)
        return error.sentence


def test_what_is_beyond_the_limits_is_refused_with_a_sentence() -> None:
    with pytest.raises(TooLarge, match=r"more than 100,000 elements\. Copy"):
        page("<i>x</i>" * (MOST_ELEMENTS + 1))
    with pytest.raises(Unreadable, match=r"more than 250 attributes\. Copy"):
        page("<p " + " ".join(f"a{n}=x" for n in range(MOST_ATTRIBUTES + 1)) + ">x")
    with pytest.raises(Unreadable, match=r"nested too deeply\. Copy"):
        page("<div>" * 5_000)


def test_attributes_in_scripts_and_comments_are_no_attributes() -> None:
    words = "i<n " + "a b " * MOST_ATTRIBUTES
    assert texts(page(f"<script>{words}</script><!-- <p {words}> --><p>{FIRST}</p>")) == [FIRST]


@pytest.mark.parametrize("source", ["", " ", "<!-- -->", "<html></html>"])
def test_a_source_without_elements_and_text_is_an_empty_page(source: str) -> None:
    assert "".join(parse_page(source).itertext()) == ""


def test_words_without_elements_are_the_text_of_the_page() -> None:
    assert "".join(parse_page("plain words").itertext()) == "plain words"


def test_elements_and_their_depth_are_counted() -> None:
    assert measure_page(parse_page("<html><body><p>a <b>b</b></p><p>c</p></body></html>")) == (5, 4)


@pytest.mark.parametrize("number", [250, 251])
def test_a_tag_has_at_most_250_attributes(number: int) -> None:
    tag = "<p " + " ".join(f"a{index}=x" for index in range(number)) + ">x</p>"
    if number <= 250:
        assert parse_page(tag).text_content() == "x"
    else:
        with pytest.raises(Unreadable):
            parse_page(tag)


@pytest.mark.parametrize("number", [100_000, 100_001])
def test_a_page_has_at_most_100_000_elements(number: int) -> None:
    root = parse_page("<html><body>" + "<i></i>" * (number - 2) + "</body></html>")
    if number <= 100_000:
        assert measure_page(root).elements == number
    else:
        with pytest.raises(TooLarge):
            measure_page(root)
