"""Read the possible contradictions of a story. Those that somebody has linked or dismissed are left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotations.logic.finding.contradictions import PossibleContradiction, SlotQuote
from annotations.logic.finding.dismissals import PassageKey, is_same_pair
from annotations.models import Anchor, Dismissal, Link
from annotations.queries.contradictory_sentences import contradictory_sentences
from annotations.queries.counting.sentence_chains import SentenceChains
from annotations.queries.desk.surroundings import articles_of, links_between
from newsroom.models import Article, Story

#: Most proposals that are shown at once.
MOST_SHOWN = 20

PairOfKeys = tuple[PassageKey, PassageKey]


@dataclass(frozen=True, slots=True)
class OfferedQuote:
    """A sentence of a possible contradiction, with its article.

    `slot` are the words that differ from the other sentence; `before` and `after` are the rest of the
    sentence.
    """

    article: Article
    quote: SlotQuote
    before: str
    slot: str
    after: str


@dataclass(frozen=True, slots=True)
class ContradictionOffer:
    """A possible contradiction between two sentences, as it is shown.

    `more` is the number of further pairs of sentences that differ in the same words and are not shown.
    """

    proposal: PossibleContradiction
    one: OfferedQuote
    other: OfferedQuote
    more: int


@dataclass(frozen=True, slots=True)
class _Decisions:
    """What people have decided about pairs of passages: all links between the articles, and the dismissed
    pairs.
    """

    links: list[Link]
    dismissed: list[PairOfKeys]


def offered_contradictions(
    story: Story, among: Iterable[int] = (), *, most: int = MOST_SHOWN
) -> list[ContradictionOffer]:
    """Return the possible contradictions between the story's articles, the most probable first, at most
    `most`.

    `among` (article ids) restricts the articles; if it is empty, all are compared. Three kinds of pairs of
    sentences are left out: pairs that may have come from one source, pairs that somebody linked or dismissed,
    and pairs that differ in the same words as a linked or dismissed pair. The number of queries is fixed.
    """
    all_articles = list(articles_of(story).filter(current__isnull=False))
    wanted = set(among) or {article.pk for article in all_articles}
    articles = [article for article in all_articles if article.pk in wanted]
    contradictions = contradictory_sentences(story, all_articles, wanted)
    if not contradictions.proposals:
        return []

    decisions = _decisions_about(articles)
    # Two reports may have one source through a third that is not compared.
    chains = SentenceChains(all_articles, contradictions.tellers)
    by_id = {article.pk: article for article in articles}
    offers: list[ContradictionOffer] = []
    for proposal in contradictions.proposals:
        if len(offers) == most:
            break
        pairs = [
            pair for pair in (proposal, *proposal.alike) if not _is_of_one_source(pair, chains)
        ]
        if not pairs:
            continue
        best, *others = pairs
        offered = replace(best, alike=tuple(others))
        if not _is_decided(offered, decisions):
            offers.append(_offer(offered, by_id))
    return offers


def _is_of_one_source(pair: PossibleContradiction, chains: SentenceChains) -> bool:
    """Return whether both sentences may have come from one source, so that they do
    not contradict each other.
    """
    one, other = (
        chains.of(quote.article, (quote.revision, quote.span)) for quote in (pair.one, pair.other)
    )
    return one.shares_source(other)


def _decisions_about(articles: Sequence[Article]) -> _Decisions:
    ids = [article.pk for article in articles]
    dismissals = Dismissal.objects.filter(article__in=ids, other__in=ids, withdrawn_at=None)
    pairs = []
    for article, quote, other, other_quote in dismissals.values_list(
        "article_id", "quote", "other_id", "other_quote"
    ):
        pairs.append((PassageKey(article, quote), PassageKey(other, other_quote)))
    return _Decisions(links_between(ids), pairs)


def _is_decided(proposal: PossibleContradiction, decisions: _Decisions) -> bool:
    """Return whether somebody linked or dismissed the pair of `proposal`, or a pair that differs in the
    same words.
    """
    for pair in (proposal, *proposal.alike):
        if any(_is_between(link, pair) for link in decisions.links):
            return True
        keys = _key(pair.one), _key(pair.other)
        if any(is_same_pair(keys, dismissed) for dismissed in decisions.dismissed):
            return True
    return False


def _key(quote: SlotQuote) -> PassageKey:
    return PassageKey(quote.article, quote.quote)


def _is_between(link: Link, pair: PossibleContradiction) -> bool:
    """Return whether the link joins a passage in one sentence of `pair` with a passage in the other.

    The direction of the link does not matter.
    """
    ends = link.source.anchor, link.target.anchor
    for one, other in (ends, ends[::-1]):
        if _is_within(one, pair.one) and _is_within(other, pair.other):
            return True
    return False


def _is_within(anchor: Anchor, quote: SlotQuote) -> bool:
    if anchor.start is None or anchor.revision_id != quote.revision:
        return False
    return anchor.span.overlaps(quote.span)


def _offer(proposal: PossibleContradiction, articles: dict[int, Article]) -> ContradictionOffer:
    return ContradictionOffer(
        proposal=proposal,
        one=_offered_quote(proposal.one, articles),
        other=_offered_quote(proposal.other, articles),
        more=len(proposal.alike),
    )


def _offered_quote(quote: SlotQuote, articles: dict[int, Article]) -> OfferedQuote:
    start = quote.slot.start - quote.span.start
    end = quote.slot.end - quote.span.start
    return OfferedQuote(
        article=articles[quote.article],
        quote=quote,
        before=quote.quote[:start],
        slot=quote.quote[start:end],
        after=quote.quote[end:],
    )
