"""Read the tokens of Markdown blocks, which `markdown_it` makes, into pieces with marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from newsroom.text.compose import SAFE_ADDRESS
from newsroom.text.model import Mark, MarkKind, Piece
from newsroom.text.readers.plain import is_wrapped

_SPANNING = {
    "em_open": MarkKind.EMPHASIS,
    "strong_open": MarkKind.STRONG,
    "s_open": MarkKind.STRUCK,
    "link_open": MarkKind.LINK,
}
_CLOSING = frozenset({"em_close", "strong_close", "s_close", "link_close"})
_LEAVES = frozenset({"inline", "fence", "hr"})
_BLOCK_ENDS = frozenset({"blockquote_close", "list_item_close", "heading_close"})
_BETWEEN_CELLS = " | "


@dataclass(slots=True)
class BlockWalk:
    """The walk over the tokens of one top-level block of a Markdown text.

    `lines` are the lines of the whole text. `wide` holds the marks of the quotations, list items and headings
    that are open at the current token, as (kind, value).
    """

    lines: Sequence[str]
    wide: list[tuple[MarkKind, str]] = field(default_factory=list)

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """Yield a piece for each paragraph, heading, list item, table, fence and thematic break."""
        indexes = iter(range(len(tokens)))
        for index in indexes:
            token = tokens[index]
            if token.type == "table_open":
                rows = [tokens[inner] for inner in _until(indexes, tokens, "table_close")]
                yield self._finished(_table(rows))
            elif token.type == "list_item_open":
                marker = token.info + token.markup
                self.wide.append((MarkKind.LIST_ITEM, marker))
                # A list item without a paragraph becomes a piece with only its marker.
                if tokens[index + 1].type == "list_item_close":
                    yield self._finished(Piece(marker))
            elif token.type == "blockquote_open":
                self.wide.append((MarkKind.QUOTE, ""))
            elif token.type == "heading_open":
                level = token.tag.removeprefix("h")
                self.wide.append((MarkKind.HEADING, level))
            elif token.type in _BLOCK_ENDS:
                self.wide.pop()
            elif token.type in _LEAVES:
                yield self._finished(self._leaf(token))

    def _leaf(self, token: Token) -> Piece:
        if token.type == "inline":
            return _paragraph(token)
        if token.type == "fence":
            return _fence(token)
        text = token.markup
        if token.map:
            text = self.lines[token.map[0]].strip(" >")
        return Piece(text, marks=(Mark(0, len(text), MarkKind.RULE),))

    def _finished(self, piece: Piece) -> Piece:
        """Return `piece` with the marks of the quotations, list items and headings that it is in."""
        text = piece.text
        if not text and self.wide:
            text = self.wide[-1][1]
        marks = tuple(Mark(0, len(text), kind, value) for kind, value in self.wide)
        # Only the first paragraph of a list item gets the marker.
        for index, (kind, _) in enumerate(self.wide):
            if kind is MarkKind.LIST_ITEM:
                self.wide[index] = (kind, "")
        return replace(piece, text=text, marks=(*marks, *piece.marks))


def _until(
    indexes: Iterator[int],
    tokens: Sequence[Token],
    end: str,
) -> Iterator[int]:
    """Yield the indexes of the tokens before the next token of type `end`, and skip that token."""
    for index in indexes:
        if tokens[index].type == end:
            return
        yield index


def _paragraph(token: Token) -> Piece:
    lines = token.content.split("\n")
    width = max(len(line) for line in lines)
    break_as = " " if is_wrapped(lines, width) else "\n"
    return _inline(token.children or [], break_as=break_as)


def _fence(token: Token) -> Piece:
    info = token.info.strip()
    text = token.content.rstrip("\n") or info or token.markup
    marks = [Mark(0, len(text), MarkKind.CODE)]
    if info:
        marks.append(Mark(0, len(text), MarkKind.NOTE, info))
    return Piece(text, marks=tuple(marks))


def _table(tokens: Sequence[Token]) -> Piece:
    """Return a table as one piece, with a line for each row and bars between its cells."""
    text = ""
    marks: list[Mark] = []
    for token in tokens:
        if token.type == "tr_open" and text:
            text += "\n"
        elif token.type == "inline":
            if text and not text.endswith("\n"):
                text += _BETWEEN_CELLS
            cell = _inline(token.children or [], break_as=" ")
            marks += _moved(cell.marks, len(text))
            text += cell.text
    return Piece(text, marks=tuple(marks))


def _inline(tokens: Sequence[Token], *, break_as: str) -> Piece:
    """Return a piece with the text and the marks of inline tokens. A line break in the source becomes
    `break_as`.
    """
    text = ""
    marks: list[Mark] = []
    opened: list[tuple[int, Token]] = []
    for token in tokens:
        if token.type in _SPANNING:
            opened.append((len(text), token))
        elif token.type in _CLOSING:
            start, opening = opened.pop()
            if len(text) == start:
                # A link without text shows its address.
                text += _attribute(opening, "href")
            marks += _spanning_marks(start, len(text), opening)
        elif token.type == "image":
            image = _image(token, break_as=break_as)
            marks += _moved(image.marks, len(text))
            text += image.text
        elif token.type == "code_inline":
            end = len(text) + len(token.content)
            marks.append(Mark(len(text), end, MarkKind.CODE))
            text += token.content
        else:
            text += _printed(token, break_as)
    return Piece(text, marks=tuple(marks))


def _printed(token: Token, break_as: str) -> str:
    if token.type == "softbreak":
        return break_as
    if token.type == "hardbreak":
        return "\n"
    return token.content


def _image(token: Token, *, break_as: str) -> Piece:
    """Return a piece for an image: its description, or its address if it has no description, with an image
    mark.
    """
    description = _inline(token.children or [], break_as=break_as)
    address = _attribute(token, "src")
    text = description.text or address
    marks = [*description.marks, *_image_marks(len(text), token, address)]
    return Piece(text, marks=tuple(marks))


def _spanning_marks(start: int, end: int, opening: Token) -> Iterator[Mark]:
    kind = _SPANNING[opening.type]
    if kind is not MarkKind.LINK:
        yield Mark(start, end, kind)
        return
    address = _attribute(opening, "href")
    title = _attribute(opening, "title")
    is_safe = SAFE_ADDRESS.fullmatch(address) is not None
    link_kind = MarkKind.LINK if is_safe else MarkKind.NOTE
    yield Mark(start, end, link_kind, address)
    if title:
        yield Mark(start, end, MarkKind.NOTE, title)


def _image_marks(length: int, token: Token, address: str) -> Iterator[Mark]:
    title = _attribute(token, "title")
    is_letter = address.lower().startswith("mailto:")
    is_safe = SAFE_ADDRESS.fullmatch(address) is not None and not is_letter
    if is_safe:
        yield Mark(0, length, MarkKind.IMAGE, address)
    else:
        yield Mark(0, length, MarkKind.IMAGE)
    if address and not is_safe:
        yield Mark(0, length, MarkKind.NOTE, address)
    if title:
        yield Mark(0, length, MarkKind.NOTE, title)


def _attribute(token: Token, name: str) -> str:
    return str(token.attrs.get(name) or "")


def _moved(marks: Sequence[Mark], offset: int) -> Iterator[Mark]:
    for mark in marks:
        yield replace(mark, start=mark.start + offset, end=mark.end + offset)
