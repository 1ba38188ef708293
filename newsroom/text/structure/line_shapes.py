"""Judge a line by its shape alone: whether it ends like prose, or looks like a headline."""

import re

_STOPS = (".", ";", ":", ",", "…", "。", "،", "؛", "।")
_SENTENCE_ENDS = (*_STOPS, "!", "?", "！", "？", "؟")
#: Characters that may follow the last stop, such as quotation marks and Markdown's signs.
_CLOSERS = "\"'”’»)]*_ \u00a0"
#: The longest headline, in characters and in words.
_LONGEST_TITLE = 220
_MOST_WORDS_OF_TITLE = 35
#: A full stop in an abbreviation such as "U.S." does not end a sentence.
_ABBREVIATION_AT_END = re.compile(r"\b[A-Z]\.[A-Z]\.$")


def is_sentence(text: str) -> bool:
    """Return whether `text` ends with a punctuation mark, which closing quotation marks or brackets may
    follow.

    A colon as the very last character does not count.
    """
    if text.endswith(":"):
        return False
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def is_title_like(text: str) -> bool:
    """Return whether `text` has the shape of a headline.

    A headline is one short line without a full stop at its end. It begins with a capital letter or a digit,
    which a quotation mark may precede.
    """
    if not text or len(text) > _LONGEST_TITLE or len(text.split()) > _MOST_WORDS_OF_TITLE:
        return False
    bare = text.strip(_CLOSERS)
    first = next(filter(str.isalnum, bare), "")
    if not first or first.islower():
        return False
    return not bare.endswith(_STOPS) or _ABBREVIATION_AT_END.search(bare) is not None
