"""Extend the start and the end of a passage so that no word and no figure is cut in two.

“200 homes” occurs in “1,200 homes” letter for letter, and “legal” occurs in “illegal”. In both cases the
longer text says something else.
"""

import re
from collections.abc import Iterable
from enum import IntEnum

from annotations.logic.marking.selectors import CONTEXT, Selector
from annotations.logic.sources.own_words import UNPARTED
from newsroom.text.language.words import MARKS
from newsroom.text.model import Span

#: An edge moves by this number of code points at most. Words and figures are hardly ever longer.
LONGEST_TOKEN = 100

# In a script without spaces each character is a word, together with its marks.
_LETTER = rf"[^\W{UNPARTED}]"
_APOSTROPHE = "['’]"
_HYPHEN = "[-‐‑\u00ad]"
_SIGN = "[-−–+±~]"
_CURRENCY = "[$€£¥₹₽₩₺₪₴]"
_SPACE = "[ \u00a0\u2009\u202f]"
_SEPARATOR = "[.,:/'’·٫٬]"
_UNIT = (
    "(?:hundred|thousand|million|billion|trillion|dozen|mn|bn|tn|lakh|crore|per cent|percent|percentage|"
    r"degrees?|euros?|dollars?|pounds?|tonn?e?s?|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|km|kg|cm|mm)\b"
)

# Each line is a pair of patterns: the text before a position, and the text after it.
_WITHIN_TOKEN = (
    # A word, including the marks of its letters.
    (rf"(?:{_LETTER}|[{MARKS}])", rf"(?:{_LETTER}|[{MARKS}])"),
    (f"[{UNPARTED}]", f"[{MARKS}]"),
    # Parts of a figure: “1,200”, “2.50”, “8:30”, “1 200”.
    (r"\d", rf"{_SEPARATOR}\d"),
    (rf"\d{_SEPARATOR}", r"\d"),
    (r"(?<!\d{4})(?<=\d)", rf"{_SPACE}\d{{3}}(?!\d)"),
    (rf"(?<!\d{{4}}{_SPACE})(?<=\d{_SPACE})", r"\d{3}(?!\d)"),
)
_BETWEEN_TOKENS = (
    # A compound, and a contraction such as “can’t”. A genitive is left out, because the name in “Berg’s” is
    # still “Berg”.
    (_LETTER, rf"{_HYPHEN}{_LETTER}"),
    (rf"{_LETTER}{_HYPHEN}", _LETTER),
    (_LETTER, rf"(?!{_APOSTROPHE}s\b){_APOSTROPHE}{_LETTER}"),
    (rf"{_LETTER}{_APOSTROPHE}", rf"(?!s\b){_LETTER}"),
    # A sign or a currency before a figure, and a range.
    (_SIGN, rf"{_CURRENCY}?\d"),
    (r"[\d%]", rf"{_SIGN}{_CURRENCY}?\d"),
    (_CURRENCY, rf"{_SPACE}?\d"),
    (rf"{_CURRENCY}{_SPACE}", r"\d"),
    ("[A-Z]", _CURRENCY),
    ("(?i:minus)", rf"{_SPACE}\d"),
    (rf"(?i:minus){_SPACE}", r"\d"),
    # A unit after a figure: “48%”, “5 €”, “30 million”, “48 per cent”.
    (r"\d", rf"{_SPACE}?(?:[%‰°]|{_CURRENCY}(?!\d))"),
    (rf"\d{_SPACE}", rf"(?:[%‰°]|{_CURRENCY}(?!\d))"),
    ("°", rf"{_SPACE}?[CF]\b"),
    (rf"°{_SPACE}", r"[CF]\b"),
    (r"\d", rf"(?:{_SPACE}|{_HYPHEN})(?i:{_UNIT})"),
    (rf"\d(?:{_SPACE}|{_HYPHEN})", rf"(?i:{_UNIT})"),
    (rf"\d{_SPACE}(?i:per)", rf"{_SPACE}(?i:cent)\b"),
    (rf"\d{_SPACE}(?i:per){_SPACE}", r"(?i:cent)\b"),
)


class Joint(IntEnum):
    """The degree to which the characters before and after a position in a text belong together."""

    NONE = 0
    #: A word and another in a compound, or a figure and its sign, currency or unit.
    BETWEEN_TOKENS = 1
    #: The letters of a word, or the digits of a figure.
    WITHIN_TOKEN = 2


def _pattern(joints: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """Return a pattern that matches the empty string at each position that one of the pairs describes.

    A pair holds the pattern before the position and the pattern after it.
    """
    places = []
    for before, after in joints:
        looks_behind = before if before.startswith("(?<") else f"(?<={before})"
        places.append(f"{looks_behind}(?={after})")
    return re.compile("|".join(places))


_PATTERNS = {
    Joint.WITHIN_TOKEN: _pattern(_WITHIN_TOKEN),
    Joint.BETWEEN_TOKENS: _pattern(_BETWEEN_TOKENS),
}


def joint_at(text: str, place: int) -> Joint:
    """Return how closely the characters before and after the offset `place` (code points) belong together."""
    # The closer joint is tested first, because both patterns can match.
    for joint, pattern in _PATTERNS.items():
        if pattern.match(text, place):
            return joint
    return Joint.NONE


def with_whole_tokens(selector: Selector, text: str, span: Span) -> Span:
    """Return `span`, extended so that it cuts no word or figure that was whole in the old text.

    `span` is a span of `text`, the newer text. If a person started or ended the passage inside a word, that
    end stays inside the word. Each end moves by at most `LONGEST_TOKEN` code points.
    """
    context = f"{selector.prefix}{selector.quote}{selector.suffix}"
    quote_start = len(selector.prefix)
    context_start = max(0, span.start - quote_start)
    context_end = span.end + len(selector.suffix)
    new_context = text[context_start:context_end]
    # If the whole context is the same, the edges are as good as before.
    if new_context == context and len(selector.prefix) == len(selector.suffix) == CONTEXT:
        return span

    joint_before = joint_at(context, quote_start)
    joint_after = joint_at(context, quote_start + len(selector.quote))

    start, end = span.start, span.end
    # An edge moves only if the characters there belong together more closely than in the old text.
    while joint_at(text, start) > joint_before and span.start - start < LONGEST_TOKEN:
        start -= 1
    while joint_at(text, end) > joint_after and end - span.end < LONGEST_TOKEN:
        end += 1
    return Span(start, end)
