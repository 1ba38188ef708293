"""Measure how similar the spelling of words and passages is, by their runs of three characters (trigrams).

“Unemployment” and “unemployed” share most of their trigrams, although their stems differ.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from newsroom.text.language.word_weights import Weight

#: Number of characters in a run.
_TRIGRAM = 3


@lru_cache(maxsize=50_000)
def trigrams(term: str) -> frozenset[str]:
    """Return the runs of three characters of a term. A space is added at both ends of the term first."""
    return frozenset(_ordered_trigrams(term))


@lru_cache(maxsize=50_000)
def dice(word: str, other: str) -> float:
    """Return the Sørensen-Dice coefficient of two words, from 0 to 1, over their trigrams."""
    runs, other_runs = trigrams(word), trigrams(other)
    return 2 * len(runs & other_runs) / (len(runs) + len(other_runs))


def spelling_cosine(terms: Iterable[str], other_terms: Iterable[str], weigh: Weight) -> float:
    """Return the similarity of the spelling of two passages, from 0 to 1.

    It is the cosine of two vectors of trigrams. Each term of a passage is given once. Each trigram of a term
    gets the weight of the term, divided by the square root of the number of its trigrams. In contrast to a
    sum, a cosine does not prefer long passages.
    """
    vector, other_vector = _vector(terms, weigh), _vector(other_terms, weigh)
    lengths = math.hypot(*vector.values()) * math.hypot(*other_vector.values())
    if not lengths:
        return 0.0
    product = 0.0
    for run, weight in vector.items():
        if run in other_vector:
            product += weight * other_vector[run]
    return product / lengths


def _vector(terms: Iterable[str], weigh: Weight) -> dict[str, float]:
    vector: defaultdict[str, float] = defaultdict(float)
    for term in terms:
        runs = _ordered_trigrams(term)
        weight = weigh(term) / math.sqrt(len(runs))
        for run in runs:
            vector[run] += weight
    return vector


@lru_cache(maxsize=50_000)
def _ordered_trigrams(term: str) -> tuple[str, ...]:
    """Return the trigrams of a term in their order, each once.

    The order makes the rounding of sums the same in every process.
    """
    edged = f" {term} "
    starts = range(len(edged) - _TRIGRAM + 1)
    return tuple(dict.fromkeys(edged[start : start + _TRIGRAM] for start in starts))
