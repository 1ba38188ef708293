"""Recognise notices: texts such as whom to call for help, or that a suspect is presumed innocent.

All outlets print the same notices every day, so notices are not a reporter's own wording.
"""

import re
from collections.abc import Iterator

from newsroom.text.language.sentences import sentences_within
from newsroom.text.model import Span

# These two expressions are for text in lower case, which takes half as long as to ignore the case.
_HELP = re.compile(
    r"\b(?:helplines?|hotlines?|lifelines?|freephone|samaritans|befrienders|childline|crimestoppers"
    r"|crisis\s(?:lines?|support|text\sline|counsel\w*))\b"
)
#: Words that occur only in a standard sentence below all reports of one kind.
_STANDING_SENTENCE = re.compile(
    r"""\bpresumed\s(?:to\sbe\s)?innocent\b
    | \banyone\s(?:who\shas|with)\s(?:any\s|more\s|further\s)?information\b
    | \btip\s?lines?\b | \bremain\sanonymous\b
    | \bcommitted\sto\s(?:accuracy|fairness|accurate)\b
    | \bwe\shave\smade\san?\s(?:error|mistake)\b
    | \ball\srights\sreserved\b
    | \bmay\snot\sbe\s(?:published|reproduced|republished|copied|broadcast|rewritten|redistributed)\b
    | \b(?:article|story|report|text)\swas\s(?:\w+\s)?(?:automatically|by\s(?:a\scomputer|an?\salgorithm))""",
    re.VERBOSE,
)
#: A telephone number: at least six digits, or a short number (988) that cannot be anything else.
_TELEPHONE = re.compile(
    r"""(?:\b(?:on|at|call|text|dial|ring|phone|freephone|number)|:)\s(?:the\s|free\s){0,2}
        \+?\(?\d(?:[\s().‑-]{0,2}\d){5,14}(?!\w|,\d)
    | \b(?:call|text|dial)\s(?:(?:or|and|call|text|the|on)\s){0,3}\d{3}(?!\w|[.,]\d)
    | \bon\s\d{3}(?=[;)]|[.,](?!\d)|\s(?:or|and)\b|\Z)""",
    re.IGNORECASE | re.VERBOSE,
)


def is_notice(paragraph: str) -> bool:
    """Return whether a paragraph names a helpline together with a telephone number. The time is linear."""
    return _HELP.search(paragraph.lower()) is not None and _TELEPHONE.search(paragraph) is not None


def without_notices(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the stretches of a paragraph between its notices. If the whole paragraph is one, yield nothing.

    A paragraph without a notice is yielded as it is. The time is linear in its length.
    """
    said = text[paragraph.start : paragraph.end]
    if is_notice(said):
        return
    if not _has_standing_sentence(said):
        yield paragraph
        return
    for sentence in sentences_within(text, paragraph.start, paragraph.end):
        if not _has_standing_sentence(text[sentence.start : sentence.end]):
            yield sentence


def _has_standing_sentence(text: str) -> bool:
    return _STANDING_SENTENCE.search(text.lower()) is not None
