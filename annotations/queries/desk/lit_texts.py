"""Prepare a text in which one passage is emphasised. The names in this module call it a “lit” text."""

from collections.abc import Collection
from dataclasses import dataclass

from annotations.models import Anchor
from newsroom.text.model import Document, Span


@dataclass(frozen=True, slots=True)
class LitText:
    """A text in which one passage is emphasised.

    `name` is the prefix of the HTML ids of the blocks, and `passage` is the id of the highlight. `spans`
    pairs the span of the passage with this id; it is empty if the passage has no place in the text. `blocks`
    are the indexes of the blocks to show, or None to show all blocks.
    """

    document: Document
    name: str
    passage: str
    spans: tuple[tuple[Span, str], ...] = ()
    blocks: Collection[int] | None = None


def lit_text(
    anchor: Anchor,
    name: str,
    blocks: Collection[int] | None = None,
) -> LitText:
    """Return the text of the revision of `anchor`, with the passage of `anchor` emphasised.

    If the passage is lost, nothing is emphasised. `name` and `blocks` are those of `LitText`.
    """
    passage = str(anchor.highlight_id)
    spans: tuple[tuple[Span, str], ...] = ()
    # A lost passage has no place, so nothing is emphasised.
    if anchor.start is not None:
        spans = ((anchor.span, passage),)
    return LitText(anchor.revision.document, name, passage, spans, blocks)
