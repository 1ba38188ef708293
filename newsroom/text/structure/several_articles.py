"""Recognise a text that looks like several articles in one file, and find where each of them begins."""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from newsroom.text.compose import BETWEEN_BLOCKS
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
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’»)]?$")
_NOTE = (
    "This looks like several articles in one file. Split it so that each article has a file of its own, "
    "unless it is one article after all."
)


def article_starts(document: Document) -> tuple[int, ...]:
    """Return the indexes of the blocks at which the second and each further article seem to begin.

    Returns an empty tuple if the text does not look like several articles. The first kind of sign that occurs
    often enough decides: numbers of documents, ruled lines between articles, copyright lines at their ends,
    bylines together with days, days alone.
    """
    lines = [document.text_of(block) for block in document.blocks]
    numbers = _short_lines(lines, _NUMBER.match)
    if len(numbers) >= FEWEST_NUMBERS:
        return _further(numbers)

    rules = _short_lines(lines, _RULE.fullmatch)
    if len(rules) >= FEWEST_RULES:
        return _behind(rules, lines)

    copyrights = _short_lines(lines, _COPYRIGHT.match)
    if len(copyrights) >= FEWEST_COPYRIGHTS:
        return _behind(copyrights, lines)

    days = _short_lines(lines, is_date_line)
    names = _short_lines(lines, credited_to)
    if min(len(days), len(names)) >= FEWEST_HEADS or len(days) >= FEWEST_DAYS:
        headlines = _short_lines(lines, _may_be_headline)
        return _further(_heads(sorted({*days, *names}), headlines))
    return ()


def note_on_several_articles(document: Document) -> str:
    """Return a sentence if the text looks like several articles, else an empty string."""
    return _NOTE if article_starts(document) else ""


def parted_texts(document: Document, starts: Sequence[int]) -> list[str]:
    """Return the texts of the articles: the first begins with the document, the others at the blocks
    `starts`.

    An article without any letter is left out.
    """
    edges = [0, *starts, len(document.blocks)]
    texts = []
    for start, end in pairwise(edges):
        blocks = document.blocks[start:end]
        text = BETWEEN_BLOCKS.join(document.text_of(block) for block in blocks)
        if any(character.isalpha() for character in text):
            texts.append(text)
    return texts


def _short_lines(lines: Sequence[str], is_wanted: Callable[[str], object]) -> list[int]:
    """Return the indexes of the lines for which `is_wanted` is true, in order, without long lines."""
    indexes = []
    for index, line in enumerate(lines):
        # A long line is a paragraph, and its first words are no sign.
        if len(line) <= _LONGEST_LINE and is_wanted(line):
            indexes.append(index)
    return indexes


def _may_be_headline(line: str) -> bool:
    return not _SENTENCE_END.search(line)


def _further(starts: Sequence[int]) -> tuple[int, ...]:
    """Return `starts` without the first one, with which the first article begins, and without the index 0."""
    return tuple(start for start in starts[1:] if start > 0)


def _behind(ends: Sequence[int], lines: Sequence[str]) -> tuple[int, ...]:
    """Return the index of the block after each of `ends`, unless the text ends there."""
    return tuple(end + 1 for end in ends if end + 1 < len(lines))


def _heads(signs: Sequence[int], headlines: Collection[int]) -> list[int]:
    """Return the indexes at which articles begin, one for each group of neighbouring `signs`.

    An article begins at the line above the group if this line may be a headline, else at the first line of
    the group.
    """
    starts: list[int] = []
    last = -2
    for sign in signs:
        # A byline and a day below each other belong to one article.
        if sign - last > 1:
            starts.append(sign - 1 if sign - 1 in headlines else sign)
        last = sign
    return starts
