"""Change what the desk says about an article: its working title and its outlet.

The text and masthead of the article itself are in its revisions, which never change.
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
    article: Article,
    title: str,
    outlet: str,
    *,
    by: User,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Change the working title and the outlet of an article.

    Requires the reporter role. `outlet` is a name, or empty for no outlet; if no outlet has the name, the
    outlet is made. `seen` is `{title, outlet}` as the person's page showed them. Raises `Conflict` if one of
    these values has changed since; without `seen`, nothing is compared.
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
