"""Which way a text runs, and what in it could make it seem to run otherwise."""

import re
import unicodedata

#: Controls that embed, override or isolate a direction (Unicode Standard Annex 9), by their usual short
#: names.
CONTROLS = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
#: Those that make characters run against their own nature, which no honest article needs.
OVERRIDES = frozenset("\u202d\u202e")

_LOOKED_AT = 4_000
# Hebrew, Arabic and their neighbours, with their presentation forms and the historic scripts: asked first,
# being cheap.
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def direction(text: str) -> str:
    """`rtl` where most of the letters at the beginning of `text` belong to scripts that run so, else `ltr`."""
    if not _LEFTWARDS.search(text):
        return "ltr"
    kinds = [unicodedata.bidirectional(character) for character in text[:_LOOKED_AT]]
    rightwards, leftwards = kinds.count("L"), kinds.count("R") + kinds.count("AL")
    return "rtl" if leftwards > rightwards else "ltr"
