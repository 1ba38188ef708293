"""Recognise a text that looks like several articles in one file."""

import re

from newsroom.text.metadata.dates import is_date_line
from newsroom.text.model import Document
from newsroom.text.structure.byline_lines import credited_to

#: How many lines of a kind make several articles. An article has at most one or two of each.
FEWEST_COPYRIGHTS, FEWEST_NUMBERS, FEWEST_RULES, FEWEST_HEADS = 3, 3, 3, 3
#: So many days alone on a line are several articles too, even without names beside them.
FEWEST_DAYS = 12
#: The longest line that is looked at, in characters.
_LONGEST_LINE = 160
_COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\)\s)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:document|article|artikel|item|no\.|nr\.)\s?\d{1,5}\b|\d{1,5} (?:of|von|de|sur|di|/) \d{1,5}\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_=]{20,}|[-*]{40,}")
_NOTE = (
    "This looks like several articles in one file. Split it so that each article has a file of its own, "
    "unless it is one article after all."
)


def note_on_several_articles(document: Document) -> str:
    """Return a sentence if the text looks like several articles, else an empty string."""
    lines = [document.text_of(block) for block in document.blocks]
    short = [line for line in lines if len(line) <= _LONGEST_LINE]
    copyrights = sum(_COPYRIGHT.match(line) is not None for line in short)
    numbers = sum(_NUMBER.match(line) is not None for line in short)
    rules = sum(_RULE.fullmatch(line) is not None for line in short)
    days = sum(is_date_line(line) for line in short)
    names = sum(credited_to(line) != "" for line in short)
    signs = (
        copyrights >= FEWEST_COPYRIGHTS,
        numbers >= FEWEST_NUMBERS,
        rules >= FEWEST_RULES,
        min(days, names) >= FEWEST_HEADS,
        days >= FEWEST_DAYS,
    )
    return _NOTE if any(signs) else ""
