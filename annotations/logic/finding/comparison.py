"""How two passages agree and differ: what they share in words, names, figures, days and times."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from annotations.logic.finding.agreement import (
    RARE,
    Agreement,
    Fact,
    compare_days,
    compare_figures,
    compare_times,
)
from newsroom.text.language.days import Day
from newsroom.text.language.facts import Facts, facts
from newsroom.text.language.figures import Figure
from newsroom.text.language.times import Time
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import Word, terms, words

#: Terms in a sentence of usual length, which BM25 measures others by.
USUAL_LENGTH = 22
#: How soon the repetition of a term stops to count in BM25 (its parameter k1). News sentences are short and
#: repeat few words, so it is low (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
K1 = 0.6
#: How much the length of a passage counts in BM25 (its parameter b).
B = 0.5
#: Two words that begin alike are near from this coefficient of Dice on (see `dice`).
NEAR = 0.5
#: Shorter words, in code points, are near to none, because short words are alike by chance.
SHORTEST_NEAR = 4
#: Nor are words of less weight (IDF), because common words say little.
LEAST_WEIGHT_NEAR = 3.0
#: Near words share so many first letters.
_BEGINNING = 2
#: Passages are otherwise alike from this share of the weight sought on: then sums that differ are of one
#: thing.
ALIKE = 0.5
#: A passage with more figures, days or times than these is a table. They are not compared, because that takes
#: quadratic time.
MOST_FACTS = 20
#: Characters in a row that are compared (`dice`).
_TRIGRAM = 3


class PassageAnalysis:
    """A passage with its terms and facts, each found once."""

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
        """Neighbouring terms (bigrams), which hold the order of the words."""
        return frozenset(pairwise(self.terms))

    @cached_property
    def terms_by_beginning(self) -> Mapping[str, Sequence[str]]:
        """The terms that may be near to another one, by their first letters."""
        terms_by_beginning: defaultdict[str, list[str]] = defaultdict(list)
        for term in self.counts:
            if len(term) >= SHORTEST_NEAR:
                terms_by_beginning[term[:_BEGINNING]].append(term)
        return terms_by_beginning


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a passage shares with the one sought.

    Shares of the weight sought, from 0 to 1: `bm25` as BM25 weighs the shared terms; `coverage` of the terms
    that the passage has; `near` of those it has in another form; `order` of the neighbouring terms; `names`
    of the names. `focus` is the share of the passage's own weight that is sought: how little else it says.
    `shared_weight` is the weight of the shared terms itself, `rare_words` the number of the rare ones among
    them.
    """

    bm25: float
    coverage: float
    near: float
    order: float
    names: float
    focus: float
    shared_weight: float
    rare_words: int
    figures: Agreement[Figure] = field(default_factory=Agreement)
    days: Agreement[Day] = field(default_factory=Agreement)
    times: Agreement[Time] = field(default_factory=Agreement)
    same_names: tuple[str, ...] = ()


def plain_likeness(
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
) -> float:
    """Return BM25 alone, not as a share: enough to choose passages for a closer look."""
    return bm25(_shared_weights(sought, passage, weigh), passage.counts, len(passage.terms))


