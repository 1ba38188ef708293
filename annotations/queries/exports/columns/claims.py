"""Define the columns of claims and of silences."""

from annotations.logic.export.records import ExportColumn, RecordKind
from annotations.models import Silence
from annotations.queries.standing import CountedClaim


def _changed_since_verdict(row: CountedClaim) -> str:
    """Return phrases about what changed after the verdict, or an empty string if nothing changed."""
    if not row.settled:
        return ""
    changes = row.verdict_changes
    if changes.judged is None:
        return "not recorded"
    return "; ".join(changes.phrases)


def _stated_independent(row: CountedClaim) -> list[str]:
    return [
        f"{statement.first_id} and {statement.second_id}: {statement.reason}"
        for statement in row.independences
    ]


def _settled_by(row: CountedClaim) -> str | None:
    editor = row.claim.settled_by
    return editor.username if editor else None


CLAIMS: RecordKind[CountedClaim] = RecordKind(
    "a claim, with the count of its independent sources",
    (
        ExportColumn("claim_id", lambda row: row.claim.pk, "id of the claim (UUID)"),
        ExportColumn("story", lambda row: row.claim.story.slug, "story of the claim (slug)"),
        ExportColumn("statement", lambda row: row.claim.statement, "what is claimed"),
        ExportColumn("status", lambda row: row.claim.status, "open, checking or settled"),
        ExportColumn(
            "verdict",
            lambda row: row.claim.verdict,
            "of settled claims: true, mostly-true, mixed (“Partly true”), misleading, false or"
            " unproven (“Not established”)",
        ),
        ExportColumn(
            "articles", lambda row: row.standing.articles, "number of articles that corroborate it"
        ),
        ExportColumn(
            "outlets", lambda row: row.standing.outlets, "number of outlets that corroborate it"
        ),
        ExportColumn(
            "independent_origins",
            lambda row: row.standing.sources.at_least,
            "the same number as `sources_at_least`, under its older name",
        ),
        ExportColumn(
            "corroborating",
            lambda row: row.standing.passages,
            "the same number as `corroborating_passages`, under its older name",
        ),
        ExportColumn(
            "contradicting",
            lambda row: row.standing.opposing.at_least,
            "the same number as `contradicting_sources_at_least`, under its older name",
        ),
        ExportColumn("created_by", lambda row: row.claim.created_by.username, "who made the claim"),
        ExportColumn("created_at", lambda row: row.claim.created_at, "when it was made (UTC)"),
        ExportColumn("settled_at", lambda row: row.claim.settled_at, "when it was settled (UTC)"),
        ExportColumn(
            "changed_since_verdict",
            _changed_since_verdict,
            "what changed after the verdict; `not recorded` if its basis was not stored",
        ),
        ExportColumn(
            "sources_at_least",
            lambda row: row.standing.sources.at_least,
            "number of independent sources that corroborate it, if every doubt is right",
        ),
        ExportColumn(
            "sources_at_most",
            lambda row: row.standing.sources.at_most,
            "number of independent sources that corroborate it, if no doubt is right",
        ),
        ExportColumn(
            "in_doubt",
            lambda row: row.standing.sources.in_doubt,
            "number of sources that rest only on words which a newer revision changed",
        ),
        ExportColumn(
            "hangs_on",
            lambda row: "; ".join(row.weaknesses),
            "the one source or voice on which it rests alone, in words",
        ),
        ExportColumn(
            "stated_independent",
            _stated_independent,
            "pairs of articles (ids) that an editor stated to be independent, with reasons, in a list",
        ),
        ExportColumn(
            "falls_if",
            lambda row: row.falls_if,
            "the fewest sources and voices without which nothing corroborates it, as a sentence",
        ),
        ExportColumn(
            "corroborating_passages",
            lambda row: row.standing.passages,
            "number of passages that corroborate it",
        ),
        ExportColumn(
            "contradicting_sources_at_least",
            lambda row: row.standing.opposing.at_least,
            "number of independent sources that contradict it, if every doubt is right",
        ),
        ExportColumn(
            "contradicting_sources_at_most",
            lambda row: row.standing.opposing.at_most,
            "number of independent sources that contradict it, if no doubt is right",
        ),
        ExportColumn(
            "rationale", lambda row: row.claim.rationale, "reasons for the verdict (Markdown)"
        ),
        ExportColumn("settled_by", _settled_by, "who settled it (name of the account)"),
        ExportColumn("updated_at", lambda row: row.claim.updated_at, "when it last changed (UTC)"),
        ExportColumn(
            "public", lambda row: row.claim.is_public, "true if its verdict is marked as public"
        ),
    ),
)

SILENCES: RecordKind[Silence] = RecordKind(
    "a statement that an article does not mention a claim",
    (
        ExportColumn("silence_id", lambda silence: silence.pk, "id of the statement (UUID)"),
        ExportColumn("claim_id", lambda silence: silence.claim_id, "claim that is not mentioned"),
        ExportColumn(
            "story", lambda silence: silence.claim.story.slug, "story of the claim (slug)"
        ),
        ExportColumn("article_id", lambda silence: silence.article_id, "article that was read"),
        ExportColumn("created_by", lambda silence: silence.created_by.username, "who read it"),
        ExportColumn("created_at", lambda silence: silence.created_at, "when it was stated (UTC)"),
    ),
)
