"""Find the headers and footers of pages: lines at the edge that repeat, and numbers of pages."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from newsroom.text.readers.pdf.lines import Line, rows_of

#: How many rows at the top and at the bottom of a page may be its header or footer.
_MOST_ROWS = 3
#: The gap between them and the text is so many times the usual gap.
WIDE_GAP = 1.4
#: On how many pages a line repeats at least, and on which share of all pages.
FEWEST_PAGES, SMALLEST_SHARE = 2, 0.4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|página|pagina|стр\.?|p\.)\s*)?\d{1,4}(?:\s*(?:of|von|de|di|/|из)\s*\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)


def split_furniture(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the lines of each page without headers and footers, and the texts of the headers and footers.

    Texts that differ only in their numbers are listed once.
    """
    edges = [_edges(page) for page in pages]
    repeated = Counter(shape for edge in edges for shape in {_shape(line) for line in edge})
    fewest = max(FEWEST_PAGES, SMALLEST_SHARE * len(pages))

    lines_of_text: list[list[Line]] = []
    left_out: dict[str, str] = {}
    for page, edge in zip(pages, edges, strict=True):
        furniture = set()
        for line in edge:
            if _PAGE_NUMBER.fullmatch(line.text) or repeated[_shape(line)] >= fewest:
                furniture.add(line)
                left_out.setdefault(_shape(line), line.text)
        lines_of_text.append([line for line in page if line not in furniture])
    return lines_of_text, list(left_out.values())


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the lines at the top and at the bottom that a wide gap separates from the text, because they may
    be a header or footer.
    """
    rows = rows_of(page)
    gaps = [above[0].bottom - below[0].bottom for above, below in pairwise(rows)]
    if not gaps:
        return []
    wide = WIDE_GAP * median(gaps)
    edges: list[Line] = []
    for number in range(1, min(_MOST_ROWS, len(gaps)) + 1):
        if gaps[number - 1] > wide:
            edges += [line for row in rows[:number] for line in row]
            break
    for number in range(1, min(_MOST_ROWS, len(gaps)) + 1):
        if gaps[-number] > wide:
            edges += [line for row in rows[-number:] for line in row]
            break
    return list(dict.fromkeys(edges))


def _shape(line: Line) -> str:
    """Return the text of a line with `#` in place of numbers, because the number of the page changes."""
    return _DIGITS.sub("#", line.text)
