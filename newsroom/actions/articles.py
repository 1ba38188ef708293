"""The desk's own words about an article. What the article itself says stands in its revisions, which never
change.
"""

from collections.abc import Mapping

from django.db import transaction

from newsroom.actions.history import HistoryLine, change, record
from newsroom.actions.outlets import outlet_for
from newsroom.actions.seen import must_be_as_seen
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def rename_article(
    article: Article, title: str, outlet: str, *, by: User, seen: Mapping[str, str] | None = None
) -> None:
    """Change the working title and the outlet. Requires the reporter role.

    `outlet` is a name; if no outlet has it, one is made. `seen` are title and outlet as the person's page
    showed them. Raises `Conflict` if one is another now.
    """
    require(by, UserRole.REPORTER)
    must_be_as_seen(article, seen or {}, {"title": title, "outlet": outlet})
    values = {
        "title": " ".join(title.split()),
        "outlet": outlet_for(outlet, by=by),
    }
    changes = change(article, values)
    if not changes:
        return

    line = HistoryLine(
        Verb.CHANGED,
        article,
        f"changed “{article}”",
        article=article,
        changes=changes,
    )
    record(line, by=by)
