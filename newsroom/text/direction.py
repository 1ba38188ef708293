"""Find the writing direction of a text, and the characters that could hide its true order."""

import re
import unicodedata

#: Controls that embed, override or isolate a direction (Unicode Standard Annex 9), with their short names.
CONTROLS = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
#: Controls that force characters into the other direction. No honest article needs them.
OVERRIDES = frozenset("\u202d\u202e")

#: How many characters at the beginning of a text are examined.
_LOOKED_AT = 4_000
# Hebrew, Arabic and similar scripts, including presentation forms and historic scripts.
_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_KINDS_OF_LEFTWARDS = ("R", "AL")


def direction(text: str) -> str:
    """Return `rtl` if most letters at the beginning of `text` are written from right to left, else `ltr`.

    The beginning is the first 4,000 code points.
    """
    # Most texts have no such letter, and one search is cheaper than examining each character.
    if not _LEFTWARDS.search(text):
        return "ltr"
    rightwards = 0
    leftwards = 0
    for character in text[:_LOOKED_AT]:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            rightwards += 1
        elif kind in _KINDS_OF_LEFTWARDS:
            leftwards += 1
    if leftwards > rightwards:
        return "rtl"
    return "ltr"
