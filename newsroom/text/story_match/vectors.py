"""Compute vectors of terms (TF-IDF), their centroid, and the cosine between two vectors."""

import math
from collections import defaultdict
from collections.abc import Collection, Container, Mapping

from newsroom.text.language.word_weights import Weight

#: A vector as {term: weight}. All vectors here have length 1, or length 0 if they are empty.
Vector = Mapping[str, float]


def vector_of(
    counts: Mapping[str, int],
    names: Container[str],
    idf: Weight,
    name_weight: float,
) -> Vector:
    """Return the vector of a text from the counts of its terms (TF-IDF with logarithmic term frequency).

    The vector has length 1. The weight of a term in `names` is multiplied by `name_weight` first.
    """
    weights = {}
    for term, count in counts.items():
        frequency = 1 + math.log(count)
        weight = frequency * idf(term)
        if term in names:
            weight *= name_weight
        weights[term] = weight
    return _unit(weights)


def centroid(vectors: Collection[Vector]) -> Vector:
    """Return the mean of `vectors`, scaled to length 1. It is empty if there are no vectors."""
    sums: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            sums[term] += weight
    return _unit(sums)


def cosine(first: Vector, second: Vector) -> float:
    """Return the similarity of two vectors of length 1, from 0 to 1."""
    shorter, longer = sorted((first, second), key=len)
    return sum(weight * longer[term] for term, weight in shorter.items() if term in longer)


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    if not length:
        return vector
    return {term: weight / length for term, weight in vector.items()}
