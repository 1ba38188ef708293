"""Define a figure: a number, what it counts, and how far it may be from the true number."""

from dataclasses import dataclass
from typing import Self

from newsroom.text.language.numbers.bounds import Bound, limits


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, with what it counts.

    `value` is the number. `unit` is what it counts: a measure (`$`, `%`), the term of the noun after the
    number, or an empty string. `text` is the figure as written; the low end of a range also gets the scale
    and unit of the high end. `between` holds both ends of the range if the figure is one end of a range.
    `beside` holds the terms near the figure, without figures and units. `bound` is the meaning of words such
    as “at least”.
    """

    value: float
    unit: str
    text: str
    between: tuple[float, float] | None = None
    beside: frozenset[str] = frozenset()
    bound: Bound = Bound.EXACT
    #: What happened to the people that the figure counts (see `casualties.toll_of`), or an empty string.
    toll: str = ""
    #: Whose age the figure is, in lower case, or an empty string if that is unknown.
    holder: str = ""
    #: The first word of the place that is named right after the figure, or an empty string.
    place: str = ""
    #: Both numbers of a score or a vote. The higher number of a game comes first.
    score: tuple[int, int] | None = None
    #: True if the figure counts only additional ones, as in “another 12”.
    additional: bool = False
    #: True if only the size is stated, as in “dozens”.
    vague: bool = False

    def overlaps(self, other: Self) -> bool:
        """Return whether both figures may be the same number.

        Examples are 35 and “between 30 and 40”, or 12 and “at least 10”.
        """
        if self.score or other.score:
            return self.score == other.score
        low, high = self._limits()
        other_low, other_high = other._limits()
        return low <= other_high and other_low <= high

    def _limits(self) -> tuple[float, float]:
        if self.between is None:
            return limits(self.value, self.bound)
        low, high = self.between
        lowest, _ = limits(low, self.bound)
        _, highest = limits(high, self.bound)
        return min(low, lowest), max(high, highest)
