"""How alike words and passages are spelt, by their runs of three characters (trigrams).

“Unemployment” and “unemployed” share most of theirs, whatever their stems are.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from newsroom.text.language.word_weights import Weight

#: Characters in a run.
_TRIGRAM = 3


@lru_cache(maxsize=50_000)
def trigrams(term: str) -> frozenset[str]:
    """Return the runs of three characters of a term, a space at either edge included."""
    return frozenset(_ordered_trigrams(term))


@lru_cache(maxsize=50_000)
def dice(word: str, other: str) -> float:
    """Return the coefficient of Sørensen and Dice over the trigrams of two words."""
    runs, other_runs = trigrams(word), trigrams(other)
    return 2 * len(runs & other_runs) / (len(runs) + len(other_runs))


def spelling_cosine(terms: Iterable[str], other_terms: Iterable[str], weigh: Weight) -> float:
    """Return the cosine of two passages as vectors of trigrams, from 0 to 1.

    The terms of a passage are given each once. The trigrams of a term share its weight: each of them counts
    the weight divided by the root of their number. Long passages are not preferred, as they are by sums.
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
    """Return the trigrams of a term in their order, each once, so that sums are rounded alike everywhere."""
    edged = f" {term} "
    starts = range(len(edged) - _TRIGRAM + 1)
    return tuple(dict.fromkeys(edged[start : start + _TRIGRAM] for start in starts))
