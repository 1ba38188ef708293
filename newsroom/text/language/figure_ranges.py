"""Ranges: two neighbouring figures that are the ends of one, “between 5 and 7”, “$2-3 billion”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.text.language.figure_model import Figure
from newsroom.text.language.measures import MEASURES
from newsroom.text.language.number_reading import NumberReading

# Characters before a figure in which the word that opens a range is looked for.
_REACH_OF_OPENING = 20
# What may stand between the ends of a range.
_JOINT = re.compile(
    r"(?P<dash>\s?[-–]\s?)|\s(?:to|or)\s(?:about\s)?|\s(?P<both>and)\s(?:about\s)?", re.IGNORECASE
)
# What may open a range.
_OPENING = re.compile(r"\b(?:(?P<between>between)|from)\s(?:about\s)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Joint:
    """What joins two neighbouring figures to a range, such as “between 5 and 7”, “from 5 to 7” or “5-7”."""

    dash: bool
    between: bool
    opening: bool


def read_ranges(
    text: str, readings: Sequence[NumberReading], figures: Sequence[Figure]
) -> list[Figure]:
    """Return the figures, with the ends of each range told to both of them."""
    read = list(figures)
    for index in range(len(readings) - 1):
        first, second = readings[index], readings[index + 1]
        joint = _joint(text, first, second)
        if joint:
            read[index : index + 2] = _ends_of_range(
                first, second, read[index], read[index + 1], joint
            )
    return read


def _joint(text: str, first: NumberReading, second: NumberReading) -> _Joint | None:
    """Return what joins the two figures to a range, None if nothing does."""
    joint = _JOINT.fullmatch(text, first.end, second.start)
    if not joint:
        return None

    reach = max(0, first.start - _REACH_OF_OPENING)
    opening = _OPENING.search(text, reach, first.start)
    between = bool(opening and opening["between"])
    # “5 and 7” are two figures, “between 5 and 7” is a range.
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
    """Return both figures as the ends of a range, “between $2 and $3 billion”, or unchanged if they are none.

    A low end without scale and unit gets those of the high end, a high end without sign that of the low end.
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
        # “From 5 to 7” tells what was and what is, no number between them.
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
    """Return the low end with the scale of the high end, if it has neither scale nor unit of its own."""
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
    """Whether the units of two figures allow that they are the ends of one range."""
    if low.unit == high.unit:
        return True
    # “3% to $80”: two measures.
    if low.unit in MEASURES and high.unit in MEASURES:
        return False
    # “3% to 80 million”: the low end has its unit, so it does not share that of the high end.
    if first.unit_word:
        return False
    # “$5 to 7 people” is no range, “from $5 to 7” may be one.
    return low.unit not in MEASURES or joint.dash or joint.opening


def _shared_measure(low: Figure, high: Figure) -> str:
    for figure in (low, high):
        if figure.unit in MEASURES:
            return figure.unit
    return ""
