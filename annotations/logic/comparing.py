"""How two passages agree and differ: what they share in words, figures, days, names and quotations."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from newsroom.text.commonness import Weight
from newsroom.text.days import Day
from newsroom.text.facts import Facts, facts
from newsroom.text.figures import MEASURES, Figure
from newsroom.text.times import Time
from newsroom.text.words import Word, terms, words

#: Words of a usual sentence, for BM25's account of length.
USUAL = 22
#: BM25's parameters. News sentences are short and repeat few words: repetition counts little (Robertson and Zaragoza).
K1, B = 0.6, 0.5
#: Two words that begin alike are near where they share this much of their characters, three by three (`dice`).
NEAR = 0.5

#: A word of this weight stands in fewer than one of 150 sentences.
TELLING = 5.0

#: Passages that share so much of the weight sought are otherwise alike: sums that differ are of one thing.
ALIKE = 0.5
#: Articles at most so many days apart mean the same Friday, and the same 8 July.
SAME_WEEK, SAME_YEAR = 6, 180


class Told:
    """A passage taken apart, each part once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.terms: list[str] = terms(text)
        self.counts: Counter[str] = Counter(self.terms)

    @cached_property
    def words(self) -> list[Word]:
        return list(words(self.text))

    @cached_property
    def facts(self) -> Facts:
        return facts(self.text)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring terms: what keeps their order."""
        return frozenset(pairwise(self.terms))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a passage shares with the one sought; all but the figures' counts are shares of its weight, 0 to 1.

    `words`: BM25. `found`: plainly found. `near`: found in another form (characters). `order`: neighbours kept.
    `names`: of its names. `narrow`: of the passage's own weight, how much is shared (how little else it says).
    `shared`: the weight shared, not as a share. `telling`: how many of the shared words are telling.
    """

    words: float
    found: float
    near: float
    order: float
    names: float
    narrow: float
    shared: float
    telling: int
    same_figures: tuple[Figure, ...] = ()
    other_figures: tuple[tuple[Figure, Figure], ...] = ()
    same_days: tuple[Day, ...] = ()
    other_days: tuple[tuple[Day, Day], ...] = ()
    same_times: tuple[Time, ...] = ()
    other_times: tuple[tuple[Time, Time], ...] = ()
    same_names: tuple[str, ...] = ()
    near_words: tuple[tuple[str, str], ...] = ()


def plain_likeness(sought: Told, passage: Told, weigh: Weight) -> float:
    """BM25 alone, not as a share: enough to order passages for a closer look."""
    found = {term: weigh(term) for term in sought.counts if term in passage.counts}
    return bm25(found, passage.counts, len(passage.terms))


def compare(sought: Told, passage: Told, weigh: Weight, apart: int | None = None) -> Likeness:
    """How `passage` is like `sought`. Linear in the passage, but for the words of `sought` that it lacks.

    `apart`: days between the publication of their two articles, where both are known.
    """
    total = sum(map(weigh, sought.counts)) or 1.0
    found = {term: weigh(term) for term in sought.counts if term in passage.counts}
    near = _near_words(sought, passage, weigh)
    shared = sum(found.values())
    kept = sought.pairs & passage.pairs
    # What opens a sentence has its capital anyway: the other passage may show that it is a name.
    theirs = {term: name for term, name in passage.facts.names if term in sought.counts}
    names = dict(sought.facts.names) | theirs
    same_names = {term: names[term] for term in dict.fromkeys(sought.terms) if term in names and term in passage.counts}
    alike = shared >= ALIKE * total
    figures, other_figures = compare_figures(sought.facts.figures, passage.facts.figures, weigh, alike=alike)
    days, other_days = compare_days(sought.facts.days, passage.facts.days, apart)
    times, other_times = compare_times(sought.facts.times, passage.facts.times, alike=alike)
    return Likeness(
        words=bm25(found, passage.counts, len(passage.terms)) / total,
        found=shared / total,
        near=sum(weigh(one) * share for one, _, share in near) / total,
        order=_weight_of(kept, weigh) / (_weight_of(sought.pairs, weigh) or 1.0),
        names=sum(map(weigh, same_names)) / (sum(map(weigh, names)) or 1.0),
        narrow=shared / (sum(map(weigh, passage.counts)) or 1.0),
        shared=shared,
        telling=sum(weight >= TELLING for weight in found.values()),
        same_figures=figures,
        other_figures=other_figures,
        same_days=days,
        other_days=other_days,
        same_times=times,
        other_times=other_times,
        same_names=tuple(same_names.values()),
        near_words=tuple((one, other) for one, other, _ in near),
    )


