"""How much what two passages share counts: a score to order by, and a certainty to stay silent by.

The numbers were chosen on one half of a development set and checked on the other, both ways round; they are few and
plain, so that they hold elsewhere. `tests/bench/finding.py` measures them.
"""

import math
from collections.abc import Set
from dataclasses import dataclass

from annotations.logic.comparing import Likeness, Told
from newsroom.text.commonness import Weight
from newsroom.text.model import Span
from newsroom.text.words import terms

#: Characters around a sentence, and of its article's beginning, that tell what event it speaks of.
AROUND, LEAD = 500, 300
#: What each counts beside BM25's share of the weight sought, which counts 1.
NEAR, ORDER, NAMES, NARROW = 0.1, 0.03, 0.08, 0.03
SAME_FIGURE, OTHER_FIGURE, SAME_DAY, OTHER_DAY = 0.05, -0.25, 0.03, -0.2
SURROUNDINGS, BACKGROUND, KINSHIP = 0.2, 0.1, 0.2
#: What has to be told for even odds that two passages speak of one event.
EVEN = 4.5
#: What the background tells on average, where it is not known.
USUAL_BACKGROUND = 0.75
#: The most it can tell: a passage must speak for itself, however alike the two articles are.
MOST_BACKGROUND = 2.0
#: Passages that share less of the sought weight are never certain.
LEAST_FOUND = 0.15


@dataclass(frozen=True, slots=True)
class Setting:
    """What the surroundings of a sentence add.

    `around`: share of the sought weight that stands near the sentence, not in it. `back`: share of the sentence's
    weight that the sought passage's own article says elsewhere. `kinship`: cosine of the two surroundings. The last two
    are None where that article is not known.
    """

    around: float
    back: float | None = None
    kinship: float | None = None


def setting(sought: Told, told: Told, text: str, span: Span, background: Set[str], weigh: Weight) -> Setting:
    """The surroundings of `told`, at `span` of `text`. `background`: the terms of the sought passage's own article."""
    near = f"{text[:LEAD]} {text[max(0, span.start - AROUND) : span.start]} {text[span.end : span.end + AROUND]}"
    nearby = set(terms(near))
    total = sum(map(weigh, sought.counts)) or 1.0
    around = sum(weigh(term) for term in sought.counts if term in nearby and term not in told.counts) / total
    if not background:
        return Setting(around)
    own = told.counts.keys()
    back = sum(map(weigh, own & background)) / (sum(map(weigh, own)) or 1.0)
    both = sum(map(weigh, nearby & background))
    sizes = sum(map(weigh, nearby)) * sum(map(weigh, background))
    return Setting(around, back, both / math.sqrt(sizes) if sizes else 0.0)


def score(likeness: Likeness, setting: Setting) -> float:
    """What candidates are ordered by: about 0 for unlike passages, about 1 for the same in other surroundings."""
    return (
        likeness.words
        + NEAR * likeness.near
        + ORDER * likeness.order
        + NAMES * likeness.names
        + NARROW * likeness.narrow
        + SAME_FIGURE * min(2, len(likeness.same_figures))
        + OTHER_FIGURE * min(2, len(likeness.other_figures))
        + SAME_DAY * bool(likeness.same_days)
        + OTHER_DAY * bool(likeness.other_days)
        + SURROUNDINGS * setting.around
        + BACKGROUND * (setting.back or 0.0)
        + KINSHIP * (setting.kinship or 0.0)
    )


def certainty(likeness: Likeness, setting: Setting) -> float:
    """How likely it is, 0 to 1, that two passages speak of one event: a logistic of what they share."""
    if likeness.found < LEAST_FOUND:
        return 0.0
    background = USUAL_BACKGROUND
    if setting.back is not None and setting.kinship is not None:
        background = min(MOST_BACKGROUND, 2.3 * setting.back + 2.9 * setting.kinship)
    told = (
        1.4 * likeness.words
        + 0.3 * likeness.order
        + 0.9 * likeness.names
        + 1.2 * likeness.narrow
        + 0.7 * min(2, len(likeness.same_figures))
        - 1.0 * min(2, len(likeness.other_figures))
        + 1.5 * bool(likeness.same_days)
        - 0.6 * bool(likeness.other_days)
        + 1.3 * math.sqrt(likeness.found * likeness.narrow)
        + likeness.shared / 50
        + 0.35 * likeness.telling
        + 1.4 * setting.around
        + background
    )
    return 1 / (1 + math.exp(EVEN - told))
