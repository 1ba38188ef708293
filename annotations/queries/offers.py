"""Prepare candidates for people: leave out those that are linked or dismissed, and group copies of one
text.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from annotations.logic.counting.chains import Chain
from annotations.logic.finding.dismissals import PassageKey, is_same_pair
from annotations.logic.finding.matching import Candidate
from annotations.models import Dismissal, Highlight
from annotations.queries.counting.candidate_chains import candidate_chains
from annotations.queries.desk.surroundings import links_of
from annotations.queries.finding import find_candidates
from newsroom.models import Article, Revision, Story
from newsroom.text.language.words import terms
from newsroom.text.model import Span

#: Most candidates that are examined.
LOOKED_THROUGH = 24
#: Most uncertain candidates that are shown on demand.
LESS_ALIKE = 6
#: Two passages of one source are the same text if this share of the words of the shorter one is in the
#: other.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class SearchedPassage:
    """The passage that is searched for, at `span` in `revision`. `quote` is its text.

    `highlight` is None if the passage is only selected and has no highlight.
    """

    revision: Revision
    span: Span
    quote: str
    highlight: Highlight | None = None

    @property
    def end(self) -> PassageKey:
        return PassageKey(self.revision.article_id, self.quote)


@dataclass(slots=True)
class CandidateOffer:
    """A candidate with its article, as it is offered to a person.

    `chain` is the chain of telling of the candidate. `own_source` holds the names of the sources that it
    shares with the chain of the searched passage, joined by commas, or is empty if they share none. `copies`
    are offers of the same text in other articles of one source.
    """

    candidate: Candidate
    article: Article
    chain: Chain
    own_source: str = ""
    copies: list["CandidateOffer"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OfferList:
    """The offers for one passage.

    `likely` are shown at once, `less_alike` only on demand. `set_aside` are the dismissals that concern the
    passage; a person can withdraw them. `linked` is true if candidates were left out because they are linked
    already.
    """

    likely: list[CandidateOffer]
    less_alike: list[CandidateOffer]
    set_aside: list[Dismissal]
    linked: bool


def offer_candidates(sought: SearchedPassage, story: Story | None) -> OfferList:
    """Return the candidates to offer for the passage `sought` in the other articles of `story`.

    If `story` is None, all articles are searched.
    """
    article = sought.revision.article
    candidates = find_candidates(
        sought.quote,
        own_article=article,
        story=story,
        most=LOOKED_THROUGH,
    )
    linked_spans = _linked_spans(sought)
    dismissals = _dismissals_between(article.pk, {candidate.article for candidate in candidates})

    # Links and dismissals are decisions, so these candidates are not offered again.
    unlinked = [candidate for candidate in candidates if not _is_linked(candidate, linked_spans)]
    undecided = [
        candidate
        for candidate in unlinked
        if not _is_dismissed(
            candidate,
            sought,
            dismissals,
        )
    ]
    offers = _under_one_line(undecided, sought, story)
    return OfferList(
        likely=[offer for offer in offers if offer.candidate.confident],
        less_alike=[offer for offer in offers if not offer.candidate.confident][:LESS_ALIKE],
        set_aside=[dismissal for dismissal in dismissals if _concerns(dismissal, sought)],
        linked=len(unlinked) < len(candidates),
    )


def _is_linked(candidate: Candidate, linked_spans: Mapping[int, Sequence[Span]]) -> bool:
    spans = linked_spans.get(candidate.revision, ())
    return any(candidate.span.overlaps(span) for span in spans)


def _is_dismissed(
    candidate: Candidate,
    sought: SearchedPassage,
    dismissals: Iterable[Dismissal],
) -> bool:
    pair = sought.end, PassageKey(candidate.article, candidate.quote)
    return any(is_same_pair(pair, _ends_of(dismissal)) for dismissal in dismissals)


def _concerns(dismissal: Dismissal, sought: SearchedPassage) -> bool:
    """Return whether the searched passage is one of the two passages of the dismissal."""
    one_end, other_end = _ends_of(dismissal)
    pair = one_end, other_end
    # The searched passage can be either end of the dismissed pair.
    if is_same_pair((sought.end, other_end), pair):
        return True
    return is_same_pair((sought.end, one_end), pair)


def _ends_of(dismissal: Dismissal) -> tuple[PassageKey, PassageKey]:
    return (
        PassageKey(dismissal.article_id, dismissal.quote),
        PassageKey(dismissal.other_id, dismissal.other_quote),
    )


def _under_one_line(
    candidates: Sequence[Candidate], sought: SearchedPassage, story: Story | None
) -> list[CandidateOffer]:
    """Return an offer for each candidate, but only one for the same text in several articles of one source.

    The other articles with this text are in `copies` of the offer. Offers that share a source with the
    searched passage come last.
    """
    if not candidates:
        return []
    own_article = sought.revision.article
    place = sought.revision.pk, sought.span
    chains = candidate_chains(candidates, place, own_article, story)
    own_chain = chains.of(own_article.pk, place)

    offers: list[CandidateOffer] = []
    for candidate in candidates:
        chain = chains.of(candidate.article, (candidate.revision, candidate.span))
        shared = sorted(chains.label(name) for name in chain.possible & own_chain.possible)
        offer = CandidateOffer(
            candidate, chains.articles[candidate.article], chain, ", ".join(shared)
        )
        # Only passages of one source can be copies of each other.
        of_one_source = [earlier for earlier in offers if earlier.chain.shares_source(chain)]
        same = next((earlier for earlier in of_one_source if _read_alike(earlier, offer)), None)
        if same is None:
            offers.append(offer)
        else:
            same.copies.append(offer)
    return sorted(offers, key=lambda offer: bool(offer.own_source))


def _read_alike(offer: CandidateOffer, other: CandidateOffer) -> bool:
    """Return whether two offers are in different articles and have most words of the shorter one in common.

    The least share of its words is `ALIKE`. Call this function only for offers whose articles have a source
    in common.
    """
    # Two passages of one article are two candidates, even if they are similar.
    if offer.article.pk == other.article.pk:
        return False
    words = set(terms(offer.candidate.quote))
    other_words = set(terms(other.candidate.quote))
    shorter = min(len(words), len(other_words))
    return len(words & other_words) >= ALIKE * shorter


def _linked_spans(sought: SearchedPassage) -> dict[int, list[Span]]:
    """Return the spans of the passages that are linked with the searched passage, by revision id.

    The dict is empty if the searched passage has no highlight.
    """
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    if sought.highlight is None:
        return spans
    for linked in links_of(sought.highlight):
        anchor = linked.passage.anchor
        if anchor.start is not None:
            spans[anchor.revision_id].append(anchor.span)
    return spans


def _dismissals_between(article: int, others: set[int]) -> list[Dismissal]:
    """Return the dismissals between `article` and any of `others` (ids), without withdrawn ones."""
    in_either_order = Q(article=article, other__in=others) | Q(article__in=others, other=article)
    not_withdrawn = Dismissal.objects.filter(in_either_order, withdrawn_at=None)
    return list(not_withdrawn.select_related("article__outlet", "other__outlet"))
