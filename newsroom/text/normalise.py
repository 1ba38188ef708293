"""Bring a text into the form in which revisions store it.

That is NFC with line feeds, without control characters and lone surrogates. Characters that have a meaning
for readers stay: bidirectional controls, joiners, soft hyphens and no-break spaces.
"""

import re
import unicodedata
from collections.abc import Iterable

VERSION = 1

_LINE_BREAKS = re.compile("[\r\x85\u2028\u2029]")
_SEPARATORS = re.compile("[\t\x0b\x0c]")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
#: Control characters that become a line feed or a space.
_REPLACED = "\n\r\t\x0b\x0c\x85"

# Reordering a run of combining marks takes time that grows with the square of its length, and no writing
# system has runs of nearly forty marks. A longer run is broken up with U+034F, after the "stream-safe text
# process" of Unicode Standard Annex 15, section 13.
_LONGEST_RUN = 40
_SHORTER_RUN = 20
_BREAKER = "\u034f"
#: All combining marks are in this range of code points.
_MARK_POINTS = range(0x300, 0x1F000)
_FIRST_BEYOND_BASIC_PLANE = 0x10000
_MARKS = [chr(point) for point in _MARK_POINTS if unicodedata.combining(chr(point))]
_BASIC_MARKS = [mark for mark in _MARKS if ord(mark) < _FIRST_BEYOND_BASIC_PLANE]
# A composed mark decomposes to at most three marks, so a run of forty marks has at least fourteen characters.
_LONG_RUN = re.compile(f"(?s:.)[{''.join(_MARKS)}]{{14,}}")
# This pattern rules out long runs quickly. The regular expression engine is slow for sets beyond U+FFFF, so
# one range stands for all marks there.
_PERHAPS_LONG_RUN = re.compile(f"[{''.join(_BASIC_MARKS)}\U00010000-\U0001efff]{{14,}}")

#: The second half of a surrogate pair.
_SECOND_SURROGATES = re.compile("[\udc00-\udfff]")
#: Korean vowels and final consonants, which compose with the consonant before them.
_HANGUL_PARTS = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")


def normalise(text: str) -> str:
    """Return `text` in the form in which revisions store it. Normalising twice gives the same result.

    CRLF, CR, NEL, LS and PS become LF. Tab, VT and FF become a space. All other control characters are
    removed. Surrogate pairs are joined, and lone surrogates become U+FFFD. Finally characters are composed
    (NFC). Takes time linear in the length of the text.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        # Most paragraphs in English are such texts, and this is many times faster than what follows.
        return text
    text = _LINE_BREAKS.sub("\n", text.replace("\r\n", "\n"))
    text = _SEPARATORS.sub(" ", text)
    text = _CONTROLS.sub("", text)
    text = repair_surrogates(text)
    if _PERHAPS_LONG_RUN.search(text):
        text = _LONG_RUN.sub(_run_or_shorter_runs, text)
    return unicodedata.normalize("NFC", text)


def repair_surrogates(text: str) -> str:
    """Return `text` with surrogate pairs joined, and with U+FFFD for each lone surrogate."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def normalised_offsets(
    text: str, offsets: Iterable[tuple[int, bool]]
) -> dict[tuple[int, bool], int]:
    """Map offsets in `text` to offsets in `normalise(text)`, and return them as {(offset, is_end): new
    offset}.

    All offsets are code points. An offset inside a group of characters that compose to one character moves
    out of the group: a start backwards, an end forwards. So a span still covers all that it covered. Takes
    time linear in the length of the text.
    """
    boundary_of = {
        (offset, is_end): _boundary(text, offset, forwards=is_end) for offset, is_end in offsets
    }
    normalised_length = {0: 0}
    before = 0
    length = 0
    for boundary in sorted(set(boundary_of.values())):
        # Characters never compose across a boundary, so the lengths of the parts can be added.
        length += len(normalise(text[before:boundary]))
        normalised_length[boundary] = length
        before = boundary
    return {key: normalised_length[boundary] for key, boundary in boundary_of.items()}


def _boundary(text: str, offset: int, *, forwards: bool) -> int:
    """Return the offset nearest to `offset` at which no character composes with the character before it.

    The search goes towards the end if `forwards` is true, else towards the beginning.
    """
    # A removed character belongs to the character after it.
    while offset < len(text) and _is_removed(text[offset]):
        offset += 1
    step = 1 if forwards else -1
    while 0 < offset < len(text) and (
        _is_removed(text[offset]) or _may_join_previous(text, offset)
    ):
        offset += step
    return offset


def _is_removed(character: str) -> bool:
    """Return whether `normalise` removes the character.

    Tabs and line breaks are control characters too, but `normalise` replaces them.
    """
    return character not in _REPLACED and _CONTROLS.match(character) is not None


def _may_join_previous(text: str, offset: int) -> bool:
    """Return whether normalising may merge or reorder the character at `offset` with characters before it."""
    character = text[offset]
    if character == "\n":
        return text[offset - 1] == "\r"
    is_mark = unicodedata.category(character).startswith("M")
    return (
        is_mark
        or _SECOND_SURROGATES.match(character) is not None
        or _HANGUL_PARTS.match(character) is not None
    )


def _run_or_shorter_runs(run: re.Match[str]) -> str:
    """Return the match `run`, which is a character and many combining marks, unchanged if it is short enough.

    If it has more than `_LONGEST_RUN` marks, a separator is inserted after at most `_SHORTER_RUN` marks each.
    """
    characters = run.group()
    # The marks are counted after full decomposition, because composing does not change that number.
    counts = [_number_of_marks(character) for character in characters]
    if sum(counts) <= _LONGEST_RUN:
        return characters
    parts: list[str] = []
    marks_since_break = 0
    for character, count in zip(characters, counts, strict=True):
        if marks_since_break + count > _SHORTER_RUN:
            parts.append(_BREAKER)
            marks_since_break = 0
        parts.append(character)
        marks_since_break += count
    return "".join(parts)


def _number_of_marks(character: str) -> int:
    return sum(unicodedata.combining(mark) != 0 for mark in unicodedata.normalize("NFD", character))
