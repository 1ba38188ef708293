"""Compare the text next to two passages. It also shows whether they are about the same event."""

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

#: Number of code points before and after a sentence that are read.
AROUND = 500
#: Number of code points at the start of an article that are read.
LEAD = 300
#: Number of code points directly before and after the searched passage. Its pronouns refer to the text before
#: it.
NEXT = 200


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How much the text next to a sentence agrees with the text next to the searched passage.

    `nearby` is the share of the weight of the searched passage that is in the text near the sentence, but not
    in the sentence. `absent_number` is true if a number of the searched passage is neither in the sentence
    nor near it. The other values up to `elsewhere` are None if the article of the searched passage is
    unknown. Four of them are shares of the weight of the sentence: `background` is anywhere in that article,
    `before` directly before the searched passage, `after` directly after it, and `elsewhere` in the one other
    sentence of the article that has the most. `cosine` is the similarity of the text near the sentence and
    that article. `days` is the number of days between the articles, or None if it is not known. `undated` is
    true if only the date of the searched passage's article is known.
    """

    nearby: float
    background: float | None = None
    cosine: float | None = None
    before: float | None = None
    after: float | None = None
    elsewhere: float | None = None
    days: int | None = None
    undated: bool = False
    absent_number: bool = False


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """The article of the searched passage, compared by terms.

    `terms` are all terms of the article that the passage does not have, and `weight` is the sum of their
    weights. `before` and `after` are those directly before and after the passage. `sentences_with` holds for
    each term of the article, also for those of the passage, the numbers of the sentences that contain it.
    Sentences that overlap the passage or the text directly before it are left out there, because the passage
    is about that text too.
    """

    terms: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    weight: float = 0.0
    sentences_with: Mapping[str, Sequence[int]] = field(default_factory=dict)


def context_of(sought: PassageAnalysis, text: str, weigh: Weight) -> ArticleContext:
    """Return the context of the searched passage in `text`, which is the text of its article.

    If `text` is empty, the context is empty.
    """
    own_terms = sought.counts.keys()
    # The terms of the searched passage itself are left out, because every candidate shares them.
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
    """Return the place of the passage in the text, or None if the text does not contain the passage.

    White space may differ, because a typed or pasted passage does not have the no-break spaces of a page.
    """
    pattern = r"\s+".join(map(re.escape, passage.split()))
    match = re.search(pattern, text)
    if match is None:
        return None
    return Span(match.start(), match.end())


def _sentences_by_term(text: str, left_out: Span) -> Mapping[str, Sequence[int]]:
    """Return for each term the numbers of the sentences that contain it, counted from 0.

    Sentences that overlap `left_out` are left out.
    """
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
    """Compare the text next to a sentence with `context`, the article of the searched passage `sought`.

    The sentence is at `span` of `text`. The values `days` and `undated` of the result are not filled in.
    """
    nearby_terms = _nearby_terms(text, span)
    # Terms that are in the sentence itself are counted by the comparison already.
    missing = [
        term for term in sought.counts if term in nearby_terms and term not in sentence.counts
    ]
    nearby = _weight_of(missing, weigh) / (_weight_of(sought.counts, weigh) or 1.0)
    absent_number = any(
        number not in nearby_terms and number not in sentence.counts
        for number in sought.number_terms
    )
    # Without the article of the searched passage there is nothing to compare with.
    if not context.terms:
        return Surroundings(nearby, absent_number=absent_number)

    own_terms = sentence.counts.keys()
    own_weight = _weight_of(own_terms, weigh) or 1.0
    return Surroundings(
        nearby,
        background=_weight_of(own_terms & context.terms, weigh) / own_weight,
        cosine=_cosine(nearby_terms, context, weigh),
        before=_weight_of(own_terms & context.before, weigh) / own_weight,
        after=_weight_of(own_terms & context.after, weigh) / own_weight,
        elsewhere=_most_in_one_sentence(own_terms, context, weigh) / own_weight,
        absent_number=absent_number,
    )


def _nearby_terms(text: str, span: Span) -> set[str]:
    """Return the terms in the `AROUND` code points before and after `span`, and at the start of the text."""
    # The start of an article names the event, and the text around the sentence gives details.
    before = text[max(0, span.start - AROUND) : span.start]
    after = text[span.end : span.end + AROUND]
    return set(terms(f"{text[:LEAD]} {before} {after}"))


def _cosine(nearby_terms: set[str], context: ArticleContext, weigh: Weight) -> float:
    """Return the cosine of the terms near a sentence and the terms of the article, from 0 to 1.

    The length of each term is the square root of its weight.
    """
    product_of_weights = _weight_of(nearby_terms, weigh) * context.weight
    if not product_of_weights:
        return 0.0
    return _weight_of(nearby_terms & context.terms, weigh) / math.sqrt(product_of_weights)


def _most_in_one_sentence(
    own_terms: Iterable[str],
    context: ArticleContext,
    weigh: Weight,
) -> float:
    """Return the largest sum of weights of those `own_terms` that a single sentence of the context contains.

    Returns 0 if no sentence contains any of them.
    """
    weights: defaultdict[int, float] = defaultdict(float)
    for term in own_terms:
        for number in context.sentences_with.get(term, ()):
            weights[number] += weigh(term)
    return max(weights.values(), default=0.0)


def _weight_of(chosen_terms: Iterable[str], weigh: Weight) -> float:
    return sum(map(weigh, chosen_terms))
