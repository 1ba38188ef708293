"""Lock highlights together with their articles.

`newsroom.actions.locking` explains the order in which acts lock rows.
"""

from annotations.models import Highlight
from newsroom.actions.locking import keep, lock
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article


def lock_highlights(*highlights: Highlight) -> None:
    """Lock highlights until the transaction ends, and reload the given objects from the database.

    Their articles are locked first, so that nobody can delete them during this time.
    """
    # The articles are locked first. The history refers to them, and the import of a revision also locks the
    # article before it places the highlights.
    keep(*(Article(pk=highlight.article_id) for highlight in highlights))
    lock(*highlights)


def lock_to_move(highlight: Highlight) -> None:
    """Lock a highlight that will get a new anchor, and lock its article.

    The lock on the article prevents that a new revision is imported at the same time.
    """
    lock(highlight.article)
    lock(highlight)


def must_stand(highlight: Highlight) -> None:
    """Raise `Invalid` if the highlight is withdrawn."""
    if highlight.withdrawn_at is not None:
        raise Invalid("This highlight was withdrawn. Restore it first.")


def take_version(highlight: Highlight, version: int, refusal: str) -> None:
    """Increase the version of the highlight by one, if it still has the version that the person saw.

    Raises `Conflict` with the sentence `refusal` if its current version is not `version`.
    """
    # One statement compares and increases the version. If two people saw the same version, only one of them
    # succeeds.
    unchanged = Highlight.objects.filter(pk=highlight.pk, version=version)
    if not unchanged.update(version=version + 1):
        raise Conflict(refusal)
    highlight.version = version + 1
