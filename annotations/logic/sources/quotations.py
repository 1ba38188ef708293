"""What of a paragraph stands outside its quotations."""

import re
from collections.abc import Iterator

#: Double marks. A quotation that is left open goes on to the end of the paragraph, because a speech may run
#: over several. No mark after a letter or a digit opens one: 12" are inches.
_DOUBLE = (
    r"“[^”]*(?:”|\Z)|(?<!\S)”(?=\w)[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|«[^»]*(?:»|\Z)|»[^«]*(?:«|\Z)"
    r'|"[^"]*(?:"|\Z)|「[^」]*(?:」|\Z)|『[^』]*(?:』|\Z)'
)
#: A single mark may be an apostrophe; this is one that is none. “Nurses’ courage” may be a possessive. It is
#: one if a mark that is no apostrophe comes later, and none before that opens another quotation. Otherwise it
#: closes the quotation, within 500 code points (`_SHORT`).
_CLOSES = r"(?:(?<![sS]){close}(?!\w)|{close}(?!\w|\s\w))"
#: A quotation in single marks. ’90s are a decade.
_SINGLE = r"{open}(?!\s|\d\ds){body}{closes}"
_SHORT = r"{open}(?!\d\ds)(?:[^{close}]|{close}(?=\w)){{1,500}}+{close}(?!\w)"
#: A speech that the next paragraph continues is left open, if it has a sentence or a paragraph of its own.
_LEFT_OPEN = r"(?:\A|(?<=[:,.!?]\s)){open}(?!\s|\d\ds){body}\Z"
_CURLY = {"open": "‘", "close": "’", "body": r"(?:[^‘’]++|(?!{closes})’)*+"}
_STRAIGHT = {"open": "'", "close": "'", "body": r"(?:[^']++|(?!{closes})(?<=\w)')*+"}


def _quotation_before(opening_mark: str) -> re.Pattern[str]:
    """Return the pattern of a quotation in a paragraph, if the next one begins with `opening_mark`."""
    kinds = [_DOUBLE]
    for marks in (_CURLY, _STRAIGHT):
        closes = _CLOSES.format(**marks)
        body = marks["body"].format(closes=closes)
        parts = {**marks, "closes": closes, "body": body}
        kinds.append(_SINGLE.format(**parts))
        if opening_mark == marks["open"]:
            kinds.append(_LEFT_OPEN.format(**parts))
        kinds.append(_SHORT.format(**parts))
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})")


_QUOTATIONS = {mark: _quotation_before(mark) for mark in ("", "‘", "'")}


def unquoted_stretches(
    text: str,
    start: int,
    end: int,
    *,
    following: str = "",
) -> Iterator[tuple[int, int]]:
    """Yield the stretches (start, end) of a paragraph outside quotation marks.

    `following` is the first character of the next paragraph, where a speech goes on that is left open here.
    Takes linear time.
    """
    pattern = _QUOTATIONS.get(following, _QUOTATIONS[""])
    stretch_start = start
    for quotation in pattern.finditer(text[start:end]):
        stretch_end = start + quotation.start()
        if stretch_end > stretch_start:
            yield stretch_start, stretch_end
        stretch_start = start + quotation.end()
    if stretch_start < end:
        yield stretch_start, end
