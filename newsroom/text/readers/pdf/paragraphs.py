"""Join lines to paragraphs, and join the parts of words that a hyphen divides at the end of a line."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from newsroom.text.readers.pdf.lines import HYPHEN_SIGN, Line

#: A gap between two lines that is so many times the usual one separates paragraphs.
WIDER_GAP = 1.3
#: A gap of at most so many letter heights is never wide: large headlines have wider gaps than the text.
NARROW_GAP = 1.25
#: Sizes of letters that differ by more than this share are those of different paragraphs.
OTHER_SIZE = 0.12
#: A line that is shorter than its column by this share, and ends a sentence, ends a paragraph. A much shorter
#: one ends it too, unless the next line begins with a small letter.
SHORT_LINE = 0.12
VERY_SHORT_LINE = 0.4
#: A line that begins so many letter heights right of its column begins a paragraph.
INDENT = 0.7
_HYPHENS = ("-", "\u2010", "\u00ad", HYPHEN_SIGN)
_ENDS_SENTENCE = re.compile(r"[.!?…:。！？][\"”“’'»)\]]{0,3}\Z")
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]++\Z")
_WORD_BEHIND = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one line of text, with the size of its letters in points."""

    text: str
    size: float


class _Measures(NamedTuple):
    """Measures of a column in points.

    `gap` is the usual distance from one line to the next, or 0 for a single line. `left` is where most lines
    begin, and `right` where the longest line ends.
    """

    gap: float
    left: float
    right: float


def join_lines(columns: Iterable[Sequence[Line]]) -> list[Paragraph]:
    """Return the paragraphs that the lines of `columns` form. The columns are in reading order."""
    columns = [column for column in columns if column]
    hyphenated_words = _words_within_lines(columns)
    paragraphs: list[Paragraph] = []
    lines: list[Line] = []
    for column in columns:
        measures = _measures(column)
        for index, line in enumerate(column):
            is_first = index == 0
            if lines and _begins_paragraph(lines[-1], line, measures, is_first=is_first):
                paragraphs.append(_paragraph(lines, hyphenated_words))
                lines = []
            lines.append(line)
    if lines:
        paragraphs.append(_paragraph(lines, hyphenated_words))
    return paragraphs


def _measures(column: Sequence[Line]) -> _Measures:
    right = max(line.right for line in column)
    return _Measures(_usual_gap(column), _usual_left(column), right)


def _begins_paragraph(
    last: Line,
    line: Line,
    column: _Measures,
    *,
    is_first: bool,
) -> bool:
    """Return whether `line` begins a new paragraph after `last`. `is_first` says that it is the first line of
    its column.
    """
    if abs(line.size - last.size) > OTHER_SIZE * max(line.size, last.size):
        return True
    if is_first:
        return not _goes_on_elsewhere(last, line)
    if _is_far_below(last, line, column) or _is_indented(last, line, column):
        return True
    return _ends_early(last, line, column)


def _goes_on_elsewhere(last: Line, line: Line) -> bool:
    """Return whether the paragraph of `last` continues with `line` in the next column or on the next page."""
    if _ENDS_SENTENCE.search(last.text):
        return False
    return line.text[:1].islower() or last.text.endswith(_HYPHENS)


def _is_far_below(last: Line, line: Line, column: _Measures) -> bool:
    if not column.gap:
        return False
    gap = last.bottom - line.bottom
    return gap > max(WIDER_GAP * column.gap, NARROW_GAP * line.size)


def _is_indented(last: Line, line: Line, column: _Measures) -> bool:
    indent = INDENT * line.size
    return line.left - column.left > indent and last.left - column.left <= indent


def _ends_early(last: Line, line: Line, column: _Measures) -> bool:
    """Return whether `last` is so much shorter than its column that it ends a paragraph."""
    missing = (column.right - last.right) / max(column.right - column.left, 1.0)
    if _ENDS_SENTENCE.search(last.text) and missing > SHORT_LINE:
        return True
    # A byline or a day ends no sentence, and is much shorter than its column.
    return missing > VERY_SHORT_LINE and not line.text[:1].islower()


def _usual_gap(column: Sequence[Line]) -> float:
    """Return the usual distance from one line to the next in points, or 0 for a single line."""
    gaps = [above.bottom - below.bottom for above, below in pairwise(column)]
    positive = [gap for gap in gaps if gap > 0]
    return median(positive) if positive else 0.0


def _usual_left(column: Sequence[Line]) -> float:
    """Return where most lines of a column begin: the lower quartile of their left edges, because some lines
    are indented.
    """
    lefts = sorted(line.left for line in column)
    return lefts[len(lefts) // 4]


def _paragraph(lines: Sequence[Line], hyphenated_words: frozenset[str]) -> Paragraph:
    text = ""
    for line in lines:
        text = _joined(text, line.text, hyphenated_words)
    return Paragraph(text.replace(HYPHEN_SIGN, "-"), median(line.size for line in lines))


def _joined(text: str, line: str, hyphenated_words: frozenset[str]) -> str:
    """Return `text` followed by `line`. A hyphen that only divides a word at the end of a line is removed.

    A hyphen that belongs to the word stays. This is so if the next line begins with a capital or a digit, or
    if the file has the word with a hyphen within a line.
    """
    if not text:
        return line
    if not text.endswith(_HYPHENS):
        return f"{text} {line}"
    # Only the last word is searched, because a paragraph may be long.
    last_word = text[:-1].rpartition(" ")[2]
    before = _WORD_BEFORE.search(last_word)
    behind = _WORD_BEHIND.match(line)
    if before is None or behind is None:
        return f"{text} {line}"
    hyphenated = f"{before.group()}-{behind.group()}".casefold()
    if not line[0].islower() or hyphenated in hyphenated_words:
        return f"{text[:-1]}-{line}"
    return f"{text[:-1]}{line}"


def _words_within_lines(columns: Iterable[Sequence[Line]]) -> frozenset[str]:
    """Return the words that have a hyphen within a line, in lower case."""
    words: set[str] = set()
    for column in columns:
        for line in column:
            for word in line.text.split():
                if "-" in word.strip("-"):
                    words.add(word.strip(".,;:!?\"'()“”").casefold())
    return frozenset(words)
