"""How two passages agree and differ: what they share in words, names, figures, days and times."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from annotations.logic.finding.agreement import TELLING, compare_days, compare_figures, compare_times
from newsroom.text.language.days import Day
from newsroom.text.language.facts import Facts, facts
from newsroom.text.language.figures import Figure
from newsroom.text.language.times import Time
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import Word, terms, words

#: Words of a usual sentence, for BM25's account of length.
USUAL = 22
#: BM25's parameters. News sentences are short and repeat few words: repetition counts little (Robertson and
#: Zaragoza).
K1, B = 0.6, 0.5
#: Two words that begin alike are near where they share this much of their characters, three by three
#: (`dice`).
NEAR = 0.5
#: Passages that share so much of the weight sought are otherwise alike: sums that differ are of one thing.
ALIKE = 0.5


class PassageAnalysis:
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
    """What a passage shares with the one sought; all but the figures' counts are shares of its weight, 0 to
    1.

    `words`: BM25. `found`: plainly found. `near`: found in another form (characters). `order`: neighbours
    kept. `names`: of its names. `narrow`: of the passage's own weight, how much is shared (how little else it
    says). `shared`: the weight shared, not as a share. `telling`: how many of the shared words are telling.
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


def plain_likeness(sought: PassageAnalysis, passage: PassageAnalysis, weigh: Weight) -> float:
    """BM25 alone, not as a share: enough to order passages for a closer look."""
    found = {term: weigh(term) for term in sought.counts if term in passage.counts}
    return bm25(found, passage.counts, len(passage.terms))


def compare(
    sought: PassageAnalysis, passage: PassageAnalysis, weigh: Weight, apart: int | None = None
) -> Likeness:
    """How `passage` is like `sought`. Linear in the passage, but for the words of `sought` that it lacks.

    `apart`: days between the publication of their two articles, where both are known.
    """
    total = sum(map(weigh, sought.counts)) or 1.0
    found = {term: weigh(term) for term in sought.counts if term in passage.counts}
    near = _nearness(sought, passage, weigh)
    shared = sum(found.values())
    kept = sought.pairs & passage.pairs
    # What opens a sentence has its capital anyway: the other passage may show that it is a name.
    theirs = {term: name for term, name in passage.facts.names if term in sought.counts}
    names = dict(sought.facts.names) | theirs
    same_names = {
        term: names[term] for term in dict.fromkeys(sought.terms) if term in names and term in passage.counts
    }
    alike = shared >= ALIKE * total
    figures, other_figures = compare_figures(sought.facts.figures, passage.facts.figures, weigh, alike=alike)
    days, other_days = compare_days(sought.facts.days, passage.facts.days, apart)
    times, other_times = compare_times(sought.facts.times, passage.facts.times, alike=alike)
    return Likeness(
        words=bm25(found, passage.counts, len(passage.terms)) / total,
        found=shared / total,
        near=sum(weigh(term) * share for term, share in near.items()) / total,
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
    )


def bm25(weights: Mapping[str, float], counts: Mapping[str, int], length: int) -> float:
    """Okapi BM25 of a passage: `weights` of the terms sought that it holds, `counts` of its terms, its
    length.
    """
    damping = K1 * (1 - B + B * length / USUAL)
    return sum(
        weight * counts[term] * (K1 + 1) / (counts[term] + damping) for term, weight in weights.items()
    )


def _nearness(sought: PassageAnalysis, passage: PassageAnalysis, weigh: Weight) -> dict[str, float]:
    """For terms the passage lacks, how near the nearest is that it has instead."""
    spare = [term for term in passage.counts if len(term) > 3 and term not in sought.counts]
    near = {}
    for term in sought.counts:
        if len(term) <= 3 or term in passage.counts or weigh(term) < 3:
            continue
        begins = term[:2]
        share = max((dice(term, other) for other in spare if other.startswith(begins)), default=0.0)
        if share >= NEAR:
            near[term] = share
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
