"""Recognise headings inside an article whose source cannot mark them: short lines between prose."""

from collections.abc import Sequence
from dataclasses import replace

from newsroom.text.model import Mark, MarkKind, Piece, Role
from newsroom.text.structure.line_shapes import is_sentence, is_title_like

#: The longest line that counts as a heading, in characters.
_LONGEST_HEADING = 90
_CLOSING_QUOTES = ('"', "”", "»")
#: The level of a heading below the headline, as in `<h2>`.
_LEVEL = "2"


def mark_headings(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return `pieces` with a heading mark on each short line between paragraphs of prose.

    All other pieces stay as they are.
    """
    marked = list(pieces)
    # The first and the last piece are not between other text, so they are no headings.
    for index in range(1, len(marked) - 1):
        before, piece, after = marked[index - 1], marked[index], marked[index + 1]
        if not _is_heading(piece, before, after):
            continue
        heading = Mark(0, len(piece.text), MarkKind.HEADING, _LEVEL)
        marked[index] = replace(piece, marks=(heading,))
    return tuple(marked)


def _is_heading(piece: Piece, before: Piece, after: Piece) -> bool:
    text = piece.text
    if piece.role is not Role.BODY or len(text) > _LONGEST_HEADING:
        return False
    if not is_title_like(text) or is_sentence(text):
        return False
    # A short line that ends in a quotation mark is a quotation.
    if text.endswith(_CLOSING_QUOTES):
        return False

    # A heading comes before a longer paragraph. A line in a list of short lines is not a heading.
    is_surrounded = _may_surround(before) and _may_surround(after)
    return is_surrounded and len(after.text) > len(text)


def _may_surround(piece: Piece) -> bool:
    return piece.role is Role.CAPTION or is_sentence(piece.text)
