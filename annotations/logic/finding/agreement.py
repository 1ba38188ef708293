"""Compare the figures, days and times of two passages: which are equal, and which contradict each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsroom.text.language.days import Day
from newsroom.text.language.figures import Figure
from newsroom.text.language.measures import MEASURES, PEOPLE
from newsroom.text.language.numbers.bounds import bounds_agree
from newsroom.text.language.times import Time
from newsroom.text.language.word_weights import Weight

#: A word with at least this weight (IDF) is rare: fewer than one in 150 sentences contains it.
RARE = 5.0
#: The same weekday means the same day if the articles were published at most this number of days apart.
SAME_WEEK = 6
#: The same day and month mean the same day if the articles were published at most this number of days apart.
SAME_YEAR = 180
#: Larger numbers hardly ever agree by chance, so they count as the same whatever noun follows them.
SMALL_NUMBER = 12

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Agreement(Generic[Fact]):
    """The result of comparing the facts (figures, days or times) of two passages.

    `same` are the facts of the first passage that the other passage has too. `differing` are pairs of a fact
    of the first and a fact of the other passage that cannot both be true.
    """

    same: tuple[Fact, ...] = ()
    differing: tuple[tuple[Fact, Fact], ...] = ()


def compare_figures(
    figures: Iterable[Figure],
    others: Iterable[Figure],
    weigh: Weight,
    *,
    alike: bool,
) -> Agreement[Figure]:
    """Compare the figures of two passages. A range such as “5 to 7” appears in at most one differing pair.

    A measure such as a sum of money does not tell what is measured. Two measures are therefore about the same
    thing only if a rare word is next to both, or if the passages are `alike` and each has no other measure of
    this unit. `alike` says that the passages share most of their words. `weigh` returns the weight (IDF) of a
    word.
    """
    own, others = list(figures), list(others)
    same = tuple(figure for figure in own if _is_among(figure, others))
    # A figure that has an equal figure contradicts no other figure. Therefore “from 5% to 7%” and “to 7%” do
    # not differ.
    unpaired = [rival for rival in others if not _is_among(rival, own)]
    # If each passage has only one measure of a unit, both measures must be about the same thing.
    unmistakable: frozenset[str] = frozenset()
    if alike:
        unmistakable = _units_of_one_number(own) & _units_of_one_number(others)

    differing: list[tuple[Figure, Figure]] = []
    for figure in own:
        # The two ends of a range are one statement, so they give only one differing pair.
        if figure in same or _other_end_differs(figure, differing):
            continue
        rivals = [rival for rival in unpaired if _cannot_both_hold(figure, rival)]
        # A sum of money or a percentage does not say what is measured, so a shared rare word must show it.
        if figure.unit in MEASURES and figure.unit not in unmistakable:
            rivals = _with_a_rare_word_in_common(figure, rivals, weigh)
        if rivals:
            differing.append((figure, _closest(figure, rivals)))
    return Agreement(same, tuple(differing))


def _closest(figure: Figure, rivals: Iterable[Figure]) -> Figure:
    """Return that one of the `rivals` which has the most neighbouring words in common with the figure."""
    return max(rivals, key=lambda rival: len(figure.beside & rival.beside))


def _is_among(figure: Figure, others: Iterable[Figure]) -> bool:
    return any(_is_same_figure(figure, other) for other in others)


def _is_same_figure(figure: Figure, other: Figure) -> bool:
    if figure.value != other.value or figure.score != other.score or figure.vague != other.vague:
        return False
    if not bounds_agree(figure.bound, other.bound) or _have_different_tolls(figure, other):
        return False
    if figure.unit == other.unit:
        return True
    if figure.unit in MEASURES or other.unit in MEASURES:
        # The units must be equal: five dollars are not five euros, and 5 is not 5%.
        return False
    # Two small numbers with different nouns agree by chance. A large number hardly ever does.
    has_noun_each = figure.unit != "" and other.unit != ""
    return abs(figure.value) > SMALL_NUMBER or not has_noun_each


def _tell_of_different_things(figure: Figure, other: Figure) -> bool:
    """Return whether both figures are about different things: the dead and the injured, or Bali and Java.

    If one of them does not say what it is about, the result is False.
    """
    if _have_different_tolls(figure, other):
        return True
    for about, other_about in (
        (figure.holder, other.holder),
        (figure.place, other.place),
    ):
        # If one passage does not say what the figure is about, it can be the same thing.
        if about and other_about and about != other_about:
            return True
    return False


def _have_different_tolls(figure: Figure, other: Figure) -> bool:
    """Return whether the figures count different victims, such as the dead and the injured."""
    return figure.toll != "" and other.toll != "" and figure.toll != other.toll


def _units_of_one_number(figures: Iterable[Figure]) -> frozenset[str]:
    """Return the units that occur in the figures with only one number or one range."""
    numbers: defaultdict[str, set[object]] = defaultdict(set)
    for figure in figures:
        # A range or a score consists of two figures but is one statement.
        numbers[figure.unit].add(figure.score or figure.between or figure.value)
    return frozenset(unit for unit, values in numbers.items() if len(values) == 1)


def _other_end_differs(figure: Figure, differing: Iterable[tuple[Figure, Figure]]) -> bool:
    """Return whether the other end of the range of `figure` is in one of the differing pairs.

    Returns False if the figure is not an end of a range.
    """
    if figure.between is None:
        return False
    return any(earlier.between == figure.between for earlier, _ in differing)


def _cannot_both_hold(figure: Figure, other: Figure) -> bool:
    # “Two more people died” adds to an unknown number, so it contradicts no other number.
    if figure.additional or other.additional or _tell_of_different_things(figure, other):
        return False
    return _count_the_same(figure, other) and not figure.overlaps(other)


def _count_the_same(figure: Figure, other: Figure) -> bool:
    """Return whether both figures count the same noun, or both count the dead or injured with no noun."""
    if figure.toll != other.toll:
        # “12 people died” and “15 people fled” count different things, and so does “15 people were there”.
        return False
    if figure.toll and _counts_anybody(figure) and _counts_anybody(other):
        return True
    return figure.unit != "" and figure.unit == other.unit


def _counts_anybody(figure: Figure) -> bool:
    return figure.unit in ("", PEOPLE)


def _with_a_rare_word_in_common(
    figure: Figure,
    rivals: Iterable[Figure],
    weigh: Weight,
) -> list[Figure]:
    """Return the rivals that have a rare neighbouring word in common with `figure`. The list can be empty."""
    if figure.score:
        # In a report of several matches the same team is next to each score, so a shared name is not enough.
        return []
    rare_words = {term for term in figure.beside if weigh(term) >= RARE}
    return [rival for rival in rivals if rare_words & rival.beside]


def compare_times(
    times: Sequence[Time],
    others: Sequence[Time],
    *,
    alike: bool,
) -> Agreement[Time]:
    """Compare the times of day of two passages.

    Times differ only if the passages are `alike` (share most of their words) and have one time each.
    """
    same = []
    for time in times:
        if any(time.same(other) for other in others):
            same.append(time)
    # With several times it is not clear which time of one passage belongs to which of the other.
    if not alike or len(times) != 1 or len(others) != 1:
        return Agreement(tuple(same))

    (time,), (other,) = times, others
    if time.differs(other):
        return Agreement((), ((time, other),))
    return Agreement(tuple(same))


def compare_days(
    days: Iterable[Day],
    others: Iterable[Day],
    apart: int | None = None,
) -> Agreement[Day]:
    """Compare the days of two passages.

    `apart` is the number of days between the publication of the two articles, or None if it is not known.
    """
    own, others = list(days), list(others)
    same = []
    differing = []
    # A day that can be one of the days of the first passage contradicts none of them.
    unpaired = [other for other in others if not _may_be_among(other, own)]
    for day in own:
        if any(_is_same_day(day, other, apart) for other in others):
            same.append(day)
        elif not _may_be_among(day, others):
            # Days that share no part of the calendar, such as “Monday” and “2 March”, can be the same day.
            rivals = [other for other in unpaired if _shared_parts(day, other)]
            differing += [(day, rival) for rival in rivals[:1]]
    return Agreement(tuple(same), tuple(differing))


def _may_be_among(day: Day, others: Iterable[Day]) -> bool:
    return any(_may_be_one_day(day, other) for other in others)


def _shared_parts(day: Day, other: Day) -> Collection[str]:
    """Return the parts of the calendar (weekday, day, month, year) that both days have."""
    return day.parts.keys() & other.parts.keys()


def _may_be_one_day(day: Day, other: Day) -> bool:
    """Return whether both days can be the same day.

    They can be if they share a part of the calendar, and if no part that both have differs.
    """
    shared = _shared_parts(day, other)
    # Two days without a common part, such as “Monday” and “in May”, say nothing of each other.
    if not shared:
        return False
    return all(_overlap(day.parts[part], other.parts[part]) for part in shared)


def _overlap(numbers: range, others: range) -> bool:
    return numbers.start < others.stop and others.start < numbers.stop


def _is_same_day(day: Day, other: Day, apart: int | None) -> bool:
    """Return whether both are certainly the same day or range of days. A month or year alone is not a day.

    A weekday comes again each week and a date each year. Therefore two such days are not the same if the
    articles were published too many days `apart`.
    """
    shared = _shared_parts(day, other)
    if not shared or any(day.parts[part] != other.parts[part] for part in shared):
        return False
    # A full date needs no other evidence.
    if "day" in shared and "year" in shared:
        return True
    if "day" in shared:
        return apart is None or apart <= SAME_YEAR
    return "weekday" in shared and (apart is None or apart <= SAME_WEEK)
