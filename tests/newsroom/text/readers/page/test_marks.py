"""Test the marks of inline elements over a stretch of text."""

from newsroom.text.model import Mark, MarkKind
from newsroom.text.readers.page.marks import InlineMarks


def test_a_mark_reaches_from_the_first_text_in_its_element_to_the_last() -> None:
    inline = InlineMarks()
    inline.begin(MarkKind.STRONG, "", 3)
    inline.begin_text(4)
    inline.end(MarkKind.STRONG, 9)
    assert inline.end_segment(9) == [Mark(4, 9, MarkKind.STRONG)]


def test_nested_elements_of_a_kind_make_one_mark() -> None:
    inline = InlineMarks()
    inline.begin(MarkKind.EMPHASIS, "", 0)
    inline.begin_text(0)
    inline.begin(MarkKind.EMPHASIS, "", 2)
    inline.end(MarkKind.EMPHASIS, 4)
    inline.end(MarkKind.EMPHASIS, 6)
    assert inline.end_segment(6) == [Mark(0, 6, MarkKind.EMPHASIS)]


def test_what_is_open_at_the_end_of_a_segment_goes_on_in_the_next() -> None:
    inline = InlineMarks()
    inline.begin(MarkKind.LINK, "https://a.example/", 0)
    inline.begin_text(0)
    assert inline.end_segment(5) == [Mark(0, 5, MarkKind.LINK, "https://a.example/")]
    inline.begin_text(0)
    inline.end(MarkKind.LINK, 2)
    assert inline.end_segment(8) == [Mark(0, 2, MarkKind.LINK, "https://a.example/")]


def test_a_link_that_leads_nowhere_makes_no_mark() -> None:
    inline = InlineMarks()
    inline.begin(MarkKind.LINK, "", 0)
    inline.begin_text(0)
    inline.end(MarkKind.LINK, 2)
    assert inline.end_segment(2) == []
