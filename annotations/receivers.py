"""What annotations do when articles change."""

from typing import Any

from annotations.actions.copying import take_in
from annotations.actions.reanchoring import reanchor
from annotations.queries.origins import remarks_on
from annotations.queries.reviewing import passages_in
from newsroom.models import Revision, User
from newsroom.painting import Passage
from newsroom.previews import Remark


def place_highlights(revision: Revision, previous: Revision | None, by: User, **_: Any) -> None:
    """A new revision of a known article: its highlights are placed in it, within the import's own transaction."""
    if previous is not None:
        reanchor(revision, by=by)


def find_copies(revision: Revision, previous: Revision | None, by: User, **_: Any) -> None:
    """The text is indexed, and compared with those that share wording with it, before anybody counts it."""
    take_in(revision, previous, by=by)


def tell_origins(articles: list[int], **_: Any) -> list[Remark]:
    """Articles were imported: these share their wording with others, or were said to."""
    return remarks_on(articles)


def tell_passages(revision: Revision, **_: Any) -> list[Passage]:
    """A revision is about to be shown: these highlights stand in it."""
    return passages_in(revision)
