"""Rate what two passages share: a score to order candidates, and a certainty to decide which are offered.

Both are sums of features, each times its coefficient. The certainty is a logistic regression: the sum is the
logarithm of the odds that both passages are about the same event.

The coefficients were chosen on one half of a development set of news sentences and checked on the other half,
in both directions. They are few and round numbers, so that they also fit other texts. Those of the certainty
were cross-validated by topic in five folds of some 2,900 pairs: their mean log loss is 0.302, that of
coefficients fitted to the other four folds 0.306. Where 90 % of the pairs of one event pass, 23.0 % of those
of two events pass too, and 23.7 % with the fitted ones (without the rules of `_may_be_certain`). So no fit to
this set is better on topics that it has not seen.
`tests/bench/fit_certainty.py` fits the coefficients of the certainty to a labelled set and prints them next
to these. `tests/bench/finding.py` measures how well passages are found.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from annotations.logic.finding.comparison import Likeness
from annotations.logic.finding.surroundings import Surroundings

#: The coefficients of the score. They are relative to `bm25`, the share of the searched weight.
SCORE: Mapping[str, float] = MappingProxyType(
    {
        "bm25": 1.0,
        "near": 0.1,
        "order": 0.03,
        "names": 0.08,
        "focus": 0.03,
        "spelling": 0.6,
        "same_figures": 0.05,
        "differing_figures": -0.25,
        "same_days": 0.03,
        "differing_days": -0.2,
        "nearby": 0.2,
        "background": 0.1,
        "cosine": 0.2,
        "before": 0.35,
        "after": 0.1,
        "said_by_another": -0.4,
        "far": -0.05,
    }
)
#: The coefficients of the certainty: each feature adds to the logarithm of the odds.
CERTAINTY: Mapping[str, float] = MappingProxyType(
    {
        "bm25": 1.4,
        "order": 0.3,
        "names": 0.9,
        "focus": 1.2,
        "same_figures": 0.7,
        "differing_figures": -1.0,
        "same_days": 1.5,
        "differing_days": -0.6,
        "mutual": 1.3,
        "shared_weight": 0.02,
        "rare_words": 0.35,
        "nearby": 1.4,
        "before": 1.0,
        "articles": 1.0,
        "undated": -0.5,
        "far": -1.0,
        "very_far": -1.0,
        "other_figures": -0.75,
        "absent_number": -0.75,
    }
)
#: The intercept: the logarithm of the odds if two passages share nothing.
INTERCEPT = -4.25
#: The coefficients of the feature `articles`, which measures how similar the two articles are.
ARTICLES_BACKGROUND, ARTICLES_COSINE = 2.3, 2.9
#: The largest value of `articles`: a passage needs evidence of its own, however similar the articles are.
MOST_ARTICLES = 2.0
#: The average value of `articles`, used if the article of the searched passage is unknown.
USUAL_ARTICLES = 0.85

#: Most figures that count, for those that agree and for those that differ.
MOST_FIGURES = 2
#: Least BM25 share at which the text around the searched passage counts fully.
ENOUGH = 0.15
#: A sentence may match another sentence of the searched article better than the searched passage. The
#: difference must exceed this number, because similar sentences follow each other in a report.
OVERLOOKED = 0.2
#: If more days than these are between two articles, they are more likely about two events.
FAR, VERY_FAR = 21, 90
#: Least share of the searched weight that a certain candidate must have.
LEAST_COVERAGE = 0.15
#: Least shared weight that a certain candidate must have, unless most of the searched weight is shared.
LEAST_SHARED_WEIGHT, MOST_OF_IT = 12.0, 0.6
#: Least number of shared words that are not common, because one name alone makes no event.
LEAST_TELLING_WORDS = 2


def score(likeness: Likeness, surroundings: Surroundings) -> float:
    """Return the score of a candidate: about 0 for different passages, 1 to 2 for the same words.

    Candidates are ordered by the score.
    """
    features = score_features(likeness, surroundings)
    return sum(SCORE[name] * value for name, value in features.items())


def certainty(likeness: Likeness, surroundings: Surroundings) -> float:
    """Return the probability, from 0 to 1, that two passages are about the same event.

    It is 0 if they share too little.
    """
    if not _may_be_certain(likeness):
        return 0.0
    features = certainty_features(likeness, surroundings)
    log_odds = INTERCEPT + sum(CERTAINTY[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-log_odds))


def score_features(likeness: Likeness, surroundings: Surroundings) -> dict[str, float]:
    """Return the features of the score by their names, which are the keys of `SCORE`."""
    elsewhere = surroundings.elsewhere or 0.0
    # The text around a passage is not evidence if the passage itself shares almost nothing.
    relevance = min(1.0, likeness.bm25 / ENOUGH)
    return {
        "bm25": likeness.bm25,
        "near": likeness.near,
        "order": likeness.order,
        "names": likeness.names,
        "focus": likeness.focus,
        # If the article that the passage sought stands in is known, its words tell more than spelling does.
        "spelling": likeness.spelling if surroundings.cosine is None else 0.0,
        **_fact_features(likeness),
        "nearby": surroundings.nearby,
        "background": surroundings.background or 0.0,
        "cosine": surroundings.cosine or 0.0,
        "before": relevance * (surroundings.before or 0.0),
        "after": relevance * (surroundings.after or 0.0),
        "said_by_another": max(0.0, elsewhere - likeness.focus - OVERLOOKED),
        "far": float(_is_apart(surroundings, FAR)),
    }


def certainty_features(likeness: Likeness, surroundings: Surroundings) -> dict[str, float]:
    """Return the features of the certainty by their names, which are the keys of `CERTAINTY`."""
    return {
        "bm25": likeness.bm25,
        "order": likeness.order,
        "names": likeness.names,
        "focus": likeness.focus,
        **_fact_features(likeness),
        # The geometric mean is high only if each passage contains most of the other.
        "mutual": math.sqrt(likeness.coverage * likeness.focus),
        "shared_weight": likeness.shared_weight,
        "rare_words": float(likeness.rare_words),
        "nearby": surroundings.nearby,
        "before": surroundings.before or 0.0,
        "articles": _likeness_of_articles(surroundings),
        "undated": float(surroundings.days is None and surroundings.undated),
        "far": float(_is_apart(surroundings, FAR)),
        "very_far": float(_is_apart(surroundings, VERY_FAR)),
        # Two similar events, such as two quakes, differ most often in their numbers.
        "other_figures": float(likeness.other_figures),
        "absent_number": float(surroundings.absent_number),
    }


def _fact_features(likeness: Likeness) -> dict[str, float]:
    return {
        "same_figures": float(min(MOST_FIGURES, len(likeness.figures.same))),
        "differing_figures": float(min(MOST_FIGURES, len(likeness.figures.differing))),
        "same_days": float(bool(likeness.days.same)),
        "differing_days": float(bool(likeness.days.differing)),
    }


def _may_be_certain(likeness: Likeness) -> bool:
    if likeness.coverage < LEAST_COVERAGE or likeness.telling_words < LEAST_TELLING_WORDS:
        return False
    return likeness.shared_weight >= LEAST_SHARED_WEIGHT or likeness.coverage >= MOST_OF_IT


def _likeness_of_articles(surroundings: Surroundings) -> float:
    if surroundings.background is None or surroundings.cosine is None:
        return USUAL_ARTICLES
    alike = ARTICLES_BACKGROUND * surroundings.background + ARTICLES_COSINE * surroundings.cosine
    return min(MOST_ARTICLES, alike)


def _is_apart(surroundings: Surroundings, days: int) -> bool:
    return surroundings.days is not None and surroundings.days > days