def compare_passages(
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
    apart: int | None = None,
) -> Likeness:
    """Return what `passage` shares with `sought`.

    `apart` are the days between the publication of their articles, if known. Takes time linear in the passage
    times the terms of `sought` that it lacks.
    """
    sought_weight = _weight_of(sought.counts, weigh)
    shared_weights = _shared_weights(sought, passage, weigh)
    shared_weight = sum(shared_weights.values())
    near_weights = _near_weights(sought, passage, weigh)

    names = _names_sought(sought, passage)
    same_names = {term: names[term] for term in dict.fromkeys(sought.terms) if term in names}
    same_names = {term: name for term, name in same_names.items() if term in passage.counts}

    alike = shared_weight >= ALIKE * (sought_weight or 1.0)
    own_facts, other_facts = sought.facts, passage.facts
    return Likeness(
        bm25=_share(
            bm25(
                shared_weights,
                passage.counts,
                len(passage.terms),
            ),
            sought_weight,
        ),
        coverage=_share(shared_weight, sought_weight),
        near=_share(sum(near_weights), sought_weight),
        order=_share(
            _weight_of_pairs(sought.pairs & passage.pairs, weigh),
            _weight_of_pairs(sought.pairs, weigh),
        ),
        names=_share(_weight_of(same_names, weigh), _weight_of(names, weigh)),
        focus=_share(shared_weight, _weight_of(passage.counts, weigh)),
        shared_weight=shared_weight,
        rare_words=sum(weight >= RARE for weight in shared_weights.values()),
        figures=compare_figures(
            _unless_of_table(own_facts.figures),
            _unless_of_table(other_facts.figures),
            weigh,
            alike=alike,
        ),
        days=compare_days(
            _unless_of_table(own_facts.days),
            _unless_of_table(other_facts.days),
            apart,
        ),
        times=compare_times(
            _unless_of_table(own_facts.times),
            _unless_of_table(other_facts.times),
            alike=alike,
        ),
        same_names=tuple(same_names.values()),
    )


def _unless_of_table(facts_of_kind: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts, or none if there are so many that the passage is a table."""
    if len(facts_of_kind) > MOST_FACTS:
        return ()
    return facts_of_kind


def _share(part: float, whole: float) -> float:
    """Return `part` as a share of `whole`, which is 0 only if the part is."""
    return part / (whole or 1.0)


def _weight_of(chosen_terms: Iterable[str], weigh: Weight) -> float:
    return sum(map(weigh, chosen_terms))


def _weight_of_pairs(pairs: Iterable[tuple[str, str]], weigh: Weight) -> float:
    """Return the weight of neighbouring terms.

    It is summed exactly, because the order of a set differs from process to process, and with it the
    rounding.
    """
    return math.fsum(weigh(first) + weigh(second) for first, second in pairs)


def _shared_weights(
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
) -> dict[str, float]:
    """Return the terms sought that the passage has, with their weights."""
    return {term: weigh(term) for term in sought.counts if term in passage.counts}


def _names_sought(sought: PassageAnalysis, passage: PassageAnalysis) -> dict[str, str]:
    """Return the names of the passage sought, by term.

    A word that opens a sentence has a capital anyway. The other passage may show that it is a name.
    """
    names = dict(sought.facts.names)
    for term, name in passage.facts.names:
        if term in sought.counts:
            names[term] = name
    return names


def bm25(weights: Mapping[str, float], counts: Mapping[str, int], length: int) -> float:
    """Return the Okapi BM25 of a passage.

    `weights` are those of the terms sought that it has, `counts` those of all its terms, `length` is the
    number of its terms.
    """
    damping = K1 * (1 - B + B * length / USUAL_LENGTH)
    total = 0.0
    for term, weight in weights.items():
        count = counts[term]
        total += weight * count * (K1 + 1) / (count + damping)
    return total


def _near_weights(
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
) -> list[float]:
    """Return the weights of the terms that the passage has in another form, each times how near it is."""
    near_weights = []
    for term in sought.counts:
        if term in passage.counts or len(term) < SHORTEST_NEAR:
            continue
        weight = weigh(term)
        if weight < LEAST_WEIGHT_NEAR:
            continue
        forms = passage.terms_by_beginning.get(term[:_BEGINNING], ())
        nearness = max(
            (dice(term, form) for form in forms if form not in sought.counts), default=0.0
        )
        if nearness >= NEAR:
            near_weights.append(weight * nearness)
    return near_weights


@lru_cache(maxsize=50_000)
def dice(word: str, other: str) -> float:
    """Return the coefficient of Sørensen and Dice over the runs of three characters, edges included."""
    runs, other_runs = _trigrams(word), _trigrams(other)
    return 2 * len(runs & other_runs) / (len(runs) + len(other_runs))


@lru_cache(maxsize=50_000)
def _trigrams(term: str) -> frozenset[str]:
    edged = f" {term} "
    starts = range(len(edged) - _TRIGRAM + 1)
    return frozenset(edged[start : start + _TRIGRAM] for start in starts)
