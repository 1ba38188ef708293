"""Read Markdown (CommonMark, with tables and strikethrough): words become text, and signs become marks.

Nothing is lost, and the reader checks this itself: if reading a block would lose a character, the block stays
as it was written. Raw HTML stays visible text. Indented code is read as prose, because articles indent
paragraphs. Some parts are not in the text itself:

- A link or image address is the value of a mark, as written. Only http, https and mailto make a LINK mark.
  Any other address, `#` included, is the value of a NOTE mark. An image with an address that is not http(s)
  has an IMAGE mark without a value, and a NOTE mark.
- The titles of links and images, and the info strings of code, are NOTE marks.
- Front matter is in `stated.lines` of the `RawArticle`, and link definitions are in its `definitions`.
- A thematic break is a block of its own, as written, under a RULE mark.
- A table is one block, with a line for each row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsroom.errors import TooLarge
from newsroom.text.metadata.front_matter import front_matter
from newsroom.text.model import Metadata, Piece, RawArticle
from newsroom.text.normalise import normalise
from newsroom.text.readers.accounting import SYNTAX, labels_of, lost_characters_in
from newsroom.text.readers.markdown_blocks import BlockWalk

#: The most formatting signs that are read, because the parser takes time for each of them.
MOST_SIGNS = 100_000

_SIGNS = "*_[|`<>\\\n"
#: How many lines are searched for the end of front matter.
_LONGEST_FRONT_MATTER = 200
_FENCE = "---"
_CLOSING_FENCES = (_FENCE, "...")
#: How a front matter line without a colon begins: it continues a value, or is a list item or a comment.
_CONTINUATIONS = (" ", "-", "#")

#: The link definitions as the parser returns them: the line numbers of each, under its label.
Environment = dict[str, dict[str, dict[str, list[int]]]]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a Markdown text.

    `definitions` holds the line numbers, from 0, of the link definitions. `labels` holds the labels that
    these lines define.
    """

    lines: Sequence[str]
    definitions: frozenset[int]
    labels: frozenset[str]

    def source_of(self, numbers: range) -> str:
        """Return the lines with these numbers as one text, without link definitions."""
        return "\n".join(self.lines[number] for number in numbers if number not in self.definitions)


@dataclass(frozen=True, slots=True)
class _WrittenPiece:
    """A piece together with its source text: the Markdown as written."""

    piece: Piece
    written: str


def read_markdown(source: str) -> RawArticle:
    """Return the article in a Markdown text. Only formatting signs are lost (see `accounting`).

    Raises `TooLarge` if the text has more than `MOST_SIGNS` formatting signs.
    """
    if has_too_many_signs(source):
        raise TooLarge(
            f"This text has more than {MOST_SIGNS:,} signs of formatting: save it as plain text (.txt)."
        )
    lines = normalise(source).split("\n")
    matter = _front_matter_lines(lines)
    stated = front_matter(matter[1:-1]) if matter else Metadata()
    lines = lines[len(matter) :]

    environment: Environment = {}
    tokens = _parser().parse("\n".join(lines), environment)
    definitions = _definition_lines(environment)
    text = _Lines(lines, definitions, labels_of(lines[number] for number in definitions))
    pieces = list(_pieces(tokens, text))
    return RawArticle(
        tuple(written_piece.piece for written_piece in pieces),
        replace(stated, lines=tuple(matter)),
        format="markdown",
        written=tuple(written_piece.written for written_piece in pieces),
        definitions=tuple(lines[number] for number in sorted(definitions)),
    )


def has_too_many_signs(source: str) -> bool:
    """Return whether a text has more than `MOST_SIGNS` formatting signs."""
    return sum(source.count(sign) for sign in _SIGNS) > MOST_SIGNS


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.enable(["table", "strikethrough"]).disable("code")
    # Addresses are kept as written. Whether a link is safe is decided when its mark is made.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _front_matter_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines of YAML front matter with the fences (`---`) around it.

    Returns an empty list if the text does not begin with front matter.
    """
    if not lines or lines[0].rstrip() != _FENCE:
        return []
    has_key = False
    for number, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], start=1):
        if line.rstrip() in _CLOSING_FENCES:
            if not has_key:
                return []
            return list(lines[: number + 1])
        # A blank line or a sentence means that the fence is a thematic break.
        if not line.strip() or not (":" in line or line.startswith(_CONTINUATIONS)):
            return []
        has_key = has_key or ":" in line
    return []


def _definition_lines(environment: Environment) -> frozenset[int]:
    """Return the line numbers, from 0, of all link definitions."""
    definitions = list(environment.get("references", {}).values())
    # Further definitions of labels that were defined before.
    definitions += environment.get("duplicate_refs", ())  # type: ignore[arg-type]
    numbers: set[int] = set()
    for definition in definitions:
        numbers.update(range(*definition["map"]))
    return frozenset(numbers)


def _pieces(tokens: Sequence[Token], text: _Lines) -> Iterator[_WrittenPiece]:
    """Yield the pieces of all blocks, each with its source text.

    Lines outside any block become pieces as they were written.
    """
    reached = 0
    for block in _top_level_blocks(tokens):
        start, end = block[0].map or (reached, reached)
        yield from _as_written(text, range(reached, start))
        yield from _read_block(block, text, range(max(start, reached), end))
        reached = max(reached, end)
    yield from _as_written(text, range(reached, len(text.lines)))


def _top_level_blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0 and token.type != "inline":
            yield block
            block = []


def _read_block(block: Sequence[Token], text: _Lines, numbers: range) -> Iterator[_WrittenPiece]:
    """Yield the pieces of a block, or the block as written if reading it would lose a character."""
    source = text.source_of(numbers)
    pieces = list(BlockWalk(text.lines).pieces(block))
    missing = set(lost_characters_in(source, pieces, labels=text.labels))
    if not missing <= SYNTAX:
        yield from _as_written(text, numbers)
    elif len(pieces) == 1:
        yield _WrittenPiece(pieces[0], source.strip())
    else:
        for piece in pieces:
            yield _WrittenPiece(piece, piece.text)


def _as_written(text: _Lines, numbers: range) -> Iterator[_WrittenPiece]:
    lines = []
    for number in numbers:
        if number in text.definitions:
            # Definitions are kept as metadata; an empty line keeps the paragraphs around them apart.
            lines.append("")
        else:
            lines.append(text.lines[number])
    for paragraph in "\n".join(lines).split("\n\n"):
        written = paragraph.strip()
        if written:
            yield _WrittenPiece(Piece(written), written)
