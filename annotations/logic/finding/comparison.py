"""Compare two passages: which words, names, figures, days and times they share, and which differ."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from annotations.logic.finding.agreement import (
    RARE,
    Agreement,
    Fact,
    compare_days,
    compare_figures,
    compare_times,
)
from annotations.logic.finding.spelling import dice, spelling_cosine
from newsroom.text.language.days import Day
from newsroom.text.language.facts import Facts, facts
from newsroom.text.language.figures import Figure
from newsroom.text.language.times import Time
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import Word, terms, words

#: Number of terms in an average sentence, which BM25 needs to rate the length of others.
USUAL_LENGTH = 22
#: The parameter k1 of BM25. With a low value, repeating a term adds little, because news sentences are short
#: and repeat few words (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
K1 = 0.6
#: The parameter b of BM25: how much the length of a passage counts.
B = 0.5
#: Two words with the same first letters are near if they have at least this Dice coefficient (see `dice`).
NEAR = 0.5
#: Shortest word, in code points, that can be near to another, because short words are similar by chance.
SHORTEST_NEAR = 4
#: Least weight (IDF) of a word that can be near to another, because common words say little.
LEAST_WEIGHT_NEAR = 3.0
#: Least weight (IDF) of a word that says something of its own.
TELLING = 3.0
#: Number of first letters that near words must share.
_BEGINNING = 2
#: Passages are alike if they share at least this part of the weight of the searched passage. Then measures
#: that differ are about the same thing.
ALIKE = 0.5
#: A passage with more figures, days or times than this number is a table. They are not compared, because the
#: time is quadratic.
MOST_FACTS = 20


class PassageAnalysis:
    """A passage with its terms and its facts (figures, days, times, names, quotations), each computed once.

    `counts` holds the number of occurrences of each term.
    """

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
    def number_terms(self) -> frozenset[str]:
        """Return the terms of the numbers in its figures, if they are written in digits or as one word."""
        figures = _unless_of_table(self.facts.figures)
        return frozenset(
            part for figure in figures for part in terms(figure.text) if part[:1].isdigit()
        )

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of neighbouring terms (bigrams), which represent the order of the words."""
        return frozenset(pairwise(self.terms))

    @cached_property
    def terms_by_beginning(self) -> Mapping[str, Sequence[str]]:
        """Return the terms that are long enough to be another form of a term, by their first letters."""
        terms_by_beginning: defaultdict[str, list[str]] = defaultdict(list)
        for term in self.counts:
            if len(term) >= SHORTEST_NEAR:
                terms_by_beginning[term[:_BEGINNING]].append(term)
        return terms_by_beginning


@dataclass(frozen=True, slots=True)
class Likeness:
    """The result of comparing a passage with the searched passage.

    These are shares of the weight of the searched passage, from 0 to 1: `bm25` for the shared terms as BM25
    weighs them; `coverage` for the terms that the passage has; `near` for the terms that it has in another
    form; `order` for the pairs of neighbouring terms; `names` for the names. `focus` is the share of the
    passage's weight that is in the searched passage. `spelling` is the cosine of both passages by their
    sequences of three characters. `shared_weight` is the sum of the weights of the shared terms,
    `telling_words` the number of those that are not common, and `rare_words` the number of rare ones.
    `figures`, `days` and `times` say which of them agree and which differ. `other_figures` is true if both
    passages have figures and no number is the same. `same_names` are the shared names.
    """

    bm25: float
    coverage: float
    near: float
    order: float
    names: float
    focus: float
    spelling: float
    shared_weight: float
    telling_words: int
    rare_words: int
    figures: Agreement[Figure] = field(default_factory=Agreement)
    days: Agreement[Day] = field(default_factory=Agreement)
    times: Agreement[Time] = field(default_factory=Agreement)
    other_figures: bool = False
    same_names: tuple[str, ...] = ()


