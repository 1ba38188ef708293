"""Check that a reader lost nothing: find the characters of a source that are in no text, metadata or mark."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable

from newsroom.text.model import Draft, Mark, MarkKind, Piece
from newsroom.text.normalise import normalise

#: Characters that Markdown uses for formatting. They may be missing if a mark or a block keeps their meaning.
SYNTAX = frozenset("\\*_~`#>-+=|:[]()!<\"'^&;")

_CHARACTER_REFERENCE = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_LINK_DEFINITION = re.compile(r"^[\s>*+-]{0,12}\[((?:[^\[\]\\]|\\.){1,999})\]:", re.MULTILINE)
_LINK_LABEL = re.compile(r"\]\[((?:[^\[\]\\]|\\.){1,999})\]")


def lost_characters(source: str, draft: Draft) -> str:
    """Return the characters of `source`, in order, that are nowhere in `draft`. White space is ignored.

    Each character of a text, of a metadata line and of a mark's value accounts for one character of the
    source, so a word that the source repeats must occur as often in `draft`. A character reference accounts
    for the character it names. The label of a reference link counts as kept if its definition is a metadata
    line. For plain text the result is empty. For Markdown it contains only characters of `SYNTAX`.
    """
    lines = draft.metadata.lines
    pieces = [*draft.pieces, *map(Piece, lines)]
    return lost_characters_in(source, pieces, labels=labels_of(lines))


def labels_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the labels of the link definitions in `lines`, in lower case with single spaces."""
    labels: set[str] = set()
    for line in lines:
        labels.update(_normal_label(label) for label in _LINK_DEFINITION.findall(line))
    return frozenset(labels)


def lost_characters_in(
    source: str, pieces: Iterable[Piece], *, labels: Collection[str] = ()
) -> str:
    """Return the characters of `source`, a part of a source, that are nowhere in `pieces`, in order.

    The rules are those of `lost_characters`. `labels` are the labels of links that are defined elsewhere in
    the source.
    """

    def without_known_label(reference: re.Match[str]) -> str:
        if _normal_label(reference.group(1)) in labels:
            return "]"
        return reference.group()

    account = _Account(pieces)
    source = _LINK_LABEL.sub(without_known_label, normalise(source))
    reached = 0
    for reference in _CHARACTER_REFERENCE.finditer(source):
        account.spend(source[reached : reference.start()])
        account.spend_reference(reference.group())
        reached = reference.end()
    account.spend(source[reached:])
    return "".join(account.missing)


class _Account:
    """A count of the characters in the pieces of an article that are not yet matched with a character of the
    source.

    `left` counts these characters. `missing` collects characters of the source that have no match.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.left: Counter[str] = Counter()
        #: Character references that a text contains literally, as an article about HTML does.
        self.spelt_out: Counter[str] = Counter()
        self.missing: list[str] = []
        for piece in pieces:
            self.left.update(_printing(piece.text))
            self.spelt_out.update(_CHARACTER_REFERENCE.findall(piece.text))
            for mark in piece.marks:
                if _adds_words(mark, piece.text):
                    self.left.update(_printing(mark.value))

    def spend(self, source: str) -> None:
        """Match each character of `source` with one character of the pieces that is not yet matched.

        Characters without a match are added to `missing`.
        """
        for character in _printing(source):
            if self.left[character]:
                self.left[character] -= 1
            else:
                self.missing.append(character)

    def spend_reference(self, reference: str) -> None:
        """Match a character reference such as `&amp;` with the character that it names.

        If a text contains the reference itself, as an article about HTML does, the characters of the
        reference are matched instead.
        """
        named = _printing(html.unescape(reference))
        # A literal reference must not count as the character it names, because that character may occur as
        # well.
        is_literal = self.spelt_out[reference] > 0
        # Counters compare as multisets: every character must be left as often as it is named.
        is_there = Counter(named) <= self.left
        self.spelt_out[reference] -= 1
        if is_there and not is_literal:
            self.spend(named)
        else:
            self.spend(reference)


def _adds_words(mark: Mark, text: str) -> bool:
    """Return whether the value of a mark says more than the text that the mark covers.

    The level of a heading is not a word.
    """
    covered = text[mark.start : mark.end]
    return mark.kind is not MarkKind.HEADING and mark.value not in (covered, f"mailto:{covered}")


def _printing(text: str) -> str:
    """Return the characters of `text` without white space, decomposed (NFD).

    They are decomposed because a reference may name a mark that composes with the letter before it.
    """
    return "".join(unicodedata.normalize("NFD", normalise(text)).split())


def _normal_label(label: str) -> str:
    return " ".join(label.split()).casefold()
