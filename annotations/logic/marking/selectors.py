"""Describe a passage by its position and its words.

Both follow TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model.
"""

import re
import unicodedata
from dataclasses import dataclass

from newsroom.errors import Invalid
from newsroom.text.model import Span

#: Code points of text that are stored before a quote (prefix) and after it (suffix).
CONTEXT = 32
#: Longest passage that can be marked, in code points.
LONGEST = 20_000

#: The sentence for a selection that does not match the text of the revision.
_MOVED = (
    "The words at this place are not the ones you selected. Reload the page and select them again."
)


@dataclass(frozen=True, slots=True)
class Selector:
    """The position of a passage, its words, and the text around it.

    `quote` is the text at `start..end` (code points, end exclusive). `prefix` and `suffix` are up to
    `CONTEXT` code points before and after it.
    """

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""


def select(text: str, span: Span) -> Selector:
    """Return the selector that describes `span` of `text`."""
    return Selector(
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def check(
    text: str,
    start: int,
    end: int,
    quote: str,
) -> Selector:
    """Return the selector of a passage that a person selected, after checking the selection.

    `quote` is the text that the person saw at `start..end` (code points, end exclusive). White space at both
    ends is removed. If the selection cuts a character in two (a letter and its combining mark, a joined
    emoji, a flag), the whole character is taken. Raises `Invalid` if the position is outside the text, if the
    text there differs from `quote`, if nothing visible is selected, or if the passage has more than `LONGEST`
    code points.
    """
    if not 0 <= start < end <= len(text):
        raise Invalid(
            "The passage lies outside the article's text. Reload the page and select it again."
        )
    # The page can be outdated, or the browser can count offsets differently.
    if text[start:end] != quote:
        raise Invalid(_MOVED)
    if all(_is_invisible(character) for character in quote):
        raise Invalid("Nothing but white space is selected. Select some words.")

    start += len(quote) - len(quote.lstrip())
    end -= len(quote) - len(quote.rstrip())

    # The edges move outwards, because a part of a character cannot be shown.
    while start > 0 and not _may_break(text, start):
        start -= 1
    while end < len(text) and not _may_break(text, end):
        end += 1

    if end - start > LONGEST:
        raise Invalid(
            f"The passage is {end - start:,} characters long. Mark at most {LONGEST:,} at once."
        )
    return select(text, Span(start, end))


_ZERO_WIDTH_JOINER = "\u200d"
#: Characters that belong to the character before them, as combining marks (category M) do: the joiners, the
#: voicing marks of half-width katakana, skin tones, and the tags that spell the flags of regions.
_LEANING = re.compile("[\u200c\u200d\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
#: A pair of characters that belongs to one Hangul syllable: a leading consonant and the character that
#: continues it, or any character and a following vowel or final consonant.
_SYLLABLE = re.compile(
    "[\u1100-\u115f\ua960-\ua97c][\u1100-\u115f\ua960-\ua97c\uac00-\ud7a3]|.[\u1160-\u11ff\ud7b0-\ud7fb]"
)


def _is_invisible(character: str) -> bool:
    """Return whether the character is white space or a format character such as a soft hyphen."""
    return character.isspace() or unicodedata.category(character) == "Cf"


def _may_break(text: str, position: int) -> bool:
    """Return whether the text may be cut at `position` without cutting a visible character.

    The rules follow the extended grapheme clusters of Unicode Standard Annex 29, with two simplifications.
    Every character after a zero-width joiner belongs to the joiner. Conjuncts of Indic scripts may be cut, as
    in earlier versions of the annex.
    """
    before, after = text[position - 1], text[position]
    # A line break always ends a character.
    if "\n" in (before, after):
        return True
    if before == _ZERO_WIDTH_JOINER and not after.isspace():
        return False

    continues_character = (
        unicodedata.category(after).startswith("M")
        or _LEANING.match(after)
        or _SYLLABLE.match(before + after)
        or _splits_flag(text, position)
    )
    return not continues_character


def _splits_flag(text: str, position: int) -> bool:
    """Return whether `position` is inside a flag, which consists of two regional indicators."""
    if not (_is_indicator(text[position - 1]) and _is_indicator(text[position])):
        return False

    # Indicators form pairs from left to right. An odd number before the position therefore means that the
    # position is inside a pair.
    indicators = 0
    while indicators < position and _is_indicator(text[position - 1 - indicators]):
        indicators += 1
    return indicators % 2 == 1


def _is_indicator(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
