"""The one form in which a text is stored: NFC, line feeds, no control characters, no lone surrogates.

What has meaning for readers stays: bidirectional controls, joiners, soft hyphens and no-break spaces.
"""

import re
import unicodedata
from collections.abc import Iterable

VERSION = 1

_LINE_BREAKS = re.compile("[\r\x85\u2028\u2029]")
_SEPARATORS = re.compile("[\t\x0b\x0c]")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")

# Reordering is quadratic in a run of combining marks; no writing system comes near forty. A longer run is
# broken up with U+034F, after the "stream-safe text process" of Unicode Standard Annex 15, section 13.
_LONGEST_RUN = 40
_SHORTER_RUN = 20
_LAST_MARK = 0x1F000
_MARKS = "".join(chr(point) for point in range(0x300, _LAST_MARK) if unicodedata.combining(chr(point)))
_LONG_RUN = re.compile(f"(?s:.)[{_MARKS}]{{14,}}")
_FIRST_ASTRAL = 0x10000
# Quick to rule out a long run: beyond U+FFFF the engine tries every member of a set in turn, so here is one
# range.
_MARKS_BELOW = "".join(mark for mark in _MARKS if ord(mark) < _FIRST_ASTRAL)
_PERHAPS_LONG_RUN = re.compile(f"[{_MARKS_BELOW}\U00010000-\U0001efff]{{14,}}")
_BREAKER = "\u034f"

_HANGUL_VOWELS_AND_TAILS = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")


def normalise(text: str) -> str:
    """`text` as a revision stores it. Doing it twice changes nothing more.

    CRLF, CR, NEL, LS and PS become LF; tab, VT and FF a space; every other control character goes; surrogate
    pairs are joined and lone surrogates become U+FFFD; then canonical composition (NFC). Linear in the length
    of the text.
    """
    text = _LINE_BREAKS.sub("\n", text.replace("\r\n", "\n"))
    text = _SEPARATORS.sub(" ", text)
    text = _CONTROLS.sub("", text)
    text = repair_surrogates(text)
    if _PERHAPS_LONG_RUN.search(text):
        text = _LONG_RUN.sub(_broken_up, text)
    return unicodedata.normalize("NFC", text)


def repair_surrogates(text: str) -> str:
    """`text` with surrogate pairs joined, and half ones become U+FFFD."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def normalised_offsets(text: str, offsets: Iterable[tuple[int, bool]]) -> dict[tuple[int, bool], int]:
    """Where offsets of `text` stand in `normalise(text)`.

    An offset comes with a side: true for the end of a stretch. One that falls inside what composes to one
    character moves out of it: a start backwards, an end forwards, so that a stretch still covers all it
    covered. Linear.
    """
    wanted = {(offset, is_end): _boundary(text, offset, is_end) for offset, is_end in offsets}
    places = {0: 0}
    before = length = 0
    for boundary in sorted(set(wanted.values())):
        length += len(normalise(text[before:boundary]))
        places[boundary] = length
        before = boundary
    return {key: places[boundary] for key, boundary in wanted.items()}


def _boundary(text: str, offset: int, forwards: bool) -> int:
    while offset < len(text) and _is_removed(text[offset]):
        offset += 1
    step = 1 if forwards else -1
    while 0 < offset < len(text) and (_is_removed(text[offset]) or _leans_back(text, offset)):
        offset += step
    return offset


def _is_removed(character: str) -> bool:
    return character not in "\n\r\t\x0b\x0c\x85" and _CONTROLS.match(character) is not None


def _leans_back(text: str, offset: int) -> bool:
    """Whether the character at `offset` may merge with, or be reordered among, those before it."""
    character = text[offset]
    return (
        unicodedata.category(character)[0] == "M"
        or "\udc00" <= character <= "\udfff"
        or (character == "\n" and text[offset - 1] == "\r")
        or _HANGUL_VOWELS_AND_TAILS.match(character) is not None
    )


def _broken_up(run: re.Match[str]) -> str:
    """The run as it is, or in shorter runs. Counted on the full decomposition, which composing does not
    change.
    """
    lengths = [
        sum(unicodedata.combining(mark) != 0 for mark in unicodedata.normalize("NFD", c)) for c in run.group()
    ]
    if sum(lengths) <= _LONGEST_RUN:
        return run.group()
    pieces = []
    since = 0
    for character, length in zip(run.group(), lengths, strict=True):
        if since + length > _SHORTER_RUN:
            pieces.append(_BREAKER)
            since = 0
        pieces.append(character)
        since += length
    return "".join(pieces)
