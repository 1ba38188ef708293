"""How much it counts what two passages share: a score to order by, and a certainty to stay silent by.

Both are sums of what was measured, each feature times its coefficient. Certainty is a logistic regression:
the sum is the logarithm of the odds that both passages speak of one event.

The coefficients were chosen on one half of a development set of news sentences and checked on the other half,
both ways round. They are few and plain numbers, so that they hold elsewhere. `tests/bench/fit_certainty.py`
fits those of certainty to a labelled set and prints them beside these; `tests/bench/finding.py` measures how
well passages are found.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from annotations.logic.finding.comparison import Likeness
from annotations.logic.finding.surroundings import Surroundings

#: What each feature counts in the score. BM25's share of the weight sought is the measure of the others.
SCORE: Mapping[str, float] = MappingProxyType(
    {
        "bm25": 1.0,
        "near": 0.1,
        "order": 0.03,
        "names": 0.08,
        "focus": 0.03,
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
#: What each feature adds to the logarithm of the odds that two passages speak of one event.
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
    }
)
#: The logarithm of the odds of passages that share nothing (the intercept).
INTERCEPT = -4.45
#: What the background and the cosine count in the feature `articles`: how alike the two articles are.
ARTICLES_BACKGROUND, ARTICLES_COSINE = 2.3, 2.9
#: The most that `articles` can be: a passage must speak for itself, however alike the two articles are.
MOST_ARTICLES = 2.0
#: What `articles` is on average, for a passage whose own article is not known.
USUAL_ARTICLES = 0.85

#: More figures than these, the same or differing, count no more.
MOST_FIGURES = 2
#: What the passage sought stands beside counts in full from this BM25 on.
ENOUGH = 0.15
#: If so much more of a sentence stands in one other sentence of the sought passage's article than in the
#: passage, it is not yet taken to answer to that one, because alike sentences follow each other in a report.
OVERLOOKED = 0.2
#: From more days than these between two articles, they more likely speak of two events.
FAR, VERY_FAR = 21, 90
#: Passages that share less of the sought weight than this are never certain to be of one event.
LEAST_COVERAGE = 0.15
#: Nor are passages that share less weight than this, unless most of the weight sought is shared.
LEAST_SHARED_WEIGHT, MOST_OF_IT = 12.0, 0.6


def score(likeness: Likeness, surroundings: Surroundings) -> float:
    """Return what candidates are ordered by: about 0 for unlike passages, about 1 for the same words."""
    features = score_features(likeness, surroundings)
    return sum(SCORE[name] * value for name, value in features.items())


def certainty(likeness: Likeness, surroundings: Surroundings) -> float:
    """Return how likely it is, from 0 to 1, that two passages speak of one event."""
    if not _may_be_certain(likeness):
        return 0.0
    features = certainty_features(likeness, surroundings)
    log_odds = INTERCEPT + sum(CERTAINTY[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-log_odds))


def score_features(likeness: Likeness, surroundings: Surroundings) -> dict[str, float]:
    """Return what the score counts, by the names of `SCORE`."""
    elsewhere = surroundings.elsewhere or 0.0
    # What stands beside the passage is no evidence if the passage itself shares next to nothing.
    relevance = min(1.0, likeness.bm25 / ENOUGH)
    return {
        "bm25": likeness.bm25,
        "near": likeness.near,
        "order": likeness.order,
        "names": likeness.names,
        "focus": likeness.focus,
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
    """Return what certainty counts, by the names of `CERTAINTY`."""
    return {
        "bm25": likeness.bm25,
        "order": likeness.order,
        "names": likeness.names,
        "focus": likeness.focus,
        **_fact_features(likeness),
        # The geometric mean: high only if both passages say most of what the other says.
        "mutual": math.sqrt(likeness.coverage * likeness.focus),
        "shared_weight": likeness.shared_weight,
        "rare_words": float(likeness.rare_words),
        "nearby": surroundings.nearby,
        "before": surroundings.before or 0.0,
        "articles": _likeness_of_articles(surroundings),
        "undated": float(surroundings.days is None and surroundings.undated),
        "far": float(_is_apart(surroundings, FAR)),
        "very_far": float(_is_apart(surroundings, VERY_FAR)),
    }


def _fact_features(likeness: Likeness) -> dict[str, float]:
    return {
        "same_figures": float(min(MOST_FIGURES, len(likeness.figures.same))),
        "differing_figures": float(min(MOST_FIGURES, len(likeness.figures.differing))),
        "same_days": float(bool(likeness.days.same)),
        "differing_days": float(bool(likeness.days.differing)),
    }


def _may_be_certain(likeness: Likeness) -> bool:
    if likeness.coverage < LEAST_COVERAGE:
        return False
    return likeness.shared_weight >= LEAST_SHARED_WEIGHT or likeness.coverage >= MOST_OF_IT


def _likeness_of_articles(surroundings: Surroundings) -> float:
    if surroundings.background is None or surroundings.cosine is None:
        return USUAL_ARTICLES
    alike = ARTICLES_BACKGROUND * surroundings.background + ARTICLES_COSINE * surroundings.cosine
    return min(MOST_ARTICLES, alike)


def _is_apart(surroundings: Surroundings, days: int) -> bool:
    return surroundings.days is not None and surroundings.days > days
