"""Test how the paragraphs of a file are read as lines of text."""

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.compilations.paragraphs import page_paragraphs, text_paragraphs
from newsroom.text.readers.page.parsing import MOST_ELEMENTS


def test_paragraphs_of_a_text_are_lines():
    assert text_paragraphs("   1 of 2 DOCUMENTS\n\n\nExample  Times\n") == [
        "1 of 2 DOCUMENTS",
        "Example Times",
    ]


def test_blocks_and_cells_of_a_page_are_paragraphs():
    page = (
        "<html><head><title>Factiva</title></head><body>a<b>b</b><table><tr><td>HD</td><td>Bridge<br>closed</td>"
        "</tr></table><script>x</script>tail<!-- no --></body></html>"
    )
    assert page_paragraphs(page) == ["ab", "HD", "Bridge", "closed", "tail"]


def test_the_headline_and_the_author_that_factiva_marks_are_marked():
    page = '<div id="hd"><span>Bridge closed</span></div><div class="author">Ana Ruiz</div><p>x</p>'
    assert page_paragraphs(page) == ["HD", "Bridge closed", "BY", "Ana Ruiz", "x"]


def test_a_page_that_is_nested_deeply_is_read_or_refused_within_limits():
    assert page_paragraphs("<div>" * 200 + "x") == ["x"]
    with pytest.raises(Unreadable, match="nested too deeply"):
        page_paragraphs("<div>" * 50_000 + "x")


def test_a_page_of_too_many_elements_is_refused():
    with pytest.raises(TooLarge):
        page_paragraphs("<p>x</p>" * (MOST_ELEMENTS + 1))
