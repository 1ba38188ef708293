"""Find the sentences of a story's articles that may contradict each other, and cache them.

The texts never change, so a story that was compared once is compared again only if its articles, their
sentences or their sources change.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import combinations

from annotations.logic.counting.chains import Chain, followed
from annotations.logic.finding.contradictions import PossibleContradiction, possible_contradictions
from annotations.logic.finding.same_event import Event, EventReport, doubts_between
from annotations.logic.finding.slots.model import StoryReport
from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.telling.teller_guess import guess_teller
from annotations.queries.counting.chains import columns_of
from annotations.queries.counting.sentence_chains import TextPlace
from newsroom.models import Article, Revision, Story
from newsroom.search.retrieving import sentences_of
from newsroom.text.model import Span

#: Number of stories whose proposals this process caches.
_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class ReportKey:
    """All that the possible contradictions of a story depend on in one article. The cache uses it as a key.

    `sentences` are the places of its sentences, in code points. `article` and `revision` are ids, and
    `sha256` is the hash of the text. `outlet`, `byline` and `credit` are empty if they are not known.
    `chain` is the chain of telling of the article, and `published` its time of publication, or None if it
    is not known.
    """

    article: int
    revision: int
    sha256: str
    sentences: tuple[Span, ...]
    outlet: str
    byline: str
    credit: str
    chain: Chain
    published: datetime | None


@dataclass(frozen=True, slots=True)
class ContradictorySentences:
    """The possible contradictions between articles, the most probable first.

    `tellers` holds the guessed tellers of each sentence of the proposals: names with `SEPARATOR` between
    them.
    """

    proposals: tuple[PossibleContradiction, ...]
    tellers: Mapping[TextPlace, str]


def contradictory_sentences(
    story: Story, articles: Sequence[Article], among: Collection[int]
) -> ContradictorySentences:
    """Return the possible contradictions between the articles `among` (ids).

    `articles` are all articles of the story, because two of them may have one source through a third. They
    must come from `articles_of` and have a text. The number of queries is fixed, and smaller if the result is
    cached.
    """
    keys = _keys(articles, among)
    compared = [article for article in articles if article.pk in among]
    outlets = frozenset(article.outlet.name for article in articles if article.outlet)
    return _compared(keys, _unrelated(story, compared), outlets)


@lru_cache(maxsize=_REMEMBERED)
def _compared(
    keys: tuple[ReportKey, ...], unrelated: frozenset[frozenset[int]], outlets: frozenset[str]
) -> ContradictorySentences:
    """Return the possible contradictions between reports. They depend on the arguments only.

    `unrelated` holds pairs of article ids that are not compared, because they seem to report different
    events. `outlets` are the names of outlets that may be tellers.
    """
    revisions = Revision.objects.only("text", "blocks", "marks").in_bulk(
        [key.revision for key in keys]
    )
    reports = []
    for key in keys:
        report = StoryReport(
            article=key.article,
            revision=key.revision,
            chain=key.chain,
            text=revisions[key.revision].text,
            sentences=key.sentences,
            published=key.published,
        )
        reports.append(report)
    proposals = tuple(possible_contradictions(reports, unrelated))
    return ContradictorySentences(proposals, _guessed_tellers(proposals, keys, revisions, outlets))


def _guessed_tellers(
    proposals: Iterable[PossibleContradiction],
    keys: Sequence[ReportKey],
    revisions: Mapping[int, Revision],
    outlets: Iterable[str],
) -> dict[TextPlace, str]:
    """Return the guessed tellers of all sentences in `proposals`. `revisions` holds the texts by id."""
    names = OutletNames(sorted(outlets))
    key_of = {key.revision: key for key in keys}
    tellers: dict[TextPlace, str] = {}
    for proposal in proposals:
        for pair in (proposal, *proposal.alike):
            for quote in (pair.one, pair.other):
                place = quote.revision, quote.span
                if place in tellers:
                    continue
                key = key_of[quote.revision]
                tellers[place] = guess_teller(
                    revisions[quote.revision].document,
                    quote.span,
                    names,
                    own=key.outlet,
                    byline=key.byline,
                    credit=key.credit,
                )
    return tellers


def _keys(articles: Sequence[Article], among: Collection[int]) -> tuple[ReportKey, ...]:
    """Return the keys of the articles `among` (ids). Their chains go on through all `articles`."""
    chains = followed([column.chain for column in columns_of(articles).columns])
    sentences = sentences_of([article.current.pk for article in articles if article.pk in among])
    keys = []
    for article, chain in zip(articles, chains, strict=True):
        if article.pk not in among:
            continue
        revision = article.current
        key = ReportKey(
            article=article.pk,
            revision=revision.pk,
            sha256=revision.sha256,
            sentences=tuple(sentences.get(revision.pk, ())),
            outlet=article.outlet.name if article.outlet else "",
            byline=revision.byline,
            credit=revision.credit,
            chain=chain,
            published=revision.published_at,
        )
        keys.append(key)
    return tuple(keys)


def _unrelated(story: Story, articles: Iterable[Article]) -> frozenset[frozenset[int]]:
    """Return the pairs of article ids whose articles seem to report different events."""
    event = Event(story.title, story.starts_on, story.ends_on)
    reports = {}
    for article in articles:
        published_at = article.current.published_at
        published = published_at.date() if published_at else None
        reports[article.pk] = EventReport(article.title, published, frozenset((event,)))
    unrelated = set()
    for (one, report), (other, other_report) in combinations(reports.items(), 2):
        if doubts_between(report, other_report):
            unrelated.add(frozenset((one, other)))
    return frozenset(unrelated)
