"""Read the contents of one cell of the matrix of a story: the evidence for a claim in one article."""

from dataclasses import dataclass

from annotations.models import Claim, Evidence, Silence
from newsroom.models import Article


@dataclass(frozen=True, slots=True)
class CellContents:
    """What a person sees in one cell of the matrix: the evidence for `claim` in `article`.

    `silence` is the statement that `article` does not mention the claim, or None if nobody stated it.
    """

    claim: Claim
    article: Article
    evidence: list[Evidence]
    silence: Silence | None


def contents_of_cell(claim: Claim, article: Article) -> CellContents:
    """Return the contents of the cell for a claim and an article, without withdrawn rows.

    The evidence is in the order of its passages in the text.
    """
    related = ("highlight__anchor__revision", "highlight__projected_from", "created_by")
    # The large fields of the revision are not loaded, because the cell shows only the quote.
    unread = [f"highlight__anchor__revision__{field}" for field in ("text", "blocks", "marks")]
    evidence = (
        claim.evidence.filter(withdrawn_at=None, highlight__article=article)
        .select_related(*related)
        .defer(*unread)
        .order_by("highlight__anchor__start")
    )
    silences = claim.silences.filter(withdrawn_at=None, article=article)
    silence = silences.select_related("created_by").first()
    return CellContents(claim, article, list(evidence), silence)
