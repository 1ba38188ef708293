"""Everything about one claim on one page: what it stands on, word for word, and who decided what."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Prefetch, Q

from annotations.logic.counting.independence import SourceGroup, Standing
from annotations.logic.marking.drift import DriftPassage, alike, drift, reported_differently, witnesses
from annotations.logic.sources.attribution import verb_of_speech
from annotations.logic.vocabulary import Aspect, Relation
from annotations.models import Anchor, Claim, Evidence, Highlight, Link, Origin, Silence
from newsroom.models import Activity, Article, Revision
from newsroom.text.model import Span
from newsroom.text.runs import touched

#: Relations whose passages tell the claim itself, so that their words can be compared.
_TELLING = (Relation.CORROBORATES, Relation.REPEATS, Relation.CONTRADICTS)
#: Lines of the history on the page, and passages in a table of witnesses.
MOST_LINES, MOST_WITNESSES = 200, 20


@dataclass(frozen=True, slots=True)
class QuotedEvidence:
    """A piece of evidence with the paragraph (or paragraphs) around its passage, and the verb of speech
    beside it.

    `anchor` is where it stands, or where it is lost, stood last.
    """

    item: Evidence
    anchor: Anchor
    before: str
    after: str
    verb: str


@dataclass(frozen=True, slots=True)
class CountedSource:
    """One source of a claim as people read it: the articles counted together, and the origins that join them."""

    articles: list[Article]
    origins: list[Origin]


@dataclass(frozen=True, slots=True)
class DossierVoice:
    """One voice: whom the articles give it to; blank for what a source says itself."""

    speaker: str
    articles: list[Article]


@dataclass(frozen=True, slots=True)
class WitnessRow:
    """A row of a table of witnesses: whose, the cells in the order of its passages, and whether its verb is
    not the first one's.
    """

    quoted: QuotedEvidence
    cells: list[tuple[str, bool]]
    verb_changed: bool


@dataclass(frozen=True, slots=True)
class Dossier:
    groups: list[tuple[Relation, list[QuotedEvidence]]]
    why: dict[str, list[CountedSource]]
    voices: list[DossierVoice]
    contradictions: list[tuple[Aspect, list[Link]]]
    tables: list[list[WitnessRow]]
    silences: list[Silence]
    revisions: list[Revision]
    decisions: list[Activity]


def dossier(claim: Claim) -> Dossier:
    """Of a claim that carries its `standing`. A fixed number of queries, however much bears on it."""
    evidence = evidence_of(claim)
    seen = last_seen([item.highlight for item in evidence])
    quoted = [_quoted(item, seen[item.highlight_id]) for item in evidence]
    links = contradicting_links(evidence)
    silences = list(claim.silences.filter(withdrawn_at=None).select_related("article__outlet", "created_by"))
    grouped = [(relation, [one for one in quoted if one.item.relation == relation]) for relation in Relation]
    articles = {item.highlight.article_id: item.highlight.article for item in evidence}
    return Dossier(
        groups=[(relation, items) for relation, items in grouped if items],
        why=why(claim.standing, evidence),
        voices=[
            DossierVoice(voice.speaker, [articles[pk] for pk in voice.articles])
            for voice in claim.standing.voices
        ],
        contradictions=[
            (Aspect(aspect), list(found)) for aspect, found in groupby(links, key=lambda link: link.aspect)
        ],
        tables=_tables(quoted),
        silences=silences,
        revisions=_revisions(quoted),
        decisions=_decisions(claim, evidence, links, silences),
    )


def evidence_of(claim: Claim) -> list[Evidence]:
    """The standing evidence, each with passage, article, outlet, revision and origins."""
    origins = Origin.objects.exclude(state="rejected")
    return list(
        claim.evidence.filter(withdrawn_at=None)
        .select_related(
            "highlight__anchor__revision", "highlight__article__outlet", "highlight__article__current"
        )
        .select_related("created_by")
        .defer("highlight__article__current__text", "highlight__article__current__blocks")
        .prefetch_related(Prefetch("highlight__article__origins", origins))
        .order_by("created_at")
    )


def contradicting_links(evidence: Iterable[Evidence]) -> list[Link]:
    """The standing contradictions with a passage that bears on one claim, by aspect."""
    passages = [item.highlight_id for item in evidence]
    ends = (
        "source__anchor",
        "target__anchor",
        "source__article__outlet",
        "target__article__outlet",
        "created_by",
    )
    found = Link.objects.filter(Q(source__in=passages) | Q(target__in=passages))
    standing = found.filter(relation=Relation.CONTRADICTS, withdrawn_at=None)
    return list(standing.select_related(*ends).order_by("aspect", "created_at"))


def why(standing: Standing, evidence: Iterable[Evidence]) -> dict[str, list[CountedSource]]:
    """What was counted together, for each side: `{"corroborating": [...], "contradicting": [...]}`."""
    articles = {item.highlight.article_id: item.highlight.article for item in evidence}
    origins = {origin.source: origin for article in articles.values() for origin in article.origins.all()}

    def named(groups: tuple[SourceGroup, ...]) -> list[CountedSource]:
        return [
            CountedSource([articles[pk] for pk in group.articles], [origins[name] for name in group.origins])
            for group in groups
        ]

    return {"corroborating": named(standing.corroborating), "contradicting": named(standing.contradicting)}


def last_seen(highlights: Collection[Highlight]) -> dict[UUID, Anchor]:
    """By highlight, its anchor with the revision, or of a lost passage the last one that has a place. One
    query where any is lost.
    """
    seen = {highlight.pk: highlight.anchor for highlight in highlights}
    lost = [pk for pk, anchor in seen.items() if anchor.start is None]
    if lost:
        before = Anchor.objects.filter(highlight__in=lost, start__isnull=False).select_related("revision")
        seen |= {anchor.highlight_id: anchor for anchor in before.order_by("created_at")}
    return seen


def _quoted(item: Evidence, anchor: Anchor) -> QuotedEvidence:
    """The passage in its paragraph, or in all those it runs over."""
    document, span = anchor.revision.document, Span(anchor.start, anchor.end)
    blocks = touched(document, span)
    begin, end = document.blocks[blocks[0]].start, document.blocks[blocks[-1]].end
    return QuotedEvidence(
        item,
        anchor,
        document.text[begin : anchor.start],
        document.text[anchor.end : end],
        verb_of_speech(document, span),
    )


def changed_verbs(one: Highlight, other: Highlight) -> tuple[str, str] | None:
    """The verbs of speech that report two passages, where they differ: “said” and “claimed”."""
    verbs = _verb_beside(one.anchor), _verb_beside(other.anchor)
    return verbs if reported_differently(*verbs) else None


def _verb_beside(anchor: Anchor) -> str:
    """The verb of speech that reports a passage; blank where none does, or the passage is lost."""
    return (
        verb_of_speech(anchor.revision.document, Span(anchor.start, anchor.end))
        if anchor.start is not None
        else ""
    )


def _tables(quoted: list[QuotedEvidence]) -> list[list[WitnessRow]]:
    """Passages that tell one thing in like words, together, where any of their words differ."""
    left = [one for one in quoted if one.item.relation in _TELLING][:MOST_WITNESSES]
    tables = []
    while left:
        first = left[0]
        together = [one for one in left if one is first or alike(drift(_words(first), _words(one)))]
        left = [one for one in left if one not in together]
        columns = witnesses([_words(one) for one in together])
        if len(together) > 1 and not all(column.agreed for column in columns):
            tables.append([_telling(one, row, first, columns) for row, one in enumerate(together)])
    return tables


def _telling(
    one: QuotedEvidence, row: int, first: QuotedEvidence, columns: tuple[DriftPassage, ...]
) -> WitnessRow:
    cells = [(column.wordings[row], column.agreed) for column in columns]
    return WitnessRow(one, cells, reported_differently(first.verb, one.verb))


def _words(quoted: QuotedEvidence) -> str:
    return " ".join(quoted.anchor.quote.split())


def _revisions(quoted: list[QuotedEvidence]) -> list[Revision]:
    """The texts quoted, each once, by article."""
    revisions = {one.anchor.revision_id: one.anchor.revision for one in quoted}
    for one in quoted:
        revisions[one.anchor.revision_id].article = one.item.highlight.article
    return sorted(revisions.values(), key=lambda revision: (revision.article_id, revision.number))


def _decisions(
    claim: Claim, evidence: list[Evidence], links: list[Link], silences: list[Silence]
) -> list[Activity]:
    """Who did what to the claim, its evidence, the contradictions and the origins that are counted, oldest
    first.
    """
    origins = {origin.pk for item in evidence for origin in item.highlight.article.origins.all()}
    ids = {
        "claim": [claim.pk],
        "evidence": list(claim.evidence.values_list("pk", flat=True)),
        "link": [link.pk for link in links],
        "silence": [silence.pk for silence in silences],
        "origin": origins,
    }
    concerning = Q()
    for noun, keys in ids.items():
        concerning |= Q(object_type=noun, object_id__in=[str(key) for key in keys])
    return list(Activity.objects.filter(concerning).select_related("actor").order_by("pk")[:MOST_LINES])
