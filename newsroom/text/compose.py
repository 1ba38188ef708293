"""From a draft to a document: every piece normalised, put in its place, its marks along with it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from newsroom.text.model import Block, Document, Draft, Mark, MarkKind, Piece, Role
from newsroom.text.normalise import normalise, normalised_offsets

BETWEEN_BLOCKS = "\n\n"

#: Kinds of mark that cover their whole block.
BLOCK_WIDE = frozenset({MarkKind.HEADING, MarkKind.QUOTE, MarkKind.LIST_ITEM, MarkKind.RULE})

#: Addresses that a person may be sent to.
SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)

_NO_ROLES: Mapping[int, Role] = {}


def compose(
    draft: Draft, *, roles: Mapping[int, Role] = _NO_ROLES, take_back: Collection[int] = ()
) -> Document:
    """The document that `draft` makes.

    `roles` are a person's corrections by index of `draft.pieces`; `take_back` are indexes of `draft.left_out`
    to be taken in after all, behind the pieces, in their order. Pieces without a printing character are
    dropped. An index that does not exist raises `IndexError`.
    """
    pieces = list(draft.pieces)
    for index, role in roles.items():
        pieces[index] = replace(pieces[index], role=role)
    pieces += [draft.left_out[index] for index in sorted(set(take_back))]

    texts: list[str] = []
    blocks: list[Block] = []
    marks: list[Mark] = []
    length = 0
    for piece in filter(None, map(_tidied, pieces)):
        start = length + len(BETWEEN_BLOCKS) if blocks else 0
        length = start + len(piece.text)
        texts.append(piece.text)
        blocks.append(Block(start, length, piece.role))
        marks += (replace(mark, start=mark.start + start, end=mark.end + start) for mark in piece.marks)
    return Document(BETWEEN_BLOCKS.join(texts), tuple(blocks), tuple(sorted(marks)))


def check(document: Document) -> None:
    """Raise `ValueError`, naming the first broken rule, unless `document` is as `compose` promises."""
    for complaint in chain(
        _text_complaints(document), _block_complaints(document), _mark_complaints(document)
    ):
        raise ValueError(complaint)


def _tidied(piece: Piece) -> Piece | None:
    """The piece in normal form without blank edges, or nothing. The first line keeps its indentation."""
    places = normalised_offsets(
        piece.text, chain.from_iterable(((mark.start, False), (mark.end, True)) for mark in piece.marks)
    )
    normal = normalise(piece.text)
    end = len(normal.rstrip())
    if not end:
        return None
    start = normal.rfind("\n", 0, len(normal) - len(normal.lstrip())) + 1
    marks = (
        replace(
            mark,
            start=min(max(places[mark.start, False], start), end) - start,
            end=min(max(places[mark.end, True], start), end) - start,
        )
        for mark in piece.marks
    )
    return Piece(normal[start:end], piece.role, tuple(_kept(marks, end - start)))


def _kept(marks: Iterator[Mark], length: int) -> Iterator[Mark]:
    for mark in marks:
        if mark.kind in BLOCK_WIDE:
            yield replace(mark, start=0, end=length)
        elif mark.start < mark.end:
            yield mark


def _text_complaints(document: Document) -> Iterator[str]:
    if document.text != normalise(document.text):
        yield "The text is not in normal form."
    if document.text != BETWEEN_BLOCKS.join(
        document.text[block.start : block.end] for block in document.blocks
    ):
        yield "The blocks, with blank lines between, do not make up the text."


def _block_complaints(document: Document) -> Iterator[str]:
    expected = 0
    for block in document.blocks:
        if block.start != expected:
            yield f"The block at {block.start} does not stand where it should, at {expected}."
        expected = block.end + len(BETWEEN_BLOCKS)
    if document.blocks and document.blocks[-1].end != len(document.text):
        yield "The last block does not end the text."
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if not text.strip():
            yield f"The block at {block.start} is empty."
        if text != text.rstrip() or text.startswith("\n"):
            yield f"The block at {block.start} has a blank edge."


def _mark_complaints(document: Document) -> Iterator[str]:
    if list(document.marks) != sorted(document.marks):
        yield "The marks are out of order."
    spans = {(block.start, block.end) for block in document.blocks}
    blocks = iter(document.blocks)
    block = next(blocks, None)
    for mark in document.marks:
        while block and mark.start >= block.end:
            block = next(blocks, None)
        if mark.start >= mark.end or block is None or not block.start <= mark.start < mark.end <= block.end:
            yield f"The {mark.kind} mark at {mark.start} covers no part of one block."
        if mark.kind in BLOCK_WIDE and (mark.start, mark.end) not in spans:
            yield f"The {mark.kind} mark at {mark.start} does not cover its whole block."
        if mark.kind is MarkKind.LINK and not SAFE_ADDRESS.fullmatch(mark.value):
            yield f"The link at {mark.start} leads to an unsafe address."
