"""Read the dossier of a claim: its evidence word for word, how its sources are counted, and who decided
what.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Prefetch, Q

from annotations.logic.drawings.chain_drawing import ChainDrawing
from annotations.logic.marking.drift import reported_differently
from annotations.logic.sources.attribution import verb_of_speech
from annotations.logic.vocabulary import Aspect, OriginState, Relation
from annotations.models import Anchor, Claim, Evidence, Highlight, Link, Origin, Silence
from annotations.queries.claims.claim_history import ClaimHistory, claim_history
from annotations.queries.claims.quoted_evidence import (
    QuotedEvidence,
    WitnessRow,
    quote_evidence,
    witness_tables,
)
from annotations.queries.counting.chain_picture import chain_picture
from annotations.queries.counting.counted_sides import (
    CountedSides,
    DossierVoice,
    counted_sides,
    voices_in,
)
from annotations.queries.standing import CountedClaim
from annotations.queries.verdicts import ChangedQuote, changed_quotes
from newsroom.models import Article, Revision


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a claim's page shows below the number of its sources.

    `groups` is the evidence by relation. `chains` is the picture of the chains of telling. `reports` are the
    articles with evidence. `why` explains the count of each side, and `voices` are the people who are quoted.
    `contradictions` are links by aspect. `tables` compare wordings. `revisions` are the texts that are
    quoted. `changed_quotes` are the passages that changed after the verdict.
    """

    groups: list[tuple[Relation, list[QuotedEvidence]]]
    chains: ChainDrawing
    reports: list[Article]
    why: CountedSides
    voices: list[DossierVoice]
    contradictions: list[tuple[Aspect, list[Link]]]
    tables: list[list[WitnessRow]]
    silences: list[Silence]
    revisions: list[Revision]
    history: ClaimHistory
    changed_quotes: list[ChangedQuote]


def dossier(counted: CountedClaim) -> Dossier:
    """Return the dossier of a claim whose sources are counted already.

    The number of queries does not depend on the amount of evidence.
    """
    claim, standing = counted.claim, counted.standing
    evidence = evidence_of(claim)
    anchors = anchors_to_show([evidence_item.highlight for evidence_item in evidence])
    quoted = [
        quote_evidence(evidence_item, anchors[evidence_item.highlight_id])
        for evidence_item in evidence
    ]
    links = contradicting_links(evidence)
    silences = list(
        claim.silences.filter(withdrawn_at=None).select_related("article__outlet", "created_by")
    )
    # An article with several passages is listed once.
    articles = {
        evidence_item.highlight.article_id: evidence_item.highlight.article
        for evidence_item in evidence
    }
    return Dossier(
        groups=_by_relation(quoted),
        chains=chain_picture(counted, evidence),
        reports=list(articles.values()),
        why=counted_sides(counted, articles),
        voices=voices_in(standing, articles),
        contradictions=_by_aspect(links),
        tables=witness_tables(quoted),
        silences=silences,
        revisions=_revisions(quoted),
        history=claim_history(claim, evidence),
        changed_quotes=changed_quotes(counted.verdict_changes),
    )


def evidence_of(claim: Claim) -> list[Evidence]:
    """Return the evidence for a claim, oldest first, with passage, article, outlet, revision and origins
    loaded.

    Withdrawn evidence is left out. The origins of an article do not contain rejected ones.
    """
    # Rejected origins are not prefetched, so `article.origins.all()` does not return them.
    standing_origins = Origin.objects.exclude(state=OriginState.REJECTED)
    # All related rows are loaded at once, so that the page needs a fixed number of queries.
    related = (
        "highlight__anchor__revision",
        "highlight__article__outlet",
        "highlight__article__current",
        "created_by",
    )
    return list(
        claim.evidence.filter(withdrawn_at=None)
        .select_related(*related)
        .defer("highlight__article__current__text", "highlight__article__current__blocks")
        .prefetch_related(Prefetch("highlight__article__origins", standing_origins))
        .order_by("created_at")
    )


def contradicting_links(evidence: Iterable[Evidence]) -> list[Link]:
    """Return the links with the relation `contradicts` at a passage of `evidence`, ordered by aspect, then by
    time.

    Withdrawn links are left out.
    """
    passages = [evidence_item.highlight_id for evidence_item in evidence]
    related = (
        "source__anchor",
        "target__anchor",
        "source__article__outlet",
        "target__article__outlet",
        "created_by",
    )
    # The passage can be at either end of the link.
    contradictions = Link.objects.filter(
        Q(source__in=passages) | Q(target__in=passages),
        relation=Relation.CONTRADICTS,
        withdrawn_at=None,
    )
    return list(contradictions.select_related(*related).order_by("aspect", "created_at"))


def anchors_to_show(highlights: Collection[Highlight]) -> dict[UUID, Anchor]:
    """Return the anchor to show for each highlight, by highlight id.

    It is the current anchor. If the passage is lost, it is the last anchor that had a place.
    """
    anchors = {highlight.pk: highlight.anchor for highlight in highlights}
    lost = [pk for pk, anchor in anchors.items() if anchor.start is None]
    if lost:
        placed = Anchor.objects.filter(highlight__in=lost, start__isnull=False).select_related(
            "revision"
        )
        # Later anchors replace earlier ones in the dict.
        for anchor in placed.order_by("created_at"):
            anchors[anchor.highlight_id] = anchor
    return anchors


def changed_verbs(first: Highlight, second: Highlight) -> tuple[str, str] | None:
    """Return the verbs of speech next to two passages, such as “said” and “claimed”, if they differ.

    Returns None if both verbs are the same, or if a passage has none.
    """
    first_verb = _verb_beside(first.anchor)
    second_verb = _verb_beside(second.anchor)
    if not reported_differently(first_verb, second_verb):
        return None
    return first_verb, second_verb


def _verb_beside(anchor: Anchor) -> str:
    """Return the verb of speech next to a passage, such as “said”.

    The string is empty if there is no such verb or if the passage is lost.
    """
    if anchor.start is None:
        return ""
    return verb_of_speech(anchor.revision.document, anchor.span)


def _by_relation(quoted: Sequence[QuotedEvidence]) -> list[tuple[Relation, list[QuotedEvidence]]]:
    groups = []
    for relation in Relation:
        members = [evidence for evidence in quoted if evidence.item.relation == relation]
        if members:
            groups.append((relation, members))
    return groups


def _by_aspect(links: Iterable[Link]) -> list[tuple[Aspect, list[Link]]]:
    """Group links by aspect. `links` must be ordered by aspect."""
    groups = groupby(links, key=lambda link: link.aspect)
    return [(Aspect(aspect), list(members)) for aspect, members in groups]


def _revisions(quoted: list[QuotedEvidence]) -> list[Revision]:
    """Return the revisions that the evidence quotes, each once, ordered by article and number."""
    revisions: dict[int, Revision] = {}
    for evidence in quoted:
        revision = revisions.setdefault(evidence.anchor.revision_id, evidence.anchor.revision)
        # The article is loaded already. Setting it here saves a query.
        revision.article = evidence.item.highlight.article
    # A fixed order makes two prints of one dossier identical.
    return sorted(revisions.values(), key=lambda revision: (revision.article_id, revision.number))
