"""What a figure is: a number, what it counts, and how far it may be from the truth."""

from dataclasses import dataclass
from typing import Self

from newsroom.text.language.numbers.bounds import Bound, limits


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: a measure (`$`, `%`), the term of the noun after it, or nothing.

    `text` is the figure as it stands. The low end of a range is shown with scale and unit of the high end.
    `between` holds both ends of the range that the figure is an end of. `beside` are the terms near it,
    figures and units left out. `bound` is what “at least” and the like say about it.
    """

    value: float
    unit: str
    text: str
    between: tuple[float, float] | None = None
    beside: frozenset[str] = frozenset()
    bound: Bound = Bound.EXACT
    #: What became of those it counts (`casualties.toll_of`), blank if nothing says so.
    toll: str = ""
    #: Who is so old, in lower case, blank if that is not known.
    holder: str = ""
    #: The first word of the place that is named right behind it, blank if none is.
    place: str = ""
    #: Both numbers of a score or a vote, the higher one of a game first.
    score: tuple[int, int] | None = None
    #: Whether it counts only those that come on top of others: “another 12”.
    additional: bool = False
    #: Whether only its size is told: “dozens”.
    vague: bool = False

    def overlaps(self, other: Self) -> bool:
        """Whether both may be one number, as 35 and “between 30 and 40”, or 12 and “at least 10”."""
        if self.score or other.score:
            return self.score == other.score
        low, high = self._limits()
        other_low, other_high = other._limits()
        return low <= other_high and other_low <= high

    def _limits(self) -> tuple[float, float]:
        if self.between is None:
            return limits(self.value, self.bound)
        low, high = self.between
        return min(low, limits(low, self.bound)[0]), max(high, limits(high, self.bound)[1])
