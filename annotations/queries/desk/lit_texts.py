"""Prepare a text in which one passage is emphasised ("lit")."""

from collections.abc import Collection
from dataclasses import dataclass

from annotations.models import Anchor
from newsroom.text.model import Document, Span


@dataclass(frozen=True, slots=True)
class LitText:
    """A text in which one passage is emphasised.

    `name` is the prefix of the HTML ids of its blocks, and `passage` is the id of the highlight. `spans` is
    empty if the passage has no place in this text. `blocks` are the indexes of the blocks that are shown, or
    None for all blocks.
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
    """Return the text of the anchor's revision, with the anchor's passage emphasised.

    A lost passage is not emphasised.
    """
    passage = str(anchor.highlight_id)
    spans: tuple[tuple[Span, str], ...] = ()
    # A lost passage has no place, so nothing is emphasised.
    if anchor.start is not None:
        spans = ((anchor.span, passage),)
    return LitText(anchor.revision.document, name, passage, spans, blocks)
