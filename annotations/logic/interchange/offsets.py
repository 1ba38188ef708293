"""Convert the offsets of other tools to code points, and cut quotes out of their texts."""

from dataclasses import dataclass

#: Code points before and after a quote, as anchors have them.
CONTEXT = 32
_LAST_OF_BASIC_PLANE = 0xFFFF


@dataclass(frozen=True, slots=True)
class Quote:
    """Words cut out of a text, with up to `CONTEXT` code points before and after them. `start` is their place
    in code points.
    """

    exact: str
    prefix: str
    suffix: str
    start: int


def quote_at(text: str, start: int, end: int) -> Quote | None:
    """Return the words at `start..end` (code points, `end` exclusive) of the text.

    Returns None if the span is empty or reaches beyond the text.
    """
    if not 0 <= start < end <= len(text):
        return None
    prefix = text[max(0, start - CONTEXT) : start]
    return Quote(text[start:end], prefix, text[end : end + CONTEXT], start)


def quote_at_utf16(text: str, start: int, end: int) -> Quote | None:
    """Return the words at `start..end`, counted in UTF-16 units as JavaScript and Java count.

    Returns None if the span is empty, reaches beyond the text, or begins or ends within a character.
    """
    first, last = _from_utf16(text, start), _from_utf16(text, end)
    if first is None or last is None:
        return None
    return quote_at(text, first, last)


def _from_utf16(text: str, offset: int) -> int | None:
    """Return an offset in UTF-16 units as an offset in code points.

    Returns None if the offset is within a character or outside the text.
    """
    if offset < 0:
        return None
    if offset <= len(text) and text.isascii():
        return offset
    # Characters beyond the basic plane take two units, so the units have to be counted.
    units = 0
    for position, character in enumerate(text):
        if units == offset:
            return position
        if units > offset:
            return None
        units += 2 if ord(character) > _LAST_OF_BASIC_PLANE else 1
    return len(text) if units == offset else None
