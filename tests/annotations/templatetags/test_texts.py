"""Test the HTML of panes and of texts in which passages are lit."""

from types import SimpleNamespace

from annotations.queries.desk.lit_texts import LitText
from annotations.queries.desk.panes import DeskPassage, Pane
from annotations.templatetags.texts import lit_prose, pane_prose, repainted_blocks, strip_bar, strip_bars
from newsroom.text.model import Span
from newsroom.text.pipeline import prepare

TEXT = b"Rain fell on Bali.\n\nThe minister left early."
FIRST = DeskPassage("a", Span(0, 4), "red", "")
SECOND = DeskPassage("b", Span(20, 32), "", "changed")


def pane(*passages: DeskPassage) -> Pane:
    document = prepare(TEXT, name="article.txt").document
    revision = SimpleNamespace(pk=7, document=document, text=document.text)
    return Pane(SimpleNamespace(pk=3), revision, list(passages))


def test_a_pane_shows_its_whole_text_with_its_highlights():
    html = pane_prose(pane(FIRST, SECOND))
    assert '<mark data-start="0" data-h="a" id="h-a" data-opens="a" data-hue="red">Rain</mark>' in html
    assert 'data-state="changed">The minister</mark>' in html
    assert 'id="r7-0"' in html
    assert 'id="r7-1"' in html


def test_only_the_blocks_that_look_different_are_painted_again():
    (block,) = repainted_blocks(pane(FIRST, SECOND), {1})
    assert 'id="r7-1"' in block
    assert 'hx-swap-oob="true"' in block
    assert "The minister</mark>" in block


def test_where_no_block_looks_different_nothing_is_painted():
    assert repainted_blocks(pane(FIRST), set()) == []


def test_the_strip_has_a_bar_for_each_highlight():
    assert strip_bars(pane(FIRST, SECOND)).count("<rect") == 2


def test_a_new_highlight_adds_its_own_bar_only():
    bar = strip_bar(pane(FIRST, SECOND), "b")
    assert bar.count("<rect") == 1
    assert 'data-h="b"' in bar


def test_a_lit_text_shows_the_chosen_blocks_with_the_passage_lit():
    document = prepare(TEXT, name="article.txt").document
    html = lit_prose(LitText(document, "was", "b", ((Span(20, 32), "b"),), blocks=[1]))
    assert 'id="was-1"' in html
    assert 'id="was-0"' not in html
    assert 'data-state="lit">The minister</mark>' in html


def test_a_text_that_does_not_hold_the_passage_lights_nothing():
    document = prepare(TEXT, name="article.txt").document
    assert "<mark" not in lit_prose(LitText(document, "now", "b"))
