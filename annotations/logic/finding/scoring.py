"""How much what two passages share counts: a score to order by, and a certainty to stay silent by.

The numbers were chosen on one half of a development set and checked on the other, both ways round; they are
few and plain, so that they hold elsewhere. `tests/bench/finding.py` measures them.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotations.logic.finding.comparison import Likeness, PassageAnalysis
from newsroom.text.language.sentences import sentences_within
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: Characters around a sentence, and of its article's beginning, that tell what event it speaks of.
AROUND, LEAD = 500, 300
#: Characters right before and right after the passage sought. Its pronouns speak of what stands before.
NEXT = 200
#: What each counts beside BM25's share of the weight sought, which counts 1.
NEAR, ORDER, NAMES, NARROW = 0.1, 0.03, 0.08, 0.03
SAME_FIGURE, OTHER_FIGURE, SAME_DAY, OTHER_DAY = 0.05, -0.25, 0.03, -0.2
SURROUNDINGS, BACKGROUND, KINSHIP, BEFORE, AFTER = 0.2, 0.1, 0.2, 0.35, 0.1
#: What the passage sought stands beside counts in full where so much of its own words is shared.
ENOUGH = 0.15
#: What is taken off by how much more of a sentence stands in one other sentence of the sought passage's
#: article than in the passage: it speaks of that one. So much more is overlooked: alike sentences follow each
#: other in a report.
SPOKEN_FOR, OVERLOOKED = -0.4, 0.2
#: From how many days between two articles they more likely tell of two events, and what that takes off
#: certainty.
FAR, VERY_FAR = 21, 90
APART, FAR_APART, FAR_BEHIND = 1.0, 2.0, -0.05
#: What that takes off where one article's day is known and the other's is not: it may be of any time.
UNDATED = 0.5
#: What has to be told for even odds that two passages speak of one event.
EVEN = 4.45
#: What the background tells on average, where it is not known.
USUAL_BACKGROUND = 0.85
#: The most it can tell: a passage must speak for itself, however alike the two articles are.
MOST_BACKGROUND = 2.0
#: Passages are never certain that share less of the sought weight; nor less weight, unless most of it is
#: found.
LEAST_FOUND, LEAST_SHARED, MOSTLY = 0.15, 12.0, 0.6


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the surroundings of a sentence add.

    `around`: share of the sought weight that stands near the sentence, not in it. `back`: share of the
    sentence's weight that the sought passage's own article says elsewhere, `before` and `after`: that it says
    right before and right after it. `kinship`: cosine of the two surroundings. `elsewhere`: share of the
    sentence's weight that one other sentence of that article holds, the one that holds most. These are None
    where that article is not known. `days`: between the two articles, where both days are known; `undated`:
    only that of the passage's own article is.
    """

    around: float
    back: float | None = None
    kinship: float | None = None
    before: float | None = None
    after: float | None = None
    elsewhere: float | None = None
    days: int | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """Of the article the sought passage stands in: its terms, and those right before and after the passage,
    without its own. `weight` is that of all its terms. `holding`: the numbers of its sentences that hold a
    term, but for the passage itself and what stands right before it, of which the passage speaks too.
    """

    terms: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    weight: float = 0.0
    holding: Mapping[str, Sequence[int]] = field(default_factory=dict)


def background_of(sought: PassageAnalysis, text: str, weigh: Weight) -> ArticleContext:
    """The background of a passage of `text`; an empty text is none."""
    own = sought.counts.keys()
    # White space may differ: a passage that was typed or pasted lacks the no-break spaces of a page.
    found = re.search(r"\s+".join(map(re.escape, sought.text.split())), text)
    before = text[max(0, found.start() - NEXT) : found.start()] if found else ""
    after = text[found.end() :][:NEXT] if found else ""
    elsewhere = frozenset(terms(text)) - own
    weight = sum(map(weigh, elsewhere))
    left_out = Span(max(0, found.start() - NEXT), found.end()) if found else Span(0, 0)
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, span in enumerate(sentences_within(text, 0, len(text))):
        if not span.overlaps(left_out):
            for term in set(terms(text[span.start : span.end])):
                holding[term].append(number)
    return ArticleContext(
        elsewhere, frozenset(terms(before)) - own, frozenset(terms(after)) - own, weight, holding
    )


def setting(
    sought: PassageAnalysis,
    told: PassageAnalysis,
    text: str,
    span: Span,
    background: ArticleContext,
    weigh: Weight,
) -> Surroundings:
    """The surroundings of `told`, at `span` of `text`, set against the background of the passage sought."""
    near = (
        f"{text[:LEAD]} {text[max(0, span.start - AROUND) : span.start]} {text[span.end : span.end + AROUND]}"
    )
    nearby = set(terms(near))
    total = sum(map(weigh, sought.counts)) or 1.0
    around = sum(weigh(term) for term in sought.counts if term in nearby and term not in told.counts) / total
    if not background.terms:
        return Surroundings(around)
    own = told.counts.keys()
    said = sum(map(weigh, own)) or 1.0
    both = sum(map(weigh, nearby & background.terms))
    sizes = sum(map(weigh, nearby)) * background.weight
    return Surroundings(
        around,
        back=sum(map(weigh, own & background.terms)) / said,
        kinship=both / math.sqrt(sizes) if sizes else 0.0,
        before=sum(map(weigh, own & background.before)) / said,
        after=sum(map(weigh, own & background.after)) / said,
        elsewhere=_most_held(own, background.holding, weigh) / said,
    )


def _most_held(own: Iterable[str], holding: Mapping[str, Sequence[int]], weigh: Weight) -> float:
    """The most weight of `own` terms that one of the sentences in `holding` holds."""
    sums: defaultdict[int, float] = defaultdict(float)
    for term in own:
        for number in holding.get(term, ()):
            sums[number] += weigh(term)
    return max(sums.values(), default=0.0)


def score(likeness: Likeness, setting: Surroundings) -> float:
    """What candidates are ordered by: about 0 for unlike passages, about 1 for the same in other
    surroundings.
    """
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
        + min(1.0, likeness.words / ENOUGH)
        * (BEFORE * (setting.before or 0.0) + AFTER * (setting.after or 0.0))
        + SPOKEN_FOR * max(0.0, (setting.elsewhere or 0.0) - likeness.narrow - OVERLOOKED)
        + FAR_BEHIND * (setting.days is not None and setting.days > FAR)
    )


def certainty(likeness: Likeness, setting: Surroundings) -> float:
    """How likely it is, 0 to 1, that two passages speak of one event: a logistic of what they share."""
    if likeness.found < LEAST_FOUND or (likeness.shared < LEAST_SHARED and likeness.found < MOSTLY):
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
        + 1.0 * (setting.before or 0.0)
        + background
        - _doubt(setting)
    )
    return 1 / (1 + math.exp(EVEN - told))


def _doubt(setting: Surroundings) -> float:
    """What the days of the two articles take off."""
    if setting.days is None:
        return UNDATED if setting.undated else 0.0
    if setting.days <= FAR:
        return 0.0
    return FAR_APART if setting.days > VERY_FAR else APART
