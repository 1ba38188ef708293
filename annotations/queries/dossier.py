"""Read the dossier of a claim: its evidence word for word, how it is counted, and who decided what."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Prefetch, Q

from annotations.logic.counting.independence import SourceGroup, Standing
from annotations.logic.marking.drift import (
    DriftPassage,
    alike,
    drift,
    reported_differently,
    witnesses,
)
from annotations.logic.sources.attribution import verb_of_speech
from annotations.logic.vocabulary import Aspect, OriginState, Relation
from annotations.models import Anchor, Claim, Evidence, Highlight, Link, Origin, Silence
from annotations.queries.claim_history import ClaimHistory, claim_history
from annotations.queries.standing import CountedClaim
from annotations.queries.verdicts import ChangedQuote, changed_quotes
from newsroom.models import Article, Revision
from newsroom.text.runs import touched

#: Passages with these relations make the same statement as the claim or the opposite one, so their words can
#: be compared.
_COMPARED = (Relation.CORROBORATES, Relation.REPEATS, Relation.CONTRADICTS)
#: Most passages in the tables that compare wordings.
MOST_WITNESSES = 20


@dataclass(frozen=True, slots=True)
class QuotedEvidence:
    """A piece of evidence with the text around its passage in the same paragraphs.

    `anchor` is the place of the passage, or its last known place if it is lost. `verb` is the verb of speech
    next to the passage, or empty.
    """

    item: Evidence
    anchor: Anchor
    before: str
    after: str
    verb: str


@dataclass(frozen=True, slots=True)
class CountedSource:
    """Articles that count as one source, and the origins that they have in common."""

    articles: list[Article]
    origins: list[Origin]


@dataclass(frozen=True, slots=True)
class CountedSides:
    """The counted sources on both sides of a claim."""

    corroborating: list[CountedSource]
    contradicting: list[CountedSource]


@dataclass(frozen=True, slots=True)
class DossierVoice:
    """A voice and the articles that quote it. `speaker` is empty if the articles make the statement
    themselves.
    """

    speaker: str
    articles: list[Article]


@dataclass(frozen=True, slots=True)
class WitnessRow:
    """A row of a table that compares wordings: one passage, split at the differences.

    `cells` holds for each column the words of this passage and whether all rows agree there. `verb_changed`
    is true if its verb of speech differs from the one in the first row.
    """

    quoted: QuotedEvidence
    cells: list[tuple[str, bool]]
    verb_changed: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    """The parts of a claim's page below the count of its sources.

    `changed_quotes` are the passages that changed after the verdict.
    """

    groups: list[tuple[Relation, list[QuotedEvidence]]]
    why: CountedSides
    voices: list[DossierVoice]
    contradictions: list[tuple[Aspect, list[Link]]]
    tables: list[list[WitnessRow]]
    silences: list[Silence]
    revisions: list[Revision]
    history: ClaimHistory
    changed_quotes: list[ChangedQuote]


def dossier(counted: CountedClaim) -> Dossier:
    """Return the dossier of a claim. The number of queries does not depend on the amount of evidence."""
    claim, standing = counted.claim, counted.standing
    evidence = evidence_of(claim)
    anchors = last_seen([item.highlight for item in evidence])
    quoted = [_quoted(item, anchors[item.highlight_id]) for item in evidence]
    links = contradicting_links(evidence)
    silences = list(
        claim.silences.filter(withdrawn_at=None).select_related("article__outlet", "created_by")
    )
    articles = {item.highlight.article_id: item.highlight.article for item in evidence}
    return Dossier(
        groups=_by_relation(quoted),
        why=_counted_sides(standing, articles),
        voices=_voices(standing, articles),
        contradictions=_by_aspect(links),
        tables=_tables(quoted),
        silences=silences,
        revisions=_revisions(quoted),
        history=claim_history(claim, evidence),
        changed_quotes=changed_quotes(counted.verdict_changes),
    )


def evidence_of(claim: Claim) -> list[Evidence]:
    """Return the evidence for a claim with passage, article, outlet, revision and origins.

    Withdrawn evidence and rejected origins are left out.
    """
    # Rejected origins are not prefetched, so `article.origins.all()` does not return them.
    standing_origins = Origin.objects.exclude(state=OriginState.REJECTED)
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
    """Return the links by which a passage of this evidence is contradicted, ordered by aspect."""
    passages = [item.highlight_id for item in evidence]
    related = (
        "source__anchor",
        "target__anchor",
        "source__article__outlet",
        "target__article__outlet",
        "created_by",
    )
    contradictions = Link.objects.filter(
        Q(source__in=passages) | Q(target__in=passages),
        relation=Relation.CONTRADICTS,
        withdrawn_at=None,
    )
    return list(contradictions.select_related(*related).order_by("aspect", "created_at"))


def last_seen(highlights: Collection[Highlight]) -> dict[UUID, Anchor]:
    """Return by highlight the anchor to show: the newest one, or the last one with a place if the passage
    is lost.
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
    """Return the verbs of speech of two passages if they differ, such as “said” and “claimed”, else None."""
    first_verb = _verb_beside(first.anchor)
    second_verb = _verb_beside(second.anchor)
    if not reported_differently(first_verb, second_verb):
        return None
    return first_verb, second_verb


