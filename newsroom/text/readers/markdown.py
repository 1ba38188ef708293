"""Markdown (CommonMark, with tables and strikethrough): the words become text, the signs become marks.

Nothing is dropped, and the reader makes sure of it itself: a block whose reading would lose a character is
shown as it was written. Raw HTML stays visible text; indented code is prose, as articles indent paragraphs.
Where things go:

- link and image addresses: the mark's value, verbatim. Only http, https and mailto make a LINK; any other
address, `#` included, is the value of a NOTE mark. An image whose address is not http(s) has an IMAGE mark
without value, and a NOTE;
- titles of links and images, info strings of code: NOTE marks;
- link definitions and front matter: `Metadata.lines`;
- a thematic break is a block of its own, as written, under a RULE mark; a table one block, a row a line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsroom.errors import TooLarge
from newsroom.text.compose import SAFE_ADDRESS
from newsroom.text.metadata.gather import front_matter
from newsroom.text.model import Mark, MarkKind, Metadata, Piece, RawArticle
from newsroom.text.normalise import normalise
from newsroom.text.readers.accounting import SYNTAX, labels_of, lost
from newsroom.text.readers.plain import wrapped

_SPANNING = {
    "em_open": MarkKind.EMPHASIS,
    "strong_open": MarkKind.STRONG,
    "s_open": MarkKind.STRUCK,
    "link_open": MarkKind.LINK,
}
_CLOSING = frozenset({"em_close", "strong_close", "s_close", "link_close"})
_CELLS = " | "
_LONGEST_FRONT_MATTER = 200
#: Most signs of formatting: the parser is asked about each of them.
MOST_SIGNS = 100_000


def read_markdown(source: str) -> RawArticle:
    """Return the blocks of a Markdown text. `accounting.unaccounted` of it is made up of Markdown's signs alone.

    Raises `TooLarge` beyond `MOST_SIGNS`.
    """
    if is_too_much(source):
        raise TooLarge(
            f"This text has more than {MOST_SIGNS:,} signs of formatting: save it as plain text (.txt)."
        )
    lines = normalise(source).split("\n")
    matter = _front_matter(lines)
    stated = front_matter(matter[1:-1]) if matter else Metadata()
    lines = lines[len(matter) :]
    environment: dict[str, dict[str, dict[str, list[int]]]] = {}
    tokens = _parser().parse("\n".join(lines), environment)
    defined = _defined(environment)
    read_pieces = list(_pieces(tokens, lines, defined))
    return RawArticle(
        tuple(piece for piece, _ in read_pieces),
        replace(stated, lines=tuple(matter)),
        format="markdown",
        written=tuple(written for _, written in read_pieces),
        definitions=tuple(lines[number] for number in sorted(defined)),
    )


def is_too_much(source: str) -> bool:
    """Whether a text has more signs than can be read in a moment."""
    return sum(source.count(sign) for sign in "*_[|`<>\\\n") > MOST_SIGNS


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).disable("code")
    # Addresses are kept as they were written; whether one may be followed is decided where its mark is made.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _front_matter(lines: Sequence[str]) -> list[str]:
    """The lines of YAML front matter with its fences, where the text opens with one."""
    if not lines or lines[0].rstrip() != "---":
        return []
    for number, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], start=1):
        if line.rstrip() in ("---", "..."):
            return list(lines[: number + 1]) if ":" in "".join(lines[1:number]) else []
        if not line.strip() or not (":" in line or line.startswith((" ", "-", "#"))):
            return []
    return []


def _defined(environment: dict[str, dict[str, dict[str, list[int]]]]) -> frozenset[int]:
    """The numbers of the lines that hold link definitions."""
    references = environment.get("references", {})
    duplicates: Sequence[dict[str, list[int]]] = environment.get("duplicate_refs", ())  # type: ignore[assignment]
    return frozenset(
        number for found in (*references.values(), *duplicates) for number in range(*found["map"])
    )


def _pieces(
    tokens: Sequence[Token], lines: Sequence[str], defined: frozenset[int]
) -> Iterator[tuple[Piece, str]]:
    """Each piece with its source. Lines that no block covers, should there be any, come as they were written."""
    labels = labels_of(lines[number] for number in defined)
    reached = 0
    for group in _top_level(tokens):
        start, end = group[0].map or (reached, reached)
        yield from _as_written(lines, range(reached, start), defined)
        yield from _checked(group, lines, range(max(start, reached), end), defined, labels)
        reached = max(reached, end)
    yield from _as_written(lines, range(reached, len(lines)), defined)


def _top_level(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0 and token.type != "inline":
            yield group
            group = []


def _checked(
    group: Sequence[Token],
    lines: Sequence[str],
    numbers: range,
    defined: frozenset[int],
    labels: frozenset[str],
) -> Iterator[tuple[Piece, str]]:
    source = "\n".join(lines[number] for number in numbers if number not in defined)
    pieces = list(_Block(lines).pieces(group))
    if set(lost(source, pieces, labels=labels)) <= SYNTAX:
        alone = len(pieces) == 1
        yield from ((piece, source.strip() if alone else piece.text) for piece in pieces)
    else:
        yield from _as_written(lines, numbers, defined)


def _as_written(lines: Sequence[str], numbers: range, defined: frozenset[int]) -> Iterator[tuple[Piece, str]]:
    paragraph = "\n".join("" if number in defined else lines[number] for number in numbers)
    for text in filter(str.strip, paragraph.split("\n\n")):
        yield Piece(text.strip()), text.strip()


@dataclass(slots=True)
class _Block:
    """Walks the tokens of one top-level block. `wide` are the marks of the containers it is in, as (kind,
    value).
    """

    lines: Sequence[str]
    wide: list[tuple[MarkKind, str]] = field(default_factory=list)
    kept_markers: int = 0

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                yield self._finished(_table(tokens[index:end]))
                index = end
            elif token.type in ("blockquote_open", "list_item_open"):
                quote = token.type == "blockquote_open"
                self.wide.append(
                    (MarkKind.QUOTE, "") if quote else (MarkKind.LIST_ITEM, token.info + token.markup)
                )
                if not quote and tokens[index + 1].type == "list_item_close":
                    yield self._finished(Piece(token.info + token.markup))
            elif token.type in ("blockquote_close", "list_item_close"):
                self.wide.pop()
            elif token.type == "heading_open":
                self.wide.append((MarkKind.HEADING, token.tag[1:]))
            elif token.type == "heading_close":
                self.wide.pop()
            elif token.type in ("inline", "fence", "hr"):
                yield self._finished(self._leaf(token))
            index += 1

    def _leaf(self, token: Token) -> Piece:
        if token.type == "inline":
            content = token.content.split("\n")
            width = max(map(len, content))
            return _inline(token.children or [], soft=" " if wrapped(content, width) else "\n")
        if token.type == "fence":
            text = token.content.rstrip("\n") or token.info.strip() or token.markup
            note = (Mark(0, len(text), MarkKind.NOTE, token.info.strip()),) if token.info.strip() else ()
            return Piece(text, marks=(Mark(0, len(text), MarkKind.CODE), *note))
        text = self.lines[token.map[0]].strip(" >") if token.map else token.markup
        return Piece(text, marks=(Mark(0, len(text), MarkKind.RULE),))

    def _finished(self, piece: Piece) -> Piece:
        """The piece under the marks of its containers. The marker of an item belongs to its first paragraph."""
        text = piece.text or self.wide[-1][1] if self.wide else piece.text
        marks = tuple(Mark(0, len(text), kind, value) for kind, value in self.wide)
        self.wide = [(kind, "" if kind is MarkKind.LIST_ITEM else value) for kind, value in self.wide]
        return replace(piece, text=text, marks=(*marks, *piece.marks))


def _table(tokens: Sequence[Token]) -> Piece:
    """A row a line, the cells apart by bars."""
    text = ""
    marks: list[Mark] = []
    for token in tokens:
        if token.type == "tr_open" and text:
            text += "\n"
        elif token.type == "inline":
            text += "" if not text or text.endswith("\n") else _CELLS
            cell = _inline(token.children or [], soft=" ")
            marks += (
                replace(mark, start=mark.start + len(text), end=mark.end + len(text)) for mark in cell.marks
            )
            text += cell.text
    return Piece(text, marks=tuple(marks))


def _inline(tokens: Sequence[Token], *, soft: str) -> Piece:
    """The text of a run of inline tokens, its marks counted from its start."""
    text = ""
    marks: list[Mark] = []
    opened: list[tuple[int, Token]] = []
    for token in tokens:
        if token.type in _SPANNING:
            opened.append((len(text), token))
        elif token.type in _CLOSING:
            start, opening = opened.pop()
            address = str(opening.attrs.get("href", ""))
            text += address if len(text) == start else ""
            marks += _marked(start, len(text), opening, address)
        elif token.type == "image":
            inner = _inline(token.children or [], soft=soft)
            start = len(text)
            address = str(token.attrs.get("src", ""))
            marks += (replace(mark, start=mark.start + start, end=mark.end + start) for mark in inner.marks)
            text += inner.text or address
            marks += _pictured(start, len(text), token, address)
        elif token.type == "code_inline":
            marks.append(Mark(len(text), len(text) + len(token.content), MarkKind.CODE))
            text += token.content
        elif token.type == "softbreak":
            text += soft
        elif token.type == "hardbreak":
            text += "\n"
        else:
            text += token.content
    return Piece(text, marks=tuple(marks))


def _marked(start: int, end: int, opening: Token, address: str) -> Iterator[Mark]:
    kind = _SPANNING[opening.type]
    if kind is not MarkKind.LINK:
        yield Mark(start, end, kind)
        return
    yield Mark(start, end, MarkKind.LINK if SAFE_ADDRESS.fullmatch(address) else MarkKind.NOTE, address)
    if opening.attrs.get("title"):
        yield Mark(start, end, MarkKind.NOTE, str(opening.attrs["title"]))


def _pictured(start: int, end: int, token: Token, address: str) -> Iterator[Mark]:
    safe = SAFE_ADDRESS.fullmatch(address) is not None and not address.lower().startswith("mailto:")
    yield Mark(start, end, MarkKind.IMAGE, address if safe else "")
    if address and not safe:
        yield Mark(start, end, MarkKind.NOTE, address)
    if token.attrs.get("title"):
        yield Mark(start, end, MarkKind.NOTE, str(token.attrs["title"]))
