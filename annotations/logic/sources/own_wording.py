"""What of a paragraph is its reporter's own wording: neither a quotation nor a notice of whom to call for
help.
"""

import re
from collections.abc import Iterator

# A quotation left open goes on to the paragraph's end, as where a speech runs over several. No mark after a
# letter or digit opens one: 12" are inches.
_DOUBLE = (
    r"“[^”]*(?:”|\Z)|(?<!\S)”(?=\w)[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|«[^»]*(?:»|\Z)|»[^«]*(?:«|\Z)"
    r'|"[^"]*(?:"|\Z)|「[^」]*(?:」|\Z)|『[^』]*(?:』|\Z)'
)
#: Single marks may be apostrophes. `closes` is a mark that is none: “nurses’ courage” may be a possessive. It
#: is one where such a mark comes later, with none before that opens another quotation; else it closes, within
#: 500 code points.
_CLOSES = r"(?:(?<![sS]){close}(?!\w)|{close}(?!\w|\s\w))"
_SINGLE = r"{open}(?!\s|\d\ds){body}{closes}"  # ’90s are a decade
_SHORT = r"{open}(?!\d\ds)(?:[^{close}]|{close}(?=\w)){{1,500}}+{close}(?!\w)"
#: A speech that the next paragraph goes on with is left open, where it has a sentence or a paragraph of its
#: own.
_LEFT_OPEN = r"(?:\A|(?<=[:,.!?]\s)){open}(?!\s|\d\ds){body}\Z"
_CURLY = {"open": "‘", "close": "’", "body": r"(?:[^‘’]++|(?!{closes})’)*+"}
_STRAIGHT = {"open": "'", "close": "'", "body": r"(?:[^']++|(?!{closes})(?<=\w)')*+"}


def _quotation(goes_on_with: str) -> re.Pattern[str]:
    """A quotation in a paragraph before one that begins with that mark."""
    kinds = [_DOUBLE]
    for marks in (_CURLY, _STRAIGHT):
        closes = _CLOSES.format(**marks)
        parts = marks | {"closes": closes, "body": marks["body"].format(closes=closes)}
        left_open = [_LEFT_OPEN] if goes_on_with == marks["open"] else []
        kinds += [kind.format(**parts) for kind in (_SINGLE, *left_open, _SHORT)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})")


_QUOTATIONS = {mark: _quotation(mark) for mark in ("", "‘", "'")}

_HELP = re.compile(
    r"\b(?:helplines?|hotlines?|lifelines?|freephone|samaritans|befrienders|childline|crimestoppers"
    r"|crisis\s(?:lines?|support|text\sline|counsel\w*))\b",
    re.IGNORECASE,
)
#: A number to call: six digits and more, or a short one (988) that can be nothing else.
_TELEPHONE = re.compile(
    r"""(?:\b(?:on|at|call|text|dial|ring|phone|freephone|number)|:)\s(?:the\s|free\s){0,2}
        \+?\(?\d(?:[\s().‑-]{0,2}\d){5,14}(?!\w|,\d)
    | \b(?:call|text|dial)\s(?:(?:or|and|call|text|the|on)\s){0,3}\d{3}(?!\w|[.,]\d)
    | \bon\s\d{3}(?=[;)]|[.,](?!\d)|\s(?:or|and)\b|\Z)""",
    re.IGNORECASE | re.VERBOSE,
)


def unquoted_stretches(text: str, start: int, end: int, *, following: str = "") -> Iterator[tuple[int, int]]:
    """The stretches (start, end) of a paragraph outside quotation marks.

    `following` is the first character of the next paragraph: a speech goes on there that is left open here.
    Linear.
    """
    at = start
    for quotation in _QUOTATIONS.get(following, _QUOTATIONS[""]).finditer(text[start:end]):
        if start + quotation.start() > at:
            yield at, start + quotation.start()
        at = start + quotation.end()
    if at < end:
        yield at, end


def is_notice(paragraph: str) -> bool:
    """Whether `paragraph` gives a helpline and its telephone number: every desk prints the same. Linear."""
    return _HELP.search(paragraph) is not None and _TELEPHONE.search(paragraph) is not None
