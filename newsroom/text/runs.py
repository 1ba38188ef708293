"""Cut a text into runs: stretches over which neither formatting nor highlights change.

Overlapping highlights are a list of ids on one run and are never nested, so any number of highlights may
overlap.
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
    """A stretch of text over which neither formatting nor highlights change.

    It begins at code point `start` of the document. `marks` are the inline marks on it. `highlights` are the
    ids of the highlights on it, outermost first, in the order of (start, -end, id).
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
    """A block cut into runs, with its index in the document.

    `marks` are the marks that cover the whole block, such as a heading. The joined runs are the text of the
    block.
    """

    index: int
    block: Block
    marks: tuple[Mark, ...]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Covers:
    """The marks and highlights on one block.

    `block_marks` cover the whole block. `inline_marks` and `highlights` have the span that they cover in the
    document.
    """

    block_marks: list[Mark] = field(default_factory=list)
    inline_marks: list[tuple[Span, Mark]] = field(default_factory=list)
    highlights: list[tuple[Span, str]] = field(default_factory=list)


def runs(
    document: Document,
    highlights: Iterable[tuple[Span, str]] = (),
    *,
    blocks: Collection[int] | None = None,
) -> tuple[PaintedBlock, ...]:
    """Return the blocks of `document`, cut into runs wherever a mark or a highlight begins or ends.

    `highlights` are pairs (span, id of a highlight). If `blocks` is given, only the blocks with these indexes
    are returned. A highlight may cross blocks, and may have several spans with one id. Marks of kind `note`
    do not cut the text. Takes time near-linear in the number of blocks, marks and highlights, and in their
    depth of overlap. Raises `IndexError` for a block that does not exist.
    """
    wanted: Sequence[int] = range(len(document.blocks))
    if blocks is not None:
        wanted = sorted(set(blocks))
    covers = {index: _Covers() for index in wanted}
    _add_marks(document, covers)
    _add_highlights(document, highlights, covers)
    return tuple(_painted(document, index, covers[index]) for index in wanted)


def touched_blocks(document: Document, span: Span) -> tuple[int, ...]:
    """Return the indexes of the blocks that share at least one code point with `span`.

    The result is empty if `span` is empty or lies between two blocks.
    """
    return tuple(_blocks_under(document, span))


def _blocks_under(document: Document, span: Span) -> range:
    if not span:
        return range(0)
    # Blocks are sorted and do not overlap, so binary search finds the first and the last one.
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

    # Each block gets its highlights in this order, so no run has to sort them again.
    for span, name in sorted(highlights, key=outermost_first):
        for index in _blocks_under(document, span):
            if index in covers:
                covers[index].highlights.append((span, name))


def _painted(document: Document, index: int, covers: _Covers) -> PaintedBlock:
    block = document.blocks[index]
    edges = {block.start, block.end}
    for span, _ in (*covers.inline_marks, *covers.highlights):
        # A highlight may begin before the block and end after it.
        edges.add(max(span.start, block.start))
        edges.add(min(span.end, block.end))

    places = sorted(edges)
    stretches = pairwise(places)
    marks = _sweep(places, block, covers.inline_marks)
    names = _sweep(places, block, covers.highlights)
    runs_of_block = []
    for (start, end), run_marks, run_names in zip(stretches, marks, names, strict=True):
        runs_of_block.append(Run(start, document.text[start:end], run_marks, run_names))
    return PaintedBlock(index, block, tuple(covers.block_marks), tuple(runs_of_block))


def _sweep(
    places: Sequence[int], block: Block, covers: Iterable[tuple[Span, _Cover]]
) -> Iterator[tuple[_Cover, ...]]:
    """For each stretch between two neighbouring `places`, yield the covers on it, in the order of `covers`.

    A cover is a mark or the id of a highlight. This is a sweep line algorithm. A dictionary keeps the open
    covers in the order in which they opened, so no stretch needs sorting.
    """
    opening: dict[int, list[_Cover]] = defaultdict(list)
    closing: dict[int, list[_Cover]] = defaultdict(list)
    for span, cover in covers:
        opening[max(span.start, block.start)].append(cover)
        closing[min(span.end, block.end)].append(cover)

    # If the spans of one highlight overlap, it stays open until the last span closes.
    depth: dict[_Cover, int] = {}
    for place in places[:-1]:
        for cover in opening.get(place, ()):
            depth[cover] = depth.get(cover, 0) + 1
        for cover in closing.get(place, ()):
            depth[cover] -= 1
            if depth[cover] == 0:
                del depth[cover]
        yield tuple(depth)
