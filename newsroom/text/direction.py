"""Which way a text runs, and which characters in it could make it seem to run another way."""

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
#: Those that make characters run against their own nature, which no honest article needs.
OVERRIDES = frozenset("\u202d\u202e")

#: How many characters at the beginning of a text are looked at.
_LOOKED_AT = 4_000
# Hebrew, Arabic and their neighbours, with presentation forms and historic scripts.
_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_KINDS_OF_LEFTWARDS = ("R", "AL")


def direction(text: str) -> str:
    """Return `rtl` if most letters at the beginning of `text` run from right to left, else `ltr`."""
    # Most texts have no such letter, and looking for one is cheaper than asking each character.
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
