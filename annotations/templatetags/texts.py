"""Texts with what is marked in them, painted for the page. Queries give the texts as data."""

from collections.abc import Collection

from django import template
from django.utils.safestring import SafeString

from annotations.queries.desk.lit_texts import LitText
from annotations.queries.desk.panes import DeskPassage, Pane
from newsroom.presentation.painting import HighlightStyle, paint, paint_block, paint_strokes
from newsroom.text.model import Span
from newsroom.text.runs import runs

register = template.Library()


@register.simple_tag
def pane_prose(pane: Pane) -> SafeString:
    """`{% pane_prose pane %}`: the whole text of a pane, with its highlights."""
    blocks = runs(pane.document, _spans(pane.passages))
    return paint(blocks, _styles(pane.passages), prefix=pane.name)


@register.simple_tag
def repainted_blocks(pane: Pane, indexes: Collection[int]) -> list[SafeString]:
    """`{% repainted_blocks pane indexes as blocks %}`: these blocks, to replace those in the page."""
    if not indexes:
        return []

    document = pane.document
    stretch = Span(document.blocks[min(indexes)].start, document.blocks[max(indexes)].end)
    near = [passage for passage in pane.passages if passage.span.overlaps(stretch)]
    styles = _styles(near)
    return [
        paint_block(block, styles, prefix=pane.name, swap=True)
        for block in runs(document, _spans(near), blocks=indexes)
    ]


@register.simple_tag
def strip_bars(pane: Pane) -> SafeString:
    """`{% strip_bars pane %}`: where all highlights of a pane stand, for its overview strip."""
    return _bars(pane, pane.passages)


@register.simple_tag
def strip_bar(pane: Pane, highlight_id: object) -> SafeString:
    """`{% strip_bar pane highlight.pk %}`: where one highlight stands."""
    return _bars(pane, [passage for passage in pane.passages if passage.id == str(highlight_id)])


@register.simple_tag
def lit_prose(text: LitText) -> SafeString:
    """`{% lit_prose text %}`: a text in which one passage is lit."""
    blocks = runs(text.document, text.spans, blocks=text.blocks)
    return paint(blocks, {text.passage: HighlightStyle(state="lit")}, prefix=text.name)


def _bars(pane: Pane, passages: Collection[DeskPassage]) -> SafeString:
    return paint_strokes(len(pane.revision.text), _spans(passages), _styles(passages))


def _spans(passages: Collection[DeskPassage]) -> list[tuple[Span, str]]:
    return [(passage.span, passage.id) for passage in passages]


def _styles(passages: Collection[DeskPassage]) -> dict[str, HighlightStyle]:
    return {passage.id: HighlightStyle(passage.hue, passage.state) for passage in passages}
