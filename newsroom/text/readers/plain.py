"""Plain text: paragraphs are parted by blank lines, or each line is a paragraph."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsroom.text.model import Piece, RawArticle
from newsroom.text.normalise import normalise

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_WIDEST_WRAP = 120


def read_plain(source: str) -> RawArticle:
    """Return the paragraphs of a plain text. Every character that prints stands in one of them."""
    pieces = tuple(Piece(text) for text in _paragraphs(normalise(source)))
    return RawArticle(pieces, format="plain", has_headings=False)


def wrapped(lines: Sequence[str], width: int) -> bool:
    """Whether `lines` are one paragraph broken to fit `width`: no line had room for the first word of the
    next.
    """
    return (
        width <= _WIDEST_WRAP
        and len(lines) > 1
        and all(
            len(line) + 1 + len(following.split(maxsplit=1)[0]) > width for line, following in pairwise(lines)
        )
    )


def _paragraphs(text: str) -> Iterator[str]:
    groups = [
        [line.strip() for line in group.split("\n") if line.strip()] for group in _BLANK_LINES.split(text)
    ]
    width = max((len(line) for lines in groups for line in lines), default=0)
    for lines in groups:
        if wrapped(lines, width):
            yield " ".join(lines)
        else:
            yield from lines
