"""What stands around two passages: whether they speak of the same event shows there too."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotations.logic.finding.comparison import PassageAnalysis
from newsroom.text.language.sentences import sentences_within
from newsroom.text.language.word_weights import Weight
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: Code points on either side of a sentence that say what event it speaks of.
AROUND = 500
#: Code points at the beginning of an article that say so too.
LEAD = 300
#: Code points right before and right after the passage sought. Its pronouns speak of what stands before it.
NEXT = 200


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the surroundings of a sentence add to its likeness with the passage sought.

    `nearby`: share of the sought weight that stands near the sentence and not in it. The next five are None
    if the article of the passage sought is not known. Shares of the sentence's weight: `background` is said
    elsewhere in that article, `before` right before the passage, `after` right after it, `elsewhere` in the
    one other sentence of it that says most. `cosine` is that of the surroundings of both. `days` are those
    between the two articles, if both dates are known; `undated`: only the date of that article is.
    """

    nearby: float
    background: float | None = None
    cosine: float | None = None
    before: float | None = None
    after: float | None = None
    elsewhere: float | None = None
    days: int | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """The article that the passage sought stands in, without the terms of the passage itself.

    `terms` are all others, `weight` is theirs; `before` and `after` are those right before and right after
    the passage. `sentences_with` gives for each term the numbers of the sentences that have it. The passage
    and what stands right before it are left out there, because the passage speaks of that too.
    """

    terms: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    weight: float = 0.0
    sentences_with: Mapping[str, Sequence[int]] = field(default_factory=dict)


def context_of(sought: PassageAnalysis, text: str, weigh: Weight) -> ArticleContext:
    """Return the context that `text`, an article, gives a passage of it. An empty text gives none."""
    own_terms = sought.counts.keys()
    article_terms = frozenset(terms(text)) - own_terms
    place = _place_of(sought.text, text)
    before = after = ""
    left_out = Span(0, 0)
    if place is not None:
        begin = max(0, place.start - NEXT)
        before = text[begin : place.start]
        after = text[place.end : place.end + NEXT]
        left_out = Span(begin, place.end)
    return ArticleContext(
        terms=article_terms,
        before=frozenset(terms(before)) - own_terms,
        after=frozenset(terms(after)) - own_terms,
        weight=_weight_of(article_terms, weigh),
        sentences_with=_sentences_by_term(text, left_out),
    )


def _place_of(passage: str, text: str) -> Span | None:
    """Return where the passage stands in the text.

    White space may differ: a passage that was typed or pasted lacks the no-break spaces of a page.
    """
    pattern = r"\s+".join(map(re.escape, passage.split()))
    match = re.search(pattern, text)
    if match is None:
        return None
    return Span(match.start(), match.end())


def _sentences_by_term(text: str, left_out: Span) -> Mapping[str, Sequence[int]]:
    """Return the numbers of the sentences that have each term, without those that overlap `left_out`."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, span in enumerate(sentences_within(text, 0, len(text))):
        if span.overlaps(left_out):
            continue
        for term in set(terms(text[span.start : span.end])):
            numbers[term].append(number)
    return numbers


def surroundings_of(
    sought: PassageAnalysis,
    sentence: PassageAnalysis,
    text: str,
    span: Span,
    context: ArticleContext,
    weigh: Weight,
) -> Surroundings:
    """Return what surrounds `sentence`, which stands at `span` of `text`, compared with `context`."""
    nearby_terms = _nearby_terms(text, span)
    missing = [
        term for term in sought.counts if term in nearby_terms and term not in sentence.counts
    ]
    nearby = _weight_of(missing, weigh) / (_weight_of(sought.counts, weigh) or 1.0)
    if not context.terms:
        return Surroundings(nearby)

    own_terms = sentence.counts.keys()
    own_weight = _weight_of(own_terms, weigh) or 1.0
    return Surroundings(
        nearby,
        background=_weight_of(own_terms & context.terms, weigh) / own_weight,
        cosine=_cosine(nearby_terms, context, weigh),
        before=_weight_of(own_terms & context.before, weigh) / own_weight,
        after=_weight_of(own_terms & context.after, weigh) / own_weight,
        elsewhere=_most_in_one_sentence(own_terms, context, weigh) / own_weight,
    )


def _nearby_terms(text: str, span: Span) -> set[str]:
    """Return the terms around `span`, and those at the beginning of the text."""
    before = text[max(0, span.start - AROUND) : span.start]
    after = text[span.end : span.end + AROUND]
    return set(terms(f"{text[:LEAD]} {before} {after}"))


def _cosine(nearby_terms: set[str], context: ArticleContext, weigh: Weight) -> float:
    """Return the cosine of two sets of terms, each term as long as the root of its weight."""
    product_of_weights = _weight_of(nearby_terms, weigh) * context.weight
    if not product_of_weights:
        return 0.0
    return _weight_of(nearby_terms & context.terms, weigh) / math.sqrt(product_of_weights)


def _most_in_one_sentence(
    own_terms: Iterable[str],
    context: ArticleContext,
    weigh: Weight,
) -> float:
    """Return the most weight of `own_terms` that a single sentence of the context has."""
    weights: defaultdict[int, float] = defaultdict(float)
    for term in own_terms:
        for number in context.sentences_with.get(term, ()):
            weights[number] += weigh(term)
    return max(weights.values(), default=0.0)


def _weight_of(chosen_terms: Iterable[str], weigh: Weight) -> float:
    return sum(map(weigh, chosen_terms))
