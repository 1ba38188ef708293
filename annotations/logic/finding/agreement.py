"""Whether the figures, days and times of two passages agree or differ."""

from collections.abc import Iterable, Sequence

from newsroom.text.language.days import Day
from newsroom.text.language.figures import MEASURES, Figure
from newsroom.text.language.times import Time
from newsroom.text.language.word_weights import Weight

#: A word of this weight stands in fewer than one of 150 sentences.
TELLING = 5.0
#: Articles at most so many days apart mean the same Friday, and the same 8 July.
SAME_WEEK, SAME_YEAR = 6, 180


def compare_figures(
    one: Iterable[Figure], other: Iterable[Figure], weigh: Weight, *, alike: bool
) -> tuple[tuple[Figure, ...], tuple[tuple[Figure, Figure], ...]]:
    """The figures both tell, and pairs that count the same thing and differ, no range twice.

    A measure does not say what is measured: two sums are of the same thing where they share a telling word
    beside them, or where `alike` passages tell no other sum.
    """
    mine, others = list(one), list(other)
    same = tuple(figure for figure in mine if any(_same_figure(figure, twin) for twin in others))
    # What has its twin is nobody's rival: “from 5% to 7%” and “to 7%” do not differ.
    unpaired = [rival for rival in others if not any(_same_figure(figure, rival) for figure in mine)]
    differing: list[tuple[Figure, Figure]] = []
    for figure in mine:
        rivals = [rival for rival in unpaired if _rivals(figure, rival)]
        if figure.unit in MEASURES and not (
            alike and _only_one(figure.unit, mine) and _only_one(figure.unit, others)
        ):
            rivals = [
                rival
                for rival in rivals
                if any(weigh(term) >= TELLING for term in figure.beside & rival.beside)
            ]
        told = figure in same or any(
            figure.between and figure.between == done.between for done, _ in differing
        )
        if rivals and not told:
            differing.append((figure, max(rivals, key=lambda rival: len(figure.beside & rival.beside))))
    return same, tuple(differing)


def _rivals(one: Figure, other: Figure) -> bool:
    return one.unit != "" and one.unit == other.unit and not one.overlaps(other)


def _only_one(unit: str, figures: Iterable[Figure]) -> bool:
    """Whether they tell a single number of `unit`, or a single range."""
    return len({figure.between or figure.value for figure in figures if figure.unit == unit}) == 1


def compare_times(
    one: Sequence[Time], other: Sequence[Time], *, alike: bool
) -> tuple[tuple[Time, ...], tuple[tuple[Time, Time], ...]]:
    """The times both tell, and the pair that differs: where `alike` passages tell one each."""
    same = tuple(time for time in one if any(time.same(twin) for twin in other))
    differ = alike and len(one) == len(other) == 1 and one[0].differs(other[0])
    return same, ((one[0], other[0]),) if differ else ()


def compare_days(
    one: Iterable[Day], other: Iterable[Day], apart: int | None = None
) -> tuple[tuple[Day, ...], tuple[tuple[Day, Day], ...]]:
    """The days both tell, and pairs that cannot be the same day. `apart`: days between the two articles, if
    known.
    """
    mine, others = list(one), list(other)
    same = [day for day in mine if any(_same_day(day, rival, apart) for rival in others)]
    differing = []
    for day in mine:
        rivals = [rival for rival in others if _shared_parts(day, rival) and not _compatible(day, rival)]
        # What has its twin is nobody's rival.
        rivals = [rival for rival in rivals if not any(_compatible(twin, rival) for twin in mine)]
        if rivals and not any(_compatible(day, rival) for rival in others):
            differing.append((day, rivals[0]))
    return tuple(same), tuple(differing)


def _shared_parts(one: Day, other: Day) -> set[str]:
    return one.parts.keys() & other.parts.keys()


def _compatible(one: Day, other: Day) -> bool:
    """Whether both can be one day: they share a part of the calendar, and no part that both tell differs."""
    shared = _shared_parts(one, other)
    return bool(shared) and all(_overlap(one.parts[part], other.parts[part]) for part in shared)


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _same_day(one: Day, other: Day, apart: int | None) -> bool:
    """Whether both tell one day, or the same days in a row; a month or a year alone is none.

    A weekday returns each week and a day each year: in articles too far apart it is not the same.
    """
    shared = _shared_parts(one, other)
    if not _compatible(one, other) or any(one.parts[part] != other.parts[part] for part in shared):
        return False
    if "day" in shared:
        return "year" in shared or apart is None or apart <= SAME_YEAR
    return "weekday" in shared and (apart is None or apart <= SAME_WEEK)


def _same_figure(one: Figure, other: Figure) -> bool:
    if one.value != other.value or one.unit == other.unit:
        return one.value == other.value
    # Dollars are no euros, and a bare 5 is no 5%. Large numbers are the same whatever noun follows them.
    measured = one.unit in MEASURES or other.unit in MEASURES
    return not measured and (one.value > 12 or not (one.unit and other.unit))
