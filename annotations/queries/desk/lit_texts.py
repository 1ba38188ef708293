"""A text in which one passage is lit, as data for painting."""

from collections.abc import Collection
from dataclasses import dataclass

from annotations.models import Anchor
from newsroom.text.model import Document, Span


@dataclass(frozen=True, slots=True)
class LitText:
    """A text with one passage lit.

    `name` is what ids of its blocks in the page begin with, `passage` the id of the highlight. `spans` is
    empty if the text does not hold the passage. `blocks` are the numbers of the blocks shown, None for all.
    """

    document: Document
    name: str
    passage: str
    spans: tuple[tuple[Span, str], ...] = ()
    blocks: Collection[int] | None = None


def lit_text(anchor: Anchor, name: str, blocks: Collection[int] | None = None) -> LitText:
    """Return the text of the anchor's revision, in which the anchor's passage is lit if it has a place."""
    passage = str(anchor.highlight_id)
    spans: tuple[tuple[Span, str], ...] = ()
    if anchor.start is not None:
        spans = ((anchor.span, passage),)
    return LitText(anchor.revision.document, name, passage, spans, blocks)
