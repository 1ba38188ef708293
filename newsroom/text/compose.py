"""Compose a document from a draft: normalise every piece, and give it and its marks a place in one text."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from newsroom.text.model import Block, Document, Draft, Mark, MarkKind, Piece, Role
from newsroom.text.normalise import normalise, normalised_offsets

BETWEEN_BLOCKS = "\n\n"

#: The kinds of mark that always cover their whole block.
BLOCK_WIDE = frozenset({MarkKind.HEADING, MarkKind.QUOTE, MarkKind.LIST_ITEM, MarkKind.RULE})

#: A link to such an address may be shown to readers.
SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)

_NO_ROLES: Mapping[int, Role] = {}


def compose(
    draft: Draft, *, roles: Mapping[int, Role] = _NO_ROLES, take_back: Collection[int] = ()
) -> Document:
    """Return the document of `draft`, with all texts in normal form.

    `roles` are corrections by a person, as {index in `draft.pieces`: role}. `take_back` holds indexes of
    `draft.left_out`, the pieces that the reader left out; these pieces are appended in their order. Pieces
    without a visible character are dropped. Raises `IndexError` for an index that does not exist.
    """
    pieces = list(draft.pieces)
    for index, role in roles.items():
        pieces[index] = replace(pieces[index], role=role)
    for index in sorted(set(take_back)):
        pieces.append(draft.left_out[index])

    texts: list[str] = []
    blocks: list[Block] = []
    marks: list[Mark] = []
    start = 0
    for piece in pieces:
        normal = _in_normal_form(piece)
        if normal is None:
            continue
        end = start + len(normal.text)
        texts.append(normal.text)
        blocks.append(Block(start, end, normal.role))
        for mark in normal.marks:
            marks.append(replace(mark, start=mark.start + start, end=mark.end + start))
        start = end + len(BETWEEN_BLOCKS)
    return Document(BETWEEN_BLOCKS.join(texts), tuple(blocks), tuple(sorted(marks)))


def check(document: Document) -> None:
    """Check that `document` keeps the rules of `compose`: normal form, blank lines between blocks, valid
    marks.

    Raises `ValueError` that names the first broken rule.
    """
    complaints = chain(
        _text_complaints(document),
        _block_complaints(document),
        _order_complaints(document),
        _mark_complaints(document),
    )
    first = next(complaints, None)
    if first is not None:
        raise ValueError(first)


def _in_normal_form(piece: Piece) -> Piece | None:
    """Return the normalised piece, or None if it has no visible character.

    Blank lines at its beginning and white space at its end are removed. The first line keeps its indentation.
    """
    normal = normalise(piece.text)
    end = len(normal.rstrip())
    if not end:
        return None
    first_printing = len(normal) - len(normal.lstrip())
    start = normal.rfind("\n", 0, first_printing) + 1

    # All offsets are converted in one call, because each call takes time linear in the text.
    offsets: list[tuple[int, bool]] = []
    for mark in piece.marks:
        offsets += [(mark.start, False), (mark.end, True)]
    normal_offset = normalised_offsets(piece.text, offsets)
    marks: list[Mark] = []
    for mark in piece.marks:
        mark_start = _clamped(normal_offset[mark.start, False], start, end) - start
        mark_end = _clamped(normal_offset[mark.end, True], start, end) - start
        if mark.kind in BLOCK_WIDE:
            marks.append(replace(mark, start=0, end=end - start))
        elif mark_start < mark_end:
            marks.append(replace(mark, start=mark_start, end=mark_end))
    return Piece(normal[start:end], piece.role, tuple(marks))


def _clamped(offset: int, least: int, most: int) -> int:
    return min(max(offset, least), most)


def _text_complaints(document: Document) -> Iterator[str]:
    if document.text != normalise(document.text):
        yield "The text is not in normal form."
    texts = (document.text_of(block) for block in document.blocks)
    if document.text != BETWEEN_BLOCKS.join(texts):
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
        text = document.text_of(block)
        if not text.strip():
            yield f"The block at {block.start} is empty."
        if text != text.rstrip() or text.startswith("\n"):
            yield f"The block at {block.start} has a blank edge."


def _order_complaints(document: Document) -> Iterator[str]:
    if list(document.marks) != sorted(document.marks):
        yield "The marks are out of order."


def _mark_complaints(document: Document) -> Iterator[str]:
    blocks = iter(document.blocks)
    block = next(blocks, None)
    for mark in document.marks:
        # Marks are sorted, so the block of a mark is never before the block of the previous mark.
        while block and mark.start >= block.end:
            block = next(blocks, None)
        is_empty = mark.start >= mark.end
        if is_empty or block is None or not block.start <= mark.start < mark.end <= block.end:
            yield f"The {mark.kind} mark at {mark.start} covers no part of one block."
        elif mark.kind in BLOCK_WIDE and (mark.start, mark.end) != (block.start, block.end):
            yield f"The {mark.kind} mark at {mark.start} does not cover its whole block."
        if mark.kind is MarkKind.LINK and not SAFE_ADDRESS.fullmatch(mark.value):
            yield f"The link at {mark.start} leads to an unsafe address."