def bm25(weights: Mapping[str, float], counts: Mapping[str, int], length: int) -> float:
    """Okapi BM25 of a passage: `weights` of the terms sought that it holds, `counts` of its terms, its length."""
    damping = K1 * (1 - B + B * length / USUAL)
    return sum(weight * counts[term] * (K1 + 1) / (counts[term] + damping) for term, weight in weights.items())


def compare_figures(
    one: Iterable[Figure], other: Iterable[Figure], weigh: Weight, *, alike: bool
) -> tuple[tuple[Figure, ...], tuple[tuple[Figure, Figure], ...]]:
    """The figures both tell, and pairs that count the same thing and differ, no range twice.

    A measure does not say what is measured: two sums are of the same thing where they share a telling word beside them,
    or where `alike` passages tell no other sum.
    """
    mine, others = list(one), list(other)
    same = tuple(figure for figure in mine if any(_same_figure(figure, twin) for twin in others))
    # What has its twin is nobody's rival: “from 5% to 7%” and “to 7%” do not differ.
    unpaired = [rival for rival in others if not any(_same_figure(figure, rival) for figure in mine)]
    differing: list[tuple[Figure, Figure]] = []
    for figure in mine:
        rivals = [rival for rival in unpaired if _rivals(figure, rival)]
        if figure.unit in MEASURES and not (alike and _only_one(figure.unit, mine) and _only_one(figure.unit, others)):
            rivals = [rival for rival in rivals if any(weigh(term) >= TELLING for term in figure.beside & rival.beside)]
        told = figure in same or any(figure.between and figure.between == done.between for done, _ in differing)
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
    """The days both tell, and pairs that cannot be the same day. `apart`: days between the two articles, if known."""
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
    return one.told.keys() & other.told.keys()


def _compatible(one: Day, other: Day) -> bool:
    """Whether both can be one day: they share a part of the calendar, and no part that both tell differs."""
    shared = _shared_parts(one, other)
    return bool(shared) and all(_overlap(one.told[part], other.told[part]) for part in shared)


def _overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _same_day(one: Day, other: Day, apart: int | None) -> bool:
    """Whether both tell one day, or the same days in a row; a month or a year alone is none.

    A weekday returns each week and a day each year: in articles too far apart it is not the same.
    """
    shared = _shared_parts(one, other)
    if not _compatible(one, other) or any(one.told[part] != other.told[part] for part in shared):
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


def _near_words(sought: Told, passage: Told, weigh: Weight) -> list[tuple[str, str, float]]:
    """Terms the passage lacks, each with the nearest term it has instead, and how near that is."""
    spare = [term for term in passage.counts if len(term) > 3 and term not in sought.counts]
    near = []
    for term in sought.counts:
        if len(term) <= 3 or term in passage.counts or weigh(term) < 3:
            continue
        begins = term[:2]
        like = [(dice(term, other), other) for other in spare if other.startswith(begins)]
        share, nearest = max(like, default=(0.0, ""))
        if share >= NEAR:
            near.append((term, nearest, share))
    return near


@lru_cache(maxsize=50_000)
def dice(one: str, other: str) -> float:
    """Sørensen and Dice's coefficient over the runs of three characters, edges included."""
    mine, yours = _threes(one), _threes(other)
    return 2 * len(mine & yours) / (len(mine) + len(yours))


@lru_cache(maxsize=50_000)
def _threes(term: str) -> frozenset[str]:
    edged = f" {term} "
    return frozenset(edged[at : at + 3] for at in range(len(edged) - 2))


def _weight_of(pairs: Iterable[tuple[str, str]], weigh: Weight) -> float:
    """Summed up exactly: a set has another order in each process."""
    return math.fsum(weigh(one) + weigh(other) for one, other in pairs)
