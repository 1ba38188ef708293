"""What a line looks like by itself: the end of running text, or a headline."""

import re

_STOPS = (".", ";", ":", ",", "…", "。", "،", "؛", "।")
_SENTENCE_ENDS = (*_STOPS, "!", "?", "！", "？", "؟")
#: What may stand behind the last stop, such as quotation marks and Markdown's signs.
_CLOSERS = "\"'”’»)]*_ \u00a0"
#: Longest headline, in characters and in words.
_LONGEST_TITLE = 220
_MOST_WORDS_OF_TITLE = 35
#: An abbreviation such as "U.S." ends no sentence.
_ABBREVIATION_AT_END = re.compile(r"\b[A-Z]\.[A-Z]\.$")


def is_sentence(text: str) -> bool:
    """Whether `text` ends as running text does: with a stop, inside or outside quotes."""
    if text.endswith(":"):
        return False
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def is_title_like(text: str) -> bool:
    """Whether `text` has a headline's shape.

    It is one short line without a stop at its end, and begins with a capital letter or a digit, if need be
    behind a quotation mark.
    """
    if not text or len(text) > _LONGEST_TITLE or len(text.split()) > _MOST_WORDS_OF_TITLE:
        return False
    bare = text.strip(_CLOSERS)
    first = next(filter(str.isalnum, bare), "")
    if not first or first.islower():
        return False
    return not bare.endswith(_STOPS) or _ABBREVIATION_AT_END.search(bare) is not None
