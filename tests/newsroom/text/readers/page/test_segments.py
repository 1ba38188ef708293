"""Test the stretches of a page that a reader sees as one line or paragraph."""

import pytest

from newsroom.text.model import MarkKind
from newsroom.text.readers.page.parsing import parse_page
from newsroom.text.readers.page.segments import segments
from tests.newsroom.text.readers.sample_pages import FIRST, SECOND, left_out, marked, page, texts


@pytest.mark.parametrize(
    "unseen", ["<script>x()</script>", "<style>x {}</style>", "<template>x</template>", "<!-- x -->"]
)
def test_what_nobody_sees_is_nowhere(unseen: str) -> None:
    draft = page(f"<p>{FIRST}</p>{unseen}<p>{SECOND}</p>")
    assert texts(draft) == [FIRST, SECOND]
    assert left_out(draft) == []


def test_hidden_words_are_left_out_and_stand_apart() -> None:
    draft = page(f"<p>{FIRST}<span style='display: none'>hidden</span></p><p hidden>too</p><p>{SECOND}</p>")
    assert texts(draft) == [FIRST, SECOND]
    assert left_out(draft) == ["hidden", "too"]


def test_two_line_breaks_part_paragraphs_and_one_breaks_the_line() -> None:
    assert texts(page(f"<div>{FIRST}<br>more<br><br>{SECOND}</div>")) == [f"{FIRST}\nmore", SECOND]


def test_lines_of_preformatted_text_stay() -> None:
    assert texts(page(f"<p>{FIRST}</p><pre>a\n  b<br>c</pre><p>{SECOND}</p>"))[1] == "a\n  b\nc"


def test_quotation_marks_that_the_browser_draws_are_text() -> None:
    assert texts(page(f"<p>He said: <q>No.</q> {FIRST}</p>")) == [f"He said: “No.” {FIRST}"]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "/relative", "#top", "data:text/html,x", "http://[", ""]
)
def test_a_link_that_nobody_should_follow_is_no_mark(href: str) -> None:
    assert marked(page(f"<p>{FIRST} <a href='{href}'>there</a></p>"), MarkKind.LINK) == []


def test_links_are_made_absolute_against_the_base() -> None:
    draft = page(f"<p>{FIRST} <a href='b c'>there</a></p>", "<base href='https://example.org/a/'>")
    assert marked(draft, MarkKind.LINK) == [("there", "https://example.org/a/b%20c")]


def stretches(body: str) -> list[str]:
    return [segment.text for segment in segments(parse_page(body))]


def marks(body: str) -> list[tuple[str, MarkKind, str]]:
    return [
        (segment.text[mark.start : mark.end], mark.kind, mark.value)
        for segment in segments(parse_page(body))
        for mark in segment.piece.marks
    ]


def test_blocks_part_the_text_and_inline_elements_do_not() -> None:
    assert stretches("<div>a<p>b <b>c</b></p>d</div>") == ["a", "b c", "d"]


def test_a_row_of_a_table_is_one_stretch_unless_its_cells_hold_blocks() -> None:
    assert stretches("<table><tr><td>a</td><td>b</td></tr></table>") == ["a | b"]
    assert stretches("<table><tr><td><p>a</p></td><td>b</td></tr></table>") == ["a", "b"]


def test_formatting_over_several_blocks_is_a_mark_in_each() -> None:
    assert marks("<div><b>a<div>b</div></b></div>") == [
        ("a", MarkKind.STRONG, ""),
        ("b", MarkKind.STRONG, ""),
    ]


def test_a_link_in_a_link_ends_the_outer_one() -> None:
    links = "<p><a href='https://a.example/'>one <span><a href='https://b.example/'>two</a></span></a></p>"
    assert ("two", MarkKind.LINK, "https://b.example/") in marks(links)


@pytest.mark.parametrize(
    ("start", "marker"),
    [("3", "3."), ("999999999", "999999999."), ("1000000000", "1."), ("x", "1."), ("-2", "1.")],
)
def test_a_list_starts_with_a_number_of_at_most_nine_digits(start: str, marker: str) -> None:
    assert marks(f"<ol start='{start}'><li>a</li></ol>") == [("a", MarkKind.LIST_ITEM, marker)]


def test_only_the_first_paragraph_of_an_item_has_its_marker() -> None:
    items = marks("<ul><li><p>a</p><p>b</p></li></ul>")
    assert items == [("a", MarkKind.LIST_ITEM, "•"), ("b", MarkKind.LIST_ITEM, "")]


@pytest.mark.parametrize(("length", "number"), [(2_000, 1), (2_001, 0)])
def test_a_link_has_at_most_2000_characters(length: int, number: int) -> None:
    address = "https://example.org/"
    address += "a" * (length - len(address))
    assert len(marks(f"<p><a href='{address}'>there</a></p>")) == number


def test_characters_of_links_are_counted() -> None:
    (segment,) = segments(parse_page("<p>one <a href='https://a.example/'>two</a> <a>three</a></p>"))
    assert segment.linked == len("two") + len("three")
