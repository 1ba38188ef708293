"""Join the letters of a page to lines. A line ends at a wide gap, so the lines
of two columns stay separate.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

#: A gap so many times as wide as the letters are high separates two columns.
WIDE_GAP = 1.5
#: The letters of one line have baselines that differ by at most so many heights: raised figures belong to it.
_SAME_LINE = 0.6
#: Lines whose baselines differ by at most so many points stand beside each other.
_SAME_ROW = 2.0
#: The sign that PDFium gives for a hyphen at the end of a line.
HYPHEN_SIGN = "\x02"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a page with its box, in points from the lower left corner, and the size of its font in
    points.

    `bottom` is its baseline. A space or a line break has a box without width.
    """

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page, or the part of it that is in one column, with its box and the median size of
    its letters, in points.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    @property
    def width(self) -> float:
        return self.right - self.left


def lines_of(letters: Iterable[Letter]) -> list[Line]:
    """Return the lines that `letters` form, without blank ones. `letters` are in the order of the file."""
    lines = []
    for stretch in _stretches(letters):
        line = _line(stretch)
        if line.text:
            lines.append(line)
    return lines


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the lines of a page in rows, from top to bottom. The lines of a row go from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if rows and rows[-1][0].bottom - line.bottom <= _SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _stretches(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Yield the letters of each line. Spaces are kept as letters of the line."""
    stretch: list[Letter] = []
    last: Letter | None = None
    for letter in letters:
        if letter.sign in "\r\n":
            yield stretch
            stretch, last = [], None
            continue
        if letter.sign.isspace():
            stretch.append(letter)
            continue
        if last is not None and not _follows(last, letter):
            yield stretch
            stretch = []
        stretch.append(letter)
        last = letter
    yield stretch


def _follows(last: Letter, letter: Letter) -> bool:
    """Return whether `letter` directly follows `last` in the same line."""
    size = max(last.size, letter.size, 1.0)
    gap = letter.left - last.right
    return (
        abs(letter.bottom - last.bottom) <= _SAME_LINE * size and -size * 2 < gap < WIDE_GAP * size
    )


def _line(letters: Sequence[Letter]) -> Line:
    visible = [letter for letter in letters if not letter.sign.isspace()]
    if not visible:
        return Line("", 0, 0, 0, 0, 0)
    text = "".join(letter.sign for letter in letters)
    return Line(
        " ".join(text.split()),
        min(letter.left for letter in visible),
        min(letter.bottom for letter in visible),
        max(letter.right for letter in visible),
        max(letter.top for letter in visible),
        median(letter.size for letter in visible),
    )
