"""Cutting a text into runs: stretches over which neither formatting nor highlights change.

Overlap is a list of ids on a run, never nesting, so that any number of highlights may cross in any way.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from newsroom.text.compose import BLOCK_WIDE
from newsroom.text.model import Block, Document, Mark, MarkKind, Span

_Thing = TypeVar("_Thing", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch beginning at code point `start` of the document.

    `marks` are the inline marks that cover it; `highlights` the ids of the highlights that do, outermost
    first: in the order of (start, -end, id).
    """

    start: int
    text: str
    marks: tuple[Mark, ...]
    highlights: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)


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
    """The blocks of `document` (only those numbered in `blocks`, where given) cut at every edge of a mark or
    highlight.

    A highlight may cross blocks and may come in several spans under one id. Marks of kind `note` draw nothing
    and cut nothing. Takes time near-linear in blocks, marks and highlights, and in how many of them lie on
    one another. A block that does not exist raises `IndexError`.
    """
    wanted = range(len(document.blocks)) if blocks is None else sorted(set(blocks))
    inline: dict[int, list[tuple[Span, Mark]]] = {index: [] for index in wanted}
    wide: dict[int, list[Mark]] = {index: [] for index in wanted}
    covering: dict[int, list[tuple[Span, str]]] = {index: [] for index in wanted}
    for mark in document.marks:
        span = Span(mark.start, mark.end)
        for index in _reached(document, span):
            if mark.kind in BLOCK_WIDE and index in wide:
                wide[index].append(mark)
            elif mark.kind is not MarkKind.NOTE and index in inline:
                inline[index].append((span, mark))
    for span, name in sorted(highlights, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])):
        for index in _reached(document, span):
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
    return tuple(_reached(document, span))


def _reached(document: Document, span: Span) -> range:
    if not span:
        return range(0)
    first = bisect_right(document.blocks, span.start, key=lambda block: block.end)
    return range(first, bisect_left(document.blocks, span.end, key=lambda block: block.start))


def _cut(
    text: str, block: Block, marks: list[tuple[Span, Mark]], highlights: list[tuple[Span, str]]
) -> tuple[Run, ...]:
    edges = {block.start, block.end}
    for span, _ in (*marks, *highlights):
        edges |= {max(span.start, block.start), min(span.end, block.end)}
    places = sorted(edges)
    return tuple(
        Run(start, text[start:end], marked, highlighted)
        for (start, end), marked, highlighted in zip(
            pairwise(places), _sweep(places, block, marks), _sweep(places, block, highlights), strict=True
        )
    )


def _sweep(
    places: list[int], block: Block, things: list[tuple[Span, _Thing]]
) -> Iterable[tuple[_Thing, ...]]:
    """What covers each stretch between two neighbouring `places`, in the order of `things`.

    A dictionary keeps what is open in the order in which it opened, so that no stretch needs sorting.
    """
    opening: dict[int, list[_Thing]] = {}
    closing: dict[int, list[_Thing]] = {}
    for span, thing in things:
        opening.setdefault(max(span.start, block.start), []).append(thing)
        closing.setdefault(min(span.end, block.end), []).append(thing)
    depth: dict[_Thing, int] = {}
    for place in places[:-1]:
        for thing in opening.get(place, ()):
            depth[thing] = depth.get(thing, 0) + 1
        for thing in closing.get(place, ()):
            depth[thing] -= 1
            if not depth[thing]:
                del depth[thing]
        yield tuple(depth)