def _quoted(item: Evidence, anchor: Anchor) -> QuotedEvidence:
    """Return the evidence with the rest of the paragraphs that its passage is in."""
    document = anchor.revision.document
    span = anchor.span
    blocks = touched(document, span)
    first, last = document.blocks[blocks[0]], document.blocks[blocks[-1]]
    return QuotedEvidence(
        item=item,
        anchor=anchor,
        before=document.text[first.start : anchor.start],
        after=document.text[anchor.end : last.end],
        verb=verb_of_speech(document, span),
    )


def _verb_beside(anchor: Anchor) -> str:
    """Return the verb of speech that reports a passage, or an empty string if there is none or the passage
    is lost.
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
    """Group links by aspect. The links must be ordered by aspect."""
    groups = groupby(links, key=lambda link: link.aspect)
    return [(Aspect(aspect), list(members)) for aspect, members in groups]


def _counted_sides(standing: Standing, articles: dict[int, Article]) -> CountedSides:
    origin_by_name: dict[str, Origin] = {}
    for article in articles.values():
        for origin in article.origins.all():
            origin_by_name[origin.source] = origin

    def named(groups: Iterable[SourceGroup]) -> list[CountedSource]:
        return [
            CountedSource(
                articles=[articles[pk] for pk in group.articles],
                origins=[origin_by_name[name] for name in group.origins],
            )
            for group in groups
        ]

    return CountedSides(named(standing.corroborating), named(standing.contradicting))


def _voices(standing: Standing, articles: dict[int, Article]) -> list[DossierVoice]:
    return [
        DossierVoice(voice.speaker, [articles[pk] for pk in voice.articles])
        for voice in standing.voices
    ]


def _tables(quoted: list[QuotedEvidence]) -> list[list[WitnessRow]]:
    """Return a table for each set of passages that have enough words in common but differ in some of them."""
    left = [evidence for evidence in quoted if evidence.item.relation in _COMPARED][:MOST_WITNESSES]
    tables = []
    while left:
        first = left[0]
        together = [
            evidence for evidence in left if evidence is first or _are_alike(first, evidence)
        ]
        left = [evidence for evidence in left if evidence not in together]
        passages = witnesses([_words(evidence) for evidence in together])
        differ = any(not passage.agreed for passage in passages)
        if len(together) > 1 and differ:
            tables.append(_table(together, passages))
    return tables


def _table(together: list[QuotedEvidence], passages: Sequence[DriftPassage]) -> list[WitnessRow]:
    first_verb = together[0].verb
    rows = []
    for number, evidence in enumerate(together):
        row = WitnessRow(
            quoted=evidence,
            cells=[(passage.wordings[number], passage.agreed) for passage in passages],
            verb_changed=reported_differently(first_verb, evidence.verb),
        )
        rows.append(row)
    return rows


def _are_alike(first: QuotedEvidence, second: QuotedEvidence) -> bool:
    return alike(drift(_words(first), _words(second)))


def _words(quoted: QuotedEvidence) -> str:
    return " ".join(quoted.anchor.quote.split())


def _revisions(quoted: list[QuotedEvidence]) -> list[Revision]:
    """Return the revisions that the evidence quotes, each once, ordered by article and number."""
    revisions: dict[int, Revision] = {}
    for evidence in quoted:
        revision = revisions.setdefault(evidence.anchor.revision_id, evidence.anchor.revision)
        # The article is loaded already. Setting it here saves a query.
        revision.article = evidence.item.highlight.article
    return sorted(revisions.values(), key=lambda revision: (revision.article_id, revision.number))
