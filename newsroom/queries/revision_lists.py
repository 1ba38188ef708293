"""Read the list of an article's revisions, and how each of them was made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsroom.models import Article, Revision


class Descent(StrEnum):
    """How a revision was made: imported, corrected by the desk, restored after a parting, or copied by a
    parting.
    """

    IMPORT = "import"
    CORRECTION = "correction"
    RESTORATION = "restoration"
    PARTING = "parting"


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """A revision in the list of its article's revisions.

    `descent` says how it was made. `before` is the number of the previous revision of this article, with
    which it is compared, or None. `elsewhere` is the copy of the revision in the article to which it went
    when the article was parted, or None.
    """

    revision: Revision
    descent: Descent
    before: int | None
    elsewhere: Revision | None


def revision_lines(article: Article) -> list[RevisionLine]:
    """Return a line for each revision of the article, sorted by number. The texts are not loaded."""
    related = ("created_by", "parted_into__article", "parted_from__article")
    revisions = article.revisions.select_related(*related).defer(*_texts_of_related())
    return list(_lines(revisions.order_by("number")))


def _texts_of_related() -> Iterator[str]:
    for column in ("text", "blocks", "marks"):
        for path in ("", "parted_into__", "parted_from__"):
            yield f"{path}{column}"


def _lines(revisions: Iterable[Revision]) -> Iterator[RevisionLine]:
    last: Revision | None = None
    last_own: Revision | None = None
    for revision in revisions:
        elsewhere = getattr(revision, "parted_into", None)
        before = last_own.number if last_own and not elsewhere else None
        yield RevisionLine(revision, _descent(revision, last), before, elsewhere)
        last = revision
        if not elsewhere:
            last_own = revision


def _descent(revision: Revision, last: Revision | None) -> Descent:
    """Return how `revision` was made. `last` is the previous revision by number, or None."""
    if revision.parted_from_id:
        return Descent.PARTING
    if revision.corrects_id is None:
        return Descent.IMPORT
    # A correction follows the revision that it corrects. A restored text follows one that went elsewhere.
    if last and last.pk == revision.corrects_id:
        return Descent.CORRECTION
    return Descent.RESTORATION
