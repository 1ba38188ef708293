"""Proof that a reader dropped nothing: what of a source is found in no text, no metadata and no mark."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable

from newsroom.text.model import Draft, MarkKind, Piece
from newsroom.text.normalise import normalise

#: Characters that Markdown spends on saying how, where a mark or a block has kept what they said.
SYNTAX = frozenset("\\*_~`#>-+=|:[]()!<\"'^&;")

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DEFINITION = re.compile(r"^[\s>*+-]{0,12}\[((?:[^\[\]\\]|\\.){1,999})\]:", re.MULTILINE)
_REFERENCE = re.compile(r"\]\[((?:[^\[\]\\]|\\.){1,999})\]")


def unaccounted(source: str, draft: Draft) -> str:
    """The characters of `source`, in order, that stand nowhere in `draft`; white space aside.

    Each character of a text, of a metadata line and of a mark's value accounts for one of the source, so a
    word is found only as often as it is there. A character reference counts as the character it names, and
    the label of a reference link as said where its definition is a metadata line. For plain text the answer
    is blank; for Markdown it is made up of `SYNTAX` alone.
    """
    return lost(
        source, [*draft.pieces, *map(Piece, draft.metadata.lines)], labels=labels_of(draft.metadata.lines)
    )


def labels_of(lines: Iterable[str]) -> frozenset[str]:
    """The labels of the link definitions among `lines`."""
    return frozenset(_label(found) for line in lines for found in _DEFINITION.findall(line))


def lost(source: str, pieces: Iterable[Piece], *, labels: Collection[str] = ()) -> str:
    """As `unaccounted`, for a stretch of a source and its pieces; `labels` are those of the links defined
    elsewhere.
    """
    there: Counter[str] = Counter()
    spelt_out: Counter[str] = Counter()
    for piece in pieces:
        there.update(_decomposed(piece.text))
        spelt_out.update(_ENTITY.findall(piece.text))
        for mark in piece.marks:
            covered = piece.text[mark.start : mark.end]
            if mark.kind is not MarkKind.HEADING and mark.value not in (covered, f"mailto:{covered}"):
                there.update(_decomposed(mark.value))
    source = _REFERENCE.sub(
        lambda found: "]" if _label(found.group(1)) in labels else found.group(), normalise(source)
    )
    rest: list[str] = []
    reached = 0
    for reference in _ENTITY.finditer(source):
        _spend(there, source[reached : reference.start()], rest)
        named = _decomposed(html.unescape(reference.group()))
        # One that a text keeps as it is spelt must not pass for the character it names, which may stand there
        # as well.
        as_spelt = spelt_out[reference.group()] > 0 or not Counter(named) <= there
        spelt_out[reference.group()] -= 1
        _spend(there, reference.group() if as_spelt else named, rest)
        reached = reference.end()
    _spend(there, source[reached:], rest)
    return "".join(rest)


def _decomposed(text: str) -> str:
    """The characters of `text` that print, taken apart: a reference may name a mark that composes with its
    neighbour."""
    return "".join(unicodedata.normalize("NFD", normalise(text)).split())


def _spend(there: Counter[str], source: str, rest: list[str]) -> None:
    for character in _decomposed(source):
        if there[character]:
            there[character] -= 1
        else:
            rest.append(character)


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()
