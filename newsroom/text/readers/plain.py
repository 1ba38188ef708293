"""Read plain text: paragraphs are separated by blank lines, or each line is a paragraph."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsroom.text.model import Piece, RawArticle
from newsroom.text.normalise import normalise

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
#: The widest column, in characters, to which programs break lines. Longer lines are paragraphs.
_WIDEST_COLUMN = 120


def read_plain(source: str) -> RawArticle:
    """Return the article in a plain text. Every visible character is in one of its paragraphs."""
    pieces = tuple(Piece(text) for text in _paragraphs(normalise(source)))
    return RawArticle(pieces, format="plain", has_headings=False)


def is_wrapped(lines: Sequence[str], width: int) -> bool:
    """Return whether `lines` are one paragraph that was broken to a column of `width` characters.

    This is so if no line has room for the first word of the next line. A single line is not wrapped.
    """
    if width > _WIDEST_COLUMN or len(lines) <= 1:
        return False
    for line, next_line in pairwise(lines):
        next_words = next_line.split(maxsplit=1)
        # A line may hold nothing but a space of another script.
        if not next_words or len(line) + len(" ") + len(next_words[0]) <= width:
            return False
    return True


def _paragraphs(text: str) -> Iterator[str]:
    groups = [_filled_lines(group) for group in _BLANK_LINES.split(text)]
    # All paragraphs of a text are broken to the same width.
    width = max((len(line) for lines in groups for line in lines), default=0)
    for lines in groups:
        if is_wrapped(lines, width):
            yield " ".join(lines)
        else:
            yield from lines


def _filled_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text.split("\n"))
    return [line for line in lines if line]
