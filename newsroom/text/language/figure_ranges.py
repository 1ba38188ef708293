"""Read ranges: two neighbouring figures that are the two ends of one range.

Examples are “between 5 and 7” and “$2-3 billion”.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.text.language.figure_model import Figure
from newsroom.text.language.measures import MEASURES
from newsroom.text.language.number_reading import NumberReading

# How many characters before a figure are searched for the word that opens a range.
_REACH_OF_OPENING = 20
# The words or signs between the two ends of a range.
_JOINT = re.compile(
    r"(?P<dash>\s?[-–]\s?)|\s(?:to|or)\s(?:about\s)?|\s(?P<both>and)\s(?:about\s)?", re.IGNORECASE
)
# The words before the first end of a range.
_OPENING = re.compile(r"\b(?:(?P<between>between)|from)\s(?:about\s)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Joint:
    """The words that join two figures to a range, as in “between 5 and 7”, “from 5 to 7” or “5-7”.

    `dash` is true if a dash joins them. `between` is true if “between” comes before the first figure.
    `opening` is true if “between” or “from” comes before the first figure.
    """

    dash: bool
    between: bool
    opening: bool


def read_ranges(
    text: str, readings: Sequence[NumberReading], figures: Sequence[Figure]
) -> list[Figure]:
    """Return `figures` in the same order, with the limits of the range in each figure that is an end of a
    range.

    `readings` holds the reading of each figure. Figures that are not an end of a range stay as they are.
    """
    ranged = list(figures)
    for index in range(len(readings) - 1):
        first, second = readings[index], readings[index + 1]
        joint = _joint(text, first, second)
        if joint:
            ranged[index : index + 2] = _ends_of_range(
                first, second, ranged[index], ranged[index + 1], joint
            )
    return ranged


def _joint(text: str, first: NumberReading, second: NumberReading) -> _Joint | None:
    """Return the words that join the two figures to a range, or None if the figures are not a range."""
    joint = _JOINT.fullmatch(text, first.end, second.start)
    if not joint:
        return None

    reach = max(0, first.start - _REACH_OF_OPENING)
    opening = _OPENING.search(text, reach, first.start)
    between = bool(opening and opening["between"])
    # “5 and 7” are two figures, but “between 5 and 7” is a range.
    if joint["both"] and not between:
        return None
    return _Joint(dash=bool(joint["dash"]), between=between, opening=bool(opening))


def _ends_of_range(
    first: NumberReading,
    second: NumberReading,
    low: Figure,
    high: Figure,
    joint: _Joint,
) -> tuple[Figure, Figure]:
    """Return both figures as the ends of a range, or unchanged if they are not a range.

    If the low end has neither scale nor unit, it takes those of the high end, as in “between 2 and $3
    billion”. If the high end has no currency sign, it takes the sign of the low end.
    """
    if not _units_agree(first, low, high, joint):
        return low, high
    scaled_low = _with_scale_of(first, second, low, high)
    if scaled_low.value >= high.value:
        return low, high

    high_text = high.text
    if first.sign and not second.sign:
        high_text = first.match["sign"] + high_text
    ends: tuple[float, float] | None = (scaled_low.value, high.value)
    if joint.opening and not joint.between:
        # “From 5 to 7” states a change from one number to another, and not a number between them.
        ends = None
    measure = _shared_measure(low, high)
    return (
        replace(scaled_low, unit=measure or low.unit, between=ends),
        replace(high, unit=measure or high.unit, text=high_text, between=ends),
    )


def _with_scale_of(
    first: NumberReading,
    second: NumberReading,
    low: Figure,
    high: Figure,
) -> Figure:
    """Return the low end with the scale of the high end, unless the low end has its own scale or unit."""
    if first.scale > 1 or first.unit_word:
        return low
    scale_and_unit = high.text[second.end_of_digits - second.start :]
    return replace(
        low,
        value=low.value * second.scale,
        text=low.text + scale_and_unit,
    )


def _units_agree(
    first: NumberReading,
    low: Figure,
    high: Figure,
    joint: _Joint,
) -> bool:
    """Return whether the units of `low` and `high` allow that both figures are the ends of one range."""
    if low.unit == high.unit:
        return True
    # “3% to $80” has two different measures.
    if low.unit in MEASURES and high.unit in MEASURES:
        return False
    # In “3% to 80 million” the low end has its own unit, so it does not share the unit of the high end.
    if first.unit_word:
        return False
    # “$5 to 7 people” is not a range, but “from $5 to 7” may be one.
    return low.unit not in MEASURES or joint.dash or joint.opening


def _shared_measure(low: Figure, high: Figure) -> str:
    for figure in (low, high):
        if figure.unit in MEASURES:
            return figure.unit
    return ""
