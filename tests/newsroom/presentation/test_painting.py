"""Test the HTML of runs: it is escaped, marked, and carries the offsets that selections need."""

import re

import pytest

from newsroom.presentation.painting import PLAIN, HighlightStyle, paint, paint_block
from newsroom.text.model import Block, Document, Mark, MarkKind, Role, Span
from newsroom.text.runs import runs


def painted(text, *, marks=(), highlights=(), looks=None, role=Role.BODY):
    document = Document(text, (Block(0, len(text), role),), tuple(marks))
    return paint(runs(document, highlights), looks or {}, prefix="block")


def test_a_block_has_its_id_its_role_and_its_place():
    assert painted("Rain", role=Role.CAPTION) == (
        '<p id="block-0" class="block" data-role="caption" data-start="0" dir="ltr">'
        '<span data-start="0">Rain</span></p>'
    )


def test_markup_in_a_text_is_text():
    assert "&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;" in painted("<script>alert('1')</script>")


@pytest.mark.parametrize(
    ("kind", "value", "html"),
    [
        (MarkKind.EMPHASIS, "", "<em>rain</em>"),
        (MarkKind.STRONG, "", "<strong>rain</strong>"),
        (MarkKind.CODE, "", "<code>rain</code>"),
        (MarkKind.STRUCK, "", "<s>rain</s>"),
        (
            MarkKind.LINK,
            'https://example.org/"a',
            (
                '<a href="https://example.org/&quot;a" rel="noopener noreferrer nofollow" '
                'target="_blank">rain</a>'
            ),
        ),
        (MarkKind.LINK, "javascript:alert(1)", '<span data-start="4">rain</span>'),
        (MarkKind.NOTE, "a title", "The rain fell"),
    ],
)
def test_a_mark_is_an_element_and_an_unsafe_link_is_none(kind, value, html):
    assert html in painted("The rain fell", marks=[Mark(4, 8, kind, value)])


@pytest.mark.parametrize(("level", "element"), [("1", "h3"), ("2", "h4"), ("6", "h6"), ("", "h3")])
def test_headings_stand_below_those_of_the_page(level, element):
    html = painted("Rain", marks=[Mark(0, 4, MarkKind.HEADING, level)])
    assert html.startswith(f"<{element} id=")
    assert html.endswith(f"</{element}>")


def test_quotes_and_list_items_have_their_element():
    assert painted("Rain", marks=[Mark(0, 4, MarkKind.QUOTE)]).startswith("<blockquote id=")
    assert 'data-item="1."' in painted("Rain", marks=[Mark(0, 4, MarkKind.LIST_ITEM, "1.")])
    assert 'data-item="•"' in painted("Rain", marks=[Mark(0, 4, MarkKind.LIST_ITEM)])


def test_overlapping_highlights_are_ids_on_a_run_and_never_nested():
    html = painted("The rain fell", highlights=[(Span(0, 8), "a"), (Span(4, 13), "b")])
    assert re.findall(r'<mark data-start="(\d+)" data-h="([^"]+)"', html) == [
        ("0", "a"),
        ("4", "a b"),
        ("8", "b"),
    ]
    assert re.findall(r'data-depth="(\d)"', html) == ["2"]
    assert "<mark" not in re.sub(r"<mark[^>]*>[^<]*</mark>", "", html)


def test_each_highlight_opens_once_with_an_id_to_land_on():
    html = painted("The rain fell", highlights=[(Span(0, 8), "a"), (Span(0, 13), "b"), (Span(4, 6), "c")])
    assert re.findall(r'id="h-(\w)"', html) == ["b", "c"]
    assert re.findall(r'data-opens="([^"]+)"', html) == ["b a", "c"]


def test_the_topmost_highlight_gives_colour_and_pattern_and_every_one_is_heard():
    looks = {
        "a": HighlightStyle(hue="red", label="claim"),
        "b": HighlightStyle(hue="blue", state="changed", label="number"),
    }
    html = painted("The rain fell", highlights=[(Span(0, 13), "a"), (Span(4, 8), "b")], looks=looks)
    assert '<mark data-start="4" data-h="a b" id="h-b" data-opens="b" data-depth="2"' in html
    assert 'data-hue="blue" data-state="changed" title="claim; number">rain</mark>' in html
    assert 'data-hue="red" title="claim"' in html


def test_a_highlight_without_a_look_is_plain():
    assert painted("Rain", highlights=[(Span(0, 4), "a")]).count("data-hue") == 0
    assert (PLAIN.hue, PLAIN.state, PLAIN.label) == ("", "", "")


def test_the_ruler_counts_code_points():
    starts = re.findall(r'data-start="(\d+)"', painted("😀 e\u0301t\u00e9", highlights=[(Span(2, 4), "a")]))
    assert starts == ["0", "0", "2", "4"]


def test_a_block_that_replaces_another_says_so():
    (block,) = runs(Document("Rain", (Block(0, 4),)))
    assert ' hx-swap-oob="true">' in paint_block(block, {}, prefix="pane-1", swap=True)
    assert 'id="pane-1-0"' in paint_block(block, {}, prefix="pane-1", swap=True)


def test_a_control_of_direction_is_shown_where_it_stands_and_the_ruler_counts_it():
    html = painted("a\u202eb\u202cc", highlights=[(Span(2, 5), "h")])
    assert '<span class="control" data-control="RLO" data-override>\u202e</span>' in html
    assert '<span class="control" data-control="PDF" data-closes>\u202c</span>' in html
    assert re.findall(r'data-start="(\d+)"', html) == ["0", "0", "2"]


def test_a_block_runs_as_most_of_its_letters_do():
    assert 'dir="rtl"' in painted("WHO: قال الوزير")
    assert 'dir="ltr"' in painted("יאיר לפיד said that it rained.")


def test_a_block_without_letters_runs_as_its_article_does():
    assert "dir=" not in painted("*** 1990–2022 ***")
