"""Order the lines of a page as people read them: column by column.

A line that spans all columns separates the lines above it from those below it.
"""

from collections.abc import Iterator, Sequence

from newsroom.text.readers.pdf.lines import Line, rows_of

#: How many lines a column has at least. Fewer lines beside each other are a table or a caption.
FEWEST_LINES = 5
#: The largest share of lines that may cross the space between two columns: headlines and pictures' captions.
MOST_CROSSING = 0.25
#: How often a page is divided: into two columns, and each of them again.
_MOST_DIVISIONS = 3
#: Where the space between two columns may be, as a share of the width of the text, and how many places are
#: tried.
_FIRST_PLACE, _LAST_PLACE, _PLACES = 0.2, 0.8, 61


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page in reading order, as lists of lines that are each in one column."""
    return list(_ordered(lines, 0))


def _ordered(lines: Sequence[Line], divisions: int) -> Iterator[list[Line]]:
    if not lines:
        return
    place = _space_between_columns(lines) if divisions < _MOST_DIVISIONS else None
    if place is None:
        yield [line for row in rows_of(lines) for line in row]
        return

    # A line that spans both columns ends what stands above it.
    for band, spanning in _bands(lines, place):
        left = [line for line in band if line.right <= place]
        right = [line for line in band if line.right > place]
        yield from _ordered(left, divisions + 1)
        yield from _ordered(right, divisions + 1)
        if spanning:
            yield [spanning]


def _bands(lines: Sequence[Line], place: float) -> Iterator[tuple[list[Line], Line | None]]:
    """Yield lists of the lines between lines that span the columns, from top to bottom, each with the
    spanning line below it or None.
    """
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if _crosses(line, place):
            yield band, line
            band = []
        else:
            band.append(line)
    yield band, None


def _space_between_columns(lines: Sequence[Line]) -> float | None:
    """Return a place between two columns, in points from the left edge of the page, or None if there is only
    one column.
    """
    left = min(line.left for line in lines)
    width = max(line.right for line in lines) - left
    best: tuple[int, float] | None = None
    step = (_LAST_PLACE - _FIRST_PLACE) / (_PLACES - 1)
    for number in range(_PLACES):
        place = left + width * (_FIRST_PLACE + step * number)
        crossing = sum(_crosses(line, place) for line in lines)
        before = sum(line.right <= place for line in lines)
        behind = len(lines) - crossing - before
        if min(before, behind) < FEWEST_LINES or crossing > MOST_CROSSING * len(lines):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, place)
    return best[1] if best else None


def _crosses(line: Line, place: float) -> bool:
    return line.left < place < line.right
