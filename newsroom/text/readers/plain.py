"""Plain text: paragraphs by blank lines, or by lines where the lines are paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from newsroom.text.metadata.gather import gather_metadata
from newsroom.text.model import Draft, Mark, MarkKind, Piece, Role
from newsroom.text.normalise import normalise
from newsroom.text.structure.block_roles import assign_roles
from newsroom.text.structure.line_shapes import is_sentence, is_title_like

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_WIDEST_WRAP = 120
_LONGEST_HEADING = 90


def read(source: str, *, name: str = "") -> Draft:
    """The draft of a plain text. Every character that prints stands in a piece or in `Metadata.lines`."""
    pieces = assign_roles([Piece(text) for text in _paragraphs(normalise(source))])
    gathered = gather_metadata(pieces)
    lines = tuple(pieces[index].text for index in sorted(gathered.taken))
    kept = tuple(piece for index, piece in enumerate(pieces) if index not in gathered.taken)
    return Draft(_headed(kept), replace(gathered.metadata, lines=lines), format="plain")


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


def _headed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Marks as headings the short lines between running text."""
    found = list(pieces)
    for index in range(1, len(found) - 1):
        text = found[index].text
        around = (found[index - 1], found[index + 1])
        if (
            found[index].role is Role.BODY
            and len(text) <= _LONGEST_HEADING
            and is_title_like(text)
            and not is_sentence(text)
            and text[-1:] not in '"”»'
            and all(is_sentence(piece.text) or piece.role is Role.CAPTION for piece in around)
            and len(around[1].text) > len(text)
        ):
            found[index] = replace(found[index], marks=(Mark(0, len(text), MarkKind.HEADING, "2"),))
    return tuple(found)
