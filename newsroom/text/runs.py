"""Cutting a text into runs: stretches over which neither formatting nor highlights change.

Overlap is a list of ids on a run, never nesting, so that any number of highlights may cross in any way.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from newsroom.text.model import Block, Document, Mark, MarkKind, Span

_BLOCK_WIDE = {MarkKind.HEADING, MarkKind.QUOTE, MarkKind.LIST_ITEM, MarkKind.RULE}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch beginning at code point `start`: its inline marks, and the ids of its highlights, outermost first."""

    start: int
    text: str
    marks: tuple[Mark, ...]
    highlights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaintedBlock:
    """A block with its block-wide marks, cut into runs whose texts joined are the block's text."""

    index: int
    block: Block
    marks: tuple[Mark, ...]
    runs: tuple[Run, ...]


def runs(
    document: Document, highlights: Iterable[tuple[Span, str]] = (), *, blocks: Collection[int] | None = None
) -> tuple[PaintedBlock, ...]:
    """The blocks of `document` (only those numbered in `blocks`, where given) cut at every edge of a mark or highlight.

    Takes time near-linear in blocks, marks and highlights, and in how many of them lie on one another.
    """
    wanted = range(len(document.blocks)) if blocks is None else sorted(blocks)
    starts = [block.start for block in document.blocks]
    inline: dict[int, list[Mark]] = {index: [] for index in wanted}
    wide: dict[int, list[Mark]] = {index: [] for index in wanted}
    covering: dict[int, list[tuple[Span, str]]] = {index: [] for index in wanted}
    for mark in document.marks:
        for index in _reached(document, starts, Span(mark.start, mark.end)):
            if index in inline:
                (wide if mark.kind in _BLOCK_WIDE else inline)[index].append(mark)
    for span, name in sorted(highlights, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])):
        for index in _reached(document, starts, span):
            if index in covering:
                covering[index].append((span, name))
    return tuple(
        PaintedBlock(
            index,
            document.blocks[index],
            tuple(wide[index]),
            _cut(document.text, document.blocks[index], inline[index], covering[index]),
        )
        for index in wanted
    )


def touched(document: Document, span: Span) -> tuple[int, ...]:
    """The indexes of the blocks that `span` shares at least one code point with."""
    return tuple(_reached(document, [block.start for block in document.blocks], span))


def _reached(document: Document, starts: list[int], span: Span) -> range:
    if not span:
        return range(0)
    first = max(0, bisect_right(starts, span.start) - 1)
    if document.blocks and document.blocks[first].end <= span.start:
        first += 1
    return range(first, bisect_left(starts, span.end))


def _cut(text: str, block: Block, marks: list[Mark], highlights: list[tuple[Span, str]]) -> tuple[Run, ...]:
    """Sweep over the edges inside `block`, keeping what is open in order."""
    opening: dict[int, list[Mark | str]] = {}
    closing: dict[int, list[Mark | str]] = {}
    for start, end, thing in [
        *((mark.start, mark.end, mark) for mark in marks),
        *((span.start, span.end, name) for span, name in highlights),
    ]:
        start, end = max(start, block.start), min(end, block.end)
        if start < end:
            opening.setdefault(start, []).append(thing)
            closing.setdefault(end, []).append(thing)
    edges = sorted({block.start, block.end, *opening, *closing})
    # Dictionaries keep their order, so that what opened first is listed first without sorting at every edge.
    open_marks: dict[Mark, None] = {}
    open_highlights: dict[str, None] = {}
    made = []
    for start, end in zip(edges, edges[1:], strict=False):
        for thing in closing.get(start, ()):
            (open_highlights if isinstance(thing, str) else open_marks).pop(thing, None)  # type: ignore[call-overload]
        for thing in opening.get(start, ()):
            (open_highlights if isinstance(thing, str) else open_marks)[thing] = None  # type: ignore[index]
        made.append(Run(start, text[start:end], tuple(open_marks), tuple(open_highlights)))
    return tuple(made)
