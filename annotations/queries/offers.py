"""Candidates as people see them: without what was decided on, copies of one origin under one line."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from annotations.logic.finding.dismissals import PassageKey, is_same_pair
from annotations.logic.finding.matching import Candidate
from annotations.models import Dismissal, Highlight, Provenance
from annotations.queries.desk import links_of
from annotations.queries.finding import find_candidates
from newsroom.models import Article, Revision, Story
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: How many candidates are looked through, and how many less alike ones are shown on demand.
LOOKED_THROUGH, LESS_ALIKE = 24, 6
#: Passages of one origin are the same where so much of the shorter one's words stand in the other.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class SearchedPassage:
    """What is looked for: a passage of `revision`, marked by `highlight` or only selected."""

    revision: Revision
    span: Span
    quote: str
    highlight: Highlight | None = None

    @property
    def end(self) -> PassageKey:
        return PassageKey(self.revision.article_id, self.quote)


@dataclass(slots=True)
class CandidateOffer:
    """A candidate with its article. `copies`: the same in articles of the same origin, which count as one
    source.

    `own_origin`: the name of an origin it shares with the article of the passage sought, or blank.
    """

    candidate: Candidate
    article: Article
    own_origin: str = ""
    copies: list["CandidateOffer"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OfferList:
    """`likely` are proposed; `less_alike` only shown to those who ask; `set_aside` can be taken back.

    `linked`: some that were found are linked with the passage already, and left out.
    """

    likely: list[CandidateOffer]
    less_alike: list[CandidateOffer]
    set_aside: list[Dismissal]
    linked: bool


def offer_candidates(sought: SearchedPassage, story: Story | None) -> OfferList:
    """What may say the same in the other articles of `story`, or (None) in all articles."""
    article = sought.revision.article
    found = find_candidates(sought.quote, own_article=article, story=story, most=LOOKED_THROUGH)
    taken = _linked_places(sought)
    dismissed = _dismissals(sought, {candidate.article for candidate in found})
    pairs = [
        (PassageKey(row.article_id, row.quote), PassageKey(row.other_id, row.other_quote))
        for row in dismissed
    ]
    left = [
        candidate
        for candidate in found
        if not any(candidate.span.overlaps(span) for span in taken[candidate.revision])
        and not any(
            is_same_pair((sought.end, PassageKey(candidate.article, candidate.quote)), pair) for pair in pairs
        )
    ]
    folded = _folded(left, article)
    return OfferList(
        likely=[offer for offer in folded if offer.candidate.confident],
        less_alike=[offer for offer in folded if not offer.candidate.confident][:LESS_ALIKE],
        set_aside=[row for row in dismissed if _concerns(row, sought)],
        linked=any(
            candidate.span.overlaps(span) for candidate in found for span in taken[candidate.revision]
        ),
    )


def _folded(found: list[Candidate], own: Article) -> list[CandidateOffer]:
    """Each candidate, or under it where an earlier one of the same origin reads alike; own copies come last."""
    articles = Article.objects.select_related("outlet", "current").defer("current__text", "current__blocks")
    known = articles.in_bulk({candidate.article for candidate in found})
    origins = _origins({*known, own.pk})
    made: list[CandidateOffer] = []
    for candidate in found:
        theirs = origins[candidate.article]
        shared = sorted(theirs.keys() & origins[own.pk].keys())
        offer = CandidateOffer(candidate, known[candidate.article], theirs[shared[0]] if shared else "")
        earlier = next(
            (
                other
                for other in made
                if theirs.keys() & origins[other.article.pk].keys() and _alike(other, offer)
            ),
            None,
        )
        (earlier.copies if earlier else made).append(offer)
    return sorted(made, key=lambda offer: bool(offer.own_origin))


def _alike(one: CandidateOffer, other: CandidateOffer) -> bool:
    """Whether two offers of one origin are the same passage: most words of the shorter stand in the longer."""
    mine, yours = set(terms(one.candidate.quote)), set(terms(other.candidate.quote))
    return one.article.pk != other.article.pk and len(mine & yours) >= ALIKE * min(len(mine), len(yours))


def _origins(articles: set[int]) -> defaultdict[int, dict[Any, str]]:
    """The standing origins of each article: id -> name."""
    found: defaultdict[int, dict[Any, str]] = defaultdict(dict)
    rows = Provenance.objects.filter(article__in=articles).exclude(origin__state="rejected")
    for article, origin, name in rows.values_list("article_id", "origin_id", "origin__name"):
        found[article][origin] = name
    return found


def _linked_places(sought: SearchedPassage) -> defaultdict[int, list[Span]]:
    """Where the passages stand that this one is linked with already, by revision."""
    places: defaultdict[int, list[Span]] = defaultdict(list)
    for linked in links_of(sought.highlight) if sought.highlight else ():
        anchor = linked.passage.anchor
        if anchor.start is not None:
            places[anchor.revision_id].append(Span(anchor.start, anchor.end))
    return places


def _dismissals(sought: SearchedPassage, others: set[int]) -> list[Dismissal]:
    here = sought.revision.article_id
    between = Q(article=here, other__in=others) | Q(article__in=others, other=here)
    return list(
        Dismissal.objects.filter(between, withdrawn_at=None).select_related(
            "article__outlet", "other__outlet"
        )
    )


def _concerns(row: Dismissal, sought: SearchedPassage) -> bool:
    """Whether the passage sought is one of the two."""
    one, other = PassageKey(row.article_id, row.quote), PassageKey(row.other_id, row.other_quote)
    return is_same_pair((sought.end, other), (one, other)) or is_same_pair((sought.end, one), (other, one))
