"""Propose possible contradictions between the reports of a story.

A proposal is a pair of sentences that differ in one slot. A person decides on each proposal. A wrong proposal
is worse than none, so only sure ones are made. Sentences are paired by the significant terms that they share,
with an index from terms to sentences. Only such pairs are compared in full.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotations.logic.finding.slots.figures import differing_figures
from annotations.logic.finding.slots.model import (
    ReportRivals,
    ReportSentence,
    SentencePair,
    SlotDifference,
    StoryReport,
    pair_of,
    place_in,
    read_report,
)
from annotations.logic.finding.slots.names import differing_persons, differing_places
from annotations.logic.finding.slots.orders import differing_orders
from annotations.logic.finding.slots.quotes import differing_quotations
from annotations.logic.finding.slots.times import differing_times
from annotations.logic.finding.slots.tolls import differing_tolls
from annotations.logic.vocabulary import Aspect, Relation
from newsroom.text.model import Span

#: A term in more sentences than this pairs no sentences, because the whole story is about it.
MOST_SENTENCES = 40
#: Least number of significant words that two sentences share.
LEAST_SHARED = 2
#: Least likeness of two sentences that are compared in full.
LEAST_LIKENESS = 0.3
#: Most sentences with which a sentence is compared. Those that share the most are chosen.
MOST_PARTNERS = 12
#: Longest sentence that is compared, in code points. Longer ones are lists or tables.
LONGEST = 600

# The comparisons in their order. The first difference gives the aspect of the pair.
_SLOTS: tuple[Callable[[SentencePair], SlotDifference | None], ...] = (
    differing_figures,
    differing_times,
    differing_quotations,
    differing_places,
    differing_persons,
)


@dataclass(frozen=True, slots=True)
class SlotQuote:
    """A sentence of a report, with the slot in which it differs from the sentence of another report.

    `article` and `revision` are ids. `span` is the place of the sentence and `slot` the place of the slot in
    the text of the revision (code points). `quote` is the text of the sentence.
    """

    article: int
    revision: int
    span: Span
    slot: Span
    quote: str


@dataclass(frozen=True, slots=True)
class PossibleContradiction:
    """A pair of sentences of different sources that differ in one slot, so that both cannot be true.

    `relation` is `updates` if the later report only continues the events. `reason` is a phrase for people.
    `likeness` is the similarity of the rest of the sentences, from 0 to 1. `alike` are other pairs of
    sentences that differ in the same words.
    """

    aspect: Aspect
    relation: Relation
    one: SlotQuote
    other: SlotQuote
    reason: str
    likeness: float
    alike: tuple["PossibleContradiction", ...] = ()


def possible_contradictions(
    reports: Iterable[StoryReport], unrelated: Collection[frozenset[int]] = ()
) -> list[PossibleContradiction]:
    """Return the possible contradictions between reports of different sources, the most similar pairs first.

    Updates come last. `unrelated` are pairs of ids of articles that seem to report different events. The
    articles of such a pair are not compared.
    """
    listed = list(reports)
    rivals = ReportRivals(listed, unrelated)
    sentences: list[ReportSentence] = []
    for report in listed:
        # The texts are long, so a report that is compared with no other one is not read.
        if not rivals.of(report):
            continue
        reading = read_report(report)
        sentences += [sentence for sentence in reading.sentences if len(sentence.said) <= LONGEST]

    groups: defaultdict[object, list[PossibleContradiction]] = defaultdict(list)
    for pair, difference in _differences(sentences, rivals):
        groups[_key_of(difference)].append(_proposal(pair, difference))

    proposals = []
    for group in groups.values():
        best, *others = sorted(group, key=_order)
        proposals.append(replace(best, alike=tuple(others)))
    return sorted(proposals, key=_order)


def _differences(
    sentences: Sequence[ReportSentence], rivals: ReportRivals
) -> Iterator[tuple[SentencePair, SlotDifference]]:
    yield from differing_tolls(sentences, rivals)
    yield from differing_orders(sentences, rivals)
    for pair in like_pairs(sentences, rivals):
        difference = _difference_of(pair)
        if difference is not None:
            yield pair, difference


def _difference_of(pair: SentencePair) -> SlotDifference | None:
    for differing in _SLOTS:
        difference = differing(pair)
        if difference is not None:
            return difference
    return None


def like_pairs(sentences: Sequence[ReportSentence], rivals: ReportRivals) -> Iterator[SentencePair]:
    """Yield the pairs of sentences of rival reports that share enough significant terms.

    Nothing is yielded if there is no such pair.
    """
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        for word in sentence.weights:
            holding[word].append(index)

    for index, sentence in enumerate(sentences):
        for partner in _partners(index, sentences, holding, rivals):
            pair = pair_of(sentence, sentences[partner])
            if pair.likeness >= LEAST_LIKENESS:
                yield pair


def _partners(
    index: int,
    sentences: Sequence[ReportSentence],
    holding: Mapping[str, list[int]],
    rivals: ReportRivals,
) -> list[int]:
    """Return the indexes of the later sentences that share the most weight with the sentence at `index`.

    The best come first, at most `MOST_PARTNERS`. Only sentences of rival reports are returned.
    """
    articles = rivals.of(sentences[index].report)
    if not articles:
        return []
    numbers: Counter[int] = Counter()
    weights: defaultdict[int, float] = defaultdict(float)
    for word, weight in sentences[index].weights.items():
        others = holding[word]
        if len(others) > MOST_SENTENCES:
            continue
        for partner in others:
            if partner > index and sentences[partner].report.article in articles:
                numbers[partner] += 1
                weights[partner] += weight
    enough = [partner for partner, number in numbers.items() if number >= LEAST_SHARED]
    return sorted(enough, key=lambda partner: (-weights[partner], partner))[:MOST_PARTNERS]


def _key_of(difference: SlotDifference) -> object:
    """Return a key that is equal for two differences in the same words, of which only the best is shown."""
    words = frozenset((difference.one.casefold(), difference.other.casefold()))
    return difference.aspect, difference.relation, words


def _proposal(pair: SentencePair, difference: SlotDifference) -> PossibleContradiction:
    return PossibleContradiction(
        aspect=difference.aspect,
        relation=difference.relation,
        one=_slot_quote(pair.one, difference.one),
        other=_slot_quote(pair.other, difference.other),
        reason=difference.reason,
        likeness=round(pair.likeness, 3),
    )


def _slot_quote(sentence: ReportSentence, words: str) -> SlotQuote:
    """Return the sentence with `words` as its slot.

    If the sentence does not contain the words, the slot is the whole sentence.
    """
    slot = sentence.span
    place = place_in(sentence.said, words)
    if place is not None:
        begin = sentence.span.start
        slot = Span(begin + place.start, begin + place.end)
    report = sentence.report
    return SlotQuote(report.article, report.revision, sentence.span, slot, sentence.said)


def _order(proposal: PossibleContradiction) -> tuple[bool, float, int, Span, int, Span]:
    """Return the sort key of a proposal: contradictions before updates, then the highest likeness."""
    is_update = proposal.relation is Relation.UPDATES
    one, other = proposal.one, proposal.other
    return is_update, -proposal.likeness, one.article, one.span, other.article, other.span