def plain_likeness(
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
) -> float:
    """Return the BM25 score of `passage` for the searched passage `sought`.

    It is fast to compute and serves to choose the passages for a full comparison.
    """
    return bm25(_shared_weights(sought, passage, weigh), passage.counts, len(passage.terms))


def compare_passages(
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
    apart: int | None = None,
) -> Likeness:
    """Compare `passage` with the searched passage `sought`.

    `apart` is the number of days between their articles, or None if it is not known. The time is linear in
    the length of the passage times the number of terms of `sought` that it lacks.
    """
    sought_weight = _weight_of(sought.counts, weigh)
    shared_weights = _shared_weights(sought, passage, weigh)
    shared_weight = sum(shared_weights.values())
    near_weights = _near_weights(sought, passage, weigh)

    names = _names_sought(sought, passage)
    # `dict.fromkeys` keeps the order of the sought passage, so that reasons name people in this order.
    same_names = {term: names[term] for term in dict.fromkeys(sought.terms) if term in names}
    same_names = {term: name for term, name in same_names.items() if term in passage.counts}

    # Only passages that share most of their words can be expected to mean the same measures.
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
        spelling=spelling_cosine(sought.counts, passage.counts, weigh),
        shared_weight=shared_weight,
        telling_words=sum(weight >= TELLING for weight in shared_weights.values()),
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
        other_figures=_have_other_figures(own_facts.figures, other_facts.figures),
        same_names=tuple(same_names.values()),
    )


def _have_other_figures(figures: tuple[Figure, ...], others: tuple[Figure, ...]) -> bool:
    """Return whether both passages have figures, but no number in common. A table has no figures here."""
    numbers = {figure.value for figure in _unless_of_table(figures)}
    other_numbers = {figure.value for figure in _unless_of_table(others)}
    return bool(numbers and other_numbers) and numbers.isdisjoint(other_numbers)


def _unless_of_table(facts_of_kind: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts, or an empty tuple if there are so many that the passage is a table."""
    if len(facts_of_kind) > MOST_FACTS:
        return ()
    return facts_of_kind


def _share(part: float, whole: float) -> float:
    """Return `part / whole`, or 0 if `whole` is 0."""
    return part / (whole or 1.0)


def _weight_of(chosen_terms: Iterable[str], weigh: Weight) -> float:
    return sum(map(weigh, chosen_terms))


def _weight_of_pairs(pairs: Iterable[tuple[str, str]], weigh: Weight) -> float:
    """Return the sum of the weights of all terms in the pairs.

    The sum is computed without rounding errors. Otherwise it would depend on the order of the set, which
    differs between processes.
    """
    return math.fsum(weigh(first) + weigh(second) for first, second in pairs)


def _shared_weights(
    sought: PassageAnalysis,
    passage: PassageAnalysis,
    weigh: Weight,
) -> dict[str, float]:
    """Return the terms that both passages have, each with its weight (IDF)."""
    return {term: weigh(term) for term in sought.counts if term in passage.counts}


def _names_sought(sought: PassageAnalysis, passage: PassageAnalysis) -> dict[str, str]:
    """Return the names in the searched passage, by their terms.

    The first word of a sentence always has a capital, so it counts as a name only if `passage`, the other
    passage, shows that it is one.
    """
    names = dict(sought.facts.names)
    for term, name in passage.facts.names:
        if term in sought.counts:
            names[term] = name
    return names


def bm25(weights: Mapping[str, float], counts: Mapping[str, int], length: int) -> float:
    """Return the Okapi BM25 score of a passage.

    `weights` has the weights of the searched terms that the passage contains, `counts` the number of
    occurrences of all its terms, and `length` is their total number.
    """
    # Long passages contain more words by chance, so each word counts less in them.
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
    """Return the weights of the searched terms that the passage has in another form.

    Each weight is multiplied by the similarity of both forms. The list is empty if there is no such term.
    """
    near_weights = []
    for term in sought.counts:
        # A term that the passage has in the same form is counted already.
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
