"""Find the parts of a paragraph that are outside quotations."""

import re
from collections.abc import Iterator

#: A quotation in double marks. Without a closing mark it extends to the end of the paragraph, because a
#: speech can continue over several paragraphs. A mark after a letter or a digit does not open a quotation,
#: because 12" means inches.
_DOUBLE = (
    r"“[^”]*(?:”|\Z)|(?<!\S)”(?=\w)[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|«[^»]*(?:»|\Z)|»[^«]*(?:«|\Z)"
    r'|"[^"]*(?:"|\Z)|「[^」]*(?:」|\Z)|『[^』]*(?:』|\Z)'
)
#: A single mark that closes a quotation and is not an apostrophe. “Nurses’ courage” can be a possessive: it
#: is one if another closing mark follows before the next quotation opens. Otherwise the mark closes the
#: quotation. The search is limited to 500 code points (`_SHORT`).
_CLOSES = r"(?:(?<![sS]){close}(?!\w)|{close}(?!\w|\s\w))"
#: A quotation in single marks. A mark before a digit does not open one, because ’90s are a decade.
_SINGLE = r"{open}(?!\s|\d\ds){body}{closes}"
_SHORT = r"{open}(?!\d\ds)(?:[^{close}]|{close}(?=\w)){{1,500}}+{close}(?!\w)"
#: A quotation that continues in the next paragraph has no closing mark. It must contain a sentence or begin
#: the paragraph.
_LEFT_OPEN = r"(?:\A|(?<=[:,.!?]\s)){open}(?!\s|\d\ds){body}\Z"
_CURLY = {"open": "‘", "close": "’", "body": r"(?:[^‘’]++|(?!{closes})’)*+"}
_STRAIGHT = {"open": "'", "close": "'", "body": r"(?:[^']++|(?!{closes})(?<=\w)')*+"}


def _quotation_before(opening_mark: str) -> re.Pattern[str]:
    """Return the pattern of a quotation in a paragraph whose next paragraph starts with `opening_mark`.

    `opening_mark` is empty if the next paragraph does not start with a single quotation mark.
    """
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
    """Yield the stretches of `text[start:end]`, a paragraph, that are outside quotation marks.

    A stretch is a pair of its start and its end, as offsets of `text` in code points. Nothing is yielded if
    all is quoted. `following` is the first character of the next paragraph, in which an open quotation can
    continue. The time is linear.
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
