"""Proof that a reader dropped nothing: what of a source is found in no text, no metadata and no mark."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from newsroom.text.model import Draft, MarkKind, Piece
from newsroom.text.normalise import normalise

#: Characters that Markdown spends on saying how, where a mark or a block has kept what they said.
SYNTAX = frozenset("\\*_~`#>-+=|:[]()!<\"'^&;")

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DEFINITION = re.compile(r"^[\s>*+-]{0,12}\[((?:[^\[\]\\]|\\.){1,999})\]:", re.MULTILINE)
_REFERENCE = re.compile(r"\]\[((?:[^\[\]\\]|\\.){1,999})\]")
_SHOWN = frozenset({MarkKind.HEADING})


def unaccounted(source: str, draft: Draft) -> str:
    """The characters of `source`, in order, that stand nowhere in `draft`; white space aside.

    Each character of a text, of a metadata line and of a mark's value accounts for one of the source, so a word is found
    only as often as it is there. A character reference counts as the character it names, and the label of a reference
    link as said where its definition is a metadata line. For plain text the answer is blank; for Markdown it is made up of
    `SYNTAX` alone.
    """
    return lost(source, draft.pieces, draft.metadata.lines)


def lost(source: str, pieces: Iterable[Piece], lines: Sequence[str]) -> str:
    """As `unaccounted`, for pieces and metadata lines by themselves."""
    definitions = "\n".join(line for line in lines if _DEFINITION.match(line))
    labels = {_label(found) for found in _DEFINITION.findall(definitions)}
    there: Counter[str] = Counter()
    for piece in pieces:
        there.update(normalise(piece.text))
        for mark in piece.marks:
            covered = piece.text[mark.start : mark.end]
            if mark.kind not in _SHOWN and mark.value not in (covered, f"mailto:{covered}"):
                there.update(_ENTITY.sub(_named, normalise(mark.value)) if mark.value not in definitions else "")
    for line in lines:
        there.update(_ENTITY.sub(_named, normalise(line)))
    rest = []
    source = _REFERENCE.sub(lambda found: "]" if _label(found.group(1)) in labels else found.group(), normalise(source))
    for character in normalise(_ENTITY.sub(_named, source)):
        if character.isspace():
            continue
        if there[character]:
            there[character] -= 1
        else:
            rest.append(character)
    return "".join(rest)


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


def _named(reference: re.Match[str]) -> str:
    return html.unescape(reference.group())
