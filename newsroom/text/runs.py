"""Cut a text into runs: stretches over which neither formatting nor highlights change.

Overlap is a list of ids on a run, never nesting, so that any number of highlights may cross in any way.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from newsroom.text.compose import BLOCK_WIDE
from newsroom.text.model import Block, Document, Mark, MarkKind, Span

_Cover = TypeVar("_Cover", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that begins at code point `start` of the document.

    `marks` are the inline marks that cover it. `highlights` are the ids of the highlights that cover it,
    outermost first: in the order of (start, -end, id).
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
    """A block with its block-wide marks, cut into runs. Their texts joined are the block's text."""

    index: int
    block: Block
    marks: tuple[Mark, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Covers:
    """What covers a block or a part of it."""

    block_marks: list[Mark] = field(default_factory=list)
    inline_marks: list[tuple[Span, Mark]] = field(default_factory=list)
    highlights: list[tuple[Span, str]] = field(default_factory=list)


def runs(
    document: Document,
    highlights: Iterable[tuple[Span, str]] = (),
    *,
    blocks: Collection[int] | None = None,
) -> tuple[PaintedBlock, ...]:
    """Return the blocks of `document`, cut at every edge of a mark or highlight.

    With `blocks` only the blocks of these indexes are returned. A highlight may cross blocks and may come in
    several spans under one id. Marks of kind `note` draw nothing and cut nothing. Takes time near-linear in
    blocks, marks and highlights, and in how many of them lie on one another.

    Raises `IndexError` for a block that does not exist.
    """
    wanted: Sequence[int] = range(len(document.blocks))
    if blocks is not None:
        wanted = sorted(set(blocks))
    covers = {index: _Covers() for index in wanted}
    _add_marks(document, covers)
    _add_highlights(document, highlights, covers)
    return tuple(_painted(document, index, covers[index]) for index in wanted)


def touched(document: Document, span: Span) -> tuple[int, ...]:
    """Return the indexes of the blocks that `span` shares at least one code point with."""
    return tuple(_blocks_under(document, span))


def _blocks_under(document: Document, span: Span) -> range:
    if not span:
        return range(0)
    first = bisect_right(document.blocks, span.start, key=lambda block: block.end)
    end = bisect_left(document.blocks, span.end, key=lambda block: block.start)
    return range(first, end)


def _add_marks(document: Document, covers: dict[int, _Covers]) -> None:
    for mark in document.marks:
        if mark.kind is MarkKind.NOTE:
            continue
        span = Span(mark.start, mark.end)
        for index in _blocks_under(document, span):
            if index not in covers:
                continue
            if mark.kind in BLOCK_WIDE:
                covers[index].block_marks.append(mark)
            else:
                covers[index].inline_marks.append((span, mark))


def _add_highlights(
    document: Document, highlights: Iterable[tuple[Span, str]], covers: dict[int, _Covers]
) -> None:
    def outermost_first(highlight: tuple[Span, str]) -> tuple[int, int, str]:
        span, name = highlight
        return span.start, -span.end, name

    for span, name in sorted(highlights, key=outermost_first):
        for index in _blocks_under(document, span):
            if index in covers:
                covers[index].highlights.append((span, name))


def _painted(document: Document, index: int, covers: _Covers) -> PaintedBlock:
    block = document.blocks[index]
    edges = {block.start, block.end}
    for span, _ in (*covers.inline_marks, *covers.highlights):
        edges.add(max(span.start, block.start))
        edges.add(min(span.end, block.end))

    places = sorted(edges)
    stretches = pairwise(places)
    marks = _sweep(places, block, covers.inline_marks)
    names = _sweep(places, block, covers.highlights)
    cut = tuple(
        Run(start, document.text[start:end], marks_here, names_here)
        for (start, end), marks_here, names_here in zip(stretches, marks, names, strict=True)
    )
    return PaintedBlock(index, block, tuple(covers.block_marks), cut)


def _sweep(
    places: Sequence[int], block: Block, covers: Iterable[tuple[Span, _Cover]]
) -> Iterator[tuple[_Cover, ...]]:
    """Yield what covers each stretch between two neighbouring `places`, in the order of `covers`.

    This is a sweep line. A dictionary keeps what is open in the order in which it opened, so that no stretch
    needs sorting.
    """
    opening: dict[int, list[_Cover]] = defaultdict(list)
    closing: dict[int, list[_Cover]] = defaultdict(list)
    for span, cover in covers:
        opening[max(span.start, block.start)].append(cover)
        closing[min(span.end, block.end)].append(cover)

    # A highlight in several spans that overlap is open until the last of them closes.
    depth: dict[_Cover, int] = {}
    for place in places[:-1]:
        for cover in opening.get(place, ()):
            depth[cover] = depth.get(cover, 0) + 1
        for cover in closing.get(place, ()):
            depth[cover] -= 1
            if depth[cover] == 0:
                del depth[cover]
        yield tuple(depth)
