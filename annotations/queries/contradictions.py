"""Read the possible contradictions of a story. Those that somebody has linked or dismissed are left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import combinations

from annotations.logic.finding.contradictions import (
    PossibleContradiction,
    SlotQuote,
    possible_contradictions,
)
from annotations.logic.finding.dismissals import PassageKey, is_same_pair
from annotations.logic.finding.report_sources import joined
from annotations.logic.finding.same_event import Event, EventReport, doubts_between
from annotations.logic.finding.slots.model import StoryReport
from annotations.models import Anchor, Dismissal, Link
from annotations.queries.desk.surroundings import articles_of, links_between, origins_of
from newsroom.models import Article, Revision, Story
from newsroom.search.retrieving import sentences_of

#: Most proposals that are shown at once.
MOST_SHOWN = 20
#: Number of stories whose proposals this process caches.
_REMEMBERED = 64

PairOfKeys = tuple[PassageKey, PassageKey]


@dataclass(frozen=True, slots=True)
class ReportKey:
    """What the proposals for a story depend on in one of its articles. The cache of proposals uses it as a
    key.

    `article` and `revision` are ids, and `sha256` is the hash of the text. Articles with the same `source`
    depend on each other. `published` is the time of publication, or None if it is not known.
    """

    article: int
    revision: int
    sha256: str
    source: str
    published: datetime | None


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
    """What people have decided about pairs of passages: the links, and the pairs that were dismissed."""

    links: list[Link]
    dismissed: list[PairOfKeys]


def offered_contradictions(story: Story, among: Iterable[int] = ()) -> list[ContradictionOffer]:
    """Return the possible contradictions between the story's articles, the most probable first.

    At most `MOST_SHOWN` are returned, and none if nothing is left to decide. `among` (article ids) restricts
    the articles; if it is empty, all are compared. A proposal is left out if it is linked or dismissed, or if
    a decided pair differs in the same words. The number of queries is fixed.
    """
    articles = list(articles_of(story).select_related("outlet__owner"))
    wanted = set(among)
    if wanted:
        articles = [article for article in articles if article.pk in wanted]
    proposals = _proposals(_keys(articles), _unrelated(story, articles))
    if not proposals:
        return []
    decisions = _decisions_about(articles)
    by_id = {article.pk: article for article in articles}
    undecided = [proposal for proposal in proposals if not _is_decided(proposal, decisions)]
    return [_offer(proposal, by_id) for proposal in undecided[:MOST_SHOWN]]


@lru_cache(maxsize=_REMEMBERED)
def _proposals(
    keys: tuple[ReportKey, ...], unrelated: frozenset[frozenset[int]]
) -> tuple[PossibleContradiction, ...]:
    """Return the possible contradictions between reports. They are cached, as they depend only on the
    arguments.

    `unrelated` holds pairs of article ids that are not compared, because they seem to report different
    events.
    """
    revisions = [key.revision for key in keys]
    texts = dict(Revision.objects.filter(pk__in=revisions).values_list("pk", "text"))
    spans = sentences_of(revisions)
    reports = []
    for key in keys:
        report = StoryReport(
            article=key.article,
            revision=key.revision,
            source=key.source,
            text=texts[key.revision],
            sentences=tuple(spans.get(key.revision, ())),
            published=key.published,
        )
        reports.append(report)
    return tuple(possible_contradictions(reports, unrelated))


def _keys(articles: Sequence[Article]) -> tuple[ReportKey, ...]:
    source_of = joined({article.pk: _names(article) for article in articles})
    keys = []
    for article in articles:
        revision = article.current
        if revision is not None:
            key = ReportKey(
                article=article.pk,
                revision=revision.pk,
                sha256=revision.sha256,
                source=source_of[article.pk],
                published=revision.published_at,
            )
            keys.append(key)
    return tuple(keys)


def _names(article: Article) -> set[tuple[str, str]]:
    """Return keys of what an article depends on: its origins, its outlet, and the owner of the outlet.

    Each key is a pair of a kind (`origin` or `outlet`) and a name or id.
    """
    names = {("origin", origin.source) for origin in origins_of(article)}
    outlet = article.outlet
    if outlet is not None:
        names.add(("outlet", str(outlet.pk)))
    if outlet is not None and outlet.owner_id is not None:
        names.add(("outlet", str(outlet.owner_id)))
    return names


def _unrelated(story: Story, articles: Iterable[Article]) -> frozenset[frozenset[int]]:
    """Return the pairs of article ids whose articles seem to report different events."""
    event = Event(story.title, story.starts_on, story.ends_on)
    reports = {}
    for article in articles:
        published_at = article.current.published_at if article.current else None
        published = published_at.date() if published_at else None
        reports[article.pk] = EventReport(article.title, published, frozenset((event,)))
    unrelated = set()
    for (one, report), (other, other_report) in combinations(reports.items(), 2):
        if doubts_between(report, other_report):
            unrelated.add(frozenset((one, other)))
    return frozenset(unrelated)


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
