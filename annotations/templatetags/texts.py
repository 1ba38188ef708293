"""Provide the template tags that make HTML of texts with their highlights. The queries provide the data."""

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
    """Return the HTML of the whole text of a pane with its highlights: `{% pane_prose pane %}`."""
    # Overlapping highlights are split into runs, because HTML elements cannot overlap.
    blocks = runs(pane.document, _spans(pane.passages))
    return paint(blocks, _styles(pane.passages), prefix=pane.name)


@register.simple_tag
def repainted_blocks(pane: Pane, indexes: Collection[int]) -> list[SafeString]:
    """Return the HTML of the blocks of a pane with these indexes: `{% repainted_blocks pane indexes as blocks
    %}`.

    Each block carries the attributes with which htmx replaces the block in the page. Without indexes the list
    is empty.
    """
    if not indexes:
        return []

    document = pane.document
    # Highlights outside these blocks do not need to be painted.
    first_block = document.blocks[min(indexes)]
    last_block = document.blocks[max(indexes)]
    stretch = Span(first_block.start, last_block.end)
    overlapping = [passage for passage in pane.passages if passage.span.overlaps(stretch)]
    styles = _styles(overlapping)
    return [
        paint_block(block, styles, prefix=pane.name, swap=True)
        for block in runs(document, _spans(overlapping), blocks=indexes)
    ]


@register.simple_tag
def strip_bars(pane: Pane) -> SafeString:
    """Return the HTML of one bar for each highlight of a pane: `{% strip_bars pane %}`.

    The bars belong to the overview strip, which shows where in the text the highlights are.
    """
    return _bars(pane, pane.passages)


@register.simple_tag
def strip_bar(pane: Pane, highlight_id: object) -> SafeString:
    """Return the HTML of the bar of one highlight in the overview strip: `{% strip_bar pane highlight.pk %}`.

    There is no bar if the pane does not contain the highlight.
    """
    wanted_id = str(highlight_id)
    passages = [passage for passage in pane.passages if passage.id == wanted_id]
    return _bars(pane, passages)


@register.simple_tag
def lit_prose(text: LitText) -> SafeString:
    """Return the HTML of a text in which one passage is emphasised: `{% lit_prose text %}`."""
    # Only the wanted blocks are painted, because a review shows a part of the old text.
    blocks = runs(text.document, text.spans, blocks=text.blocks)
    return paint(blocks, {text.passage: HighlightStyle(state="lit")}, prefix=text.name)


def _bars(pane: Pane, passages: Collection[DeskPassage]) -> SafeString:
    # The place of a bar is relative to the length of the text.
    return paint_strokes(len(pane.revision.text), _spans(passages), _styles(passages))


def _spans(passages: Collection[DeskPassage]) -> list[tuple[Span, str]]:
    return [(passage.span, passage.id) for passage in passages]


def _styles(passages: Collection[DeskPassage]) -> dict[str, HighlightStyle]:
    return {passage.id: HighlightStyle(passage.hue, passage.state) for passage in passages}
