"""Check the addresses of known articles again, because outlets change articles after publication."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from newsroom.actions.revising import fetch_again
from newsroom.errors import NewsroomError
from newsroom.fetching.schedule import WatchedAddress
from newsroom.models import Article, User
from newsroom.models.imports import ImportItem
from newsroom.trouble.containing import contain_errors

Status = ImportItem.Status


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of one check of an address.

    `status` is unchanged, revised or failed. `article` is the id of the article. `revision` is the number of
    the newest revision of the article, or None if the check failed. `error` says why it failed, else it is
    empty.
    """

    article: int
    url: str
    status: Status
    revision: int | None = None
    error: str = ""


def check_article(watched: WatchedAddress, *, at: datetime, by: User) -> CheckResult | None:
    """Fetch one address now, and import its text as a new revision if it differs.

    Requires the reporter role. `at` is the present time. Returns None if another process has checked the
    address since `watched` was read. A failure is counted on the article, so that its address is checked less
    often. A check that finds nothing new writes no line of history.
    """
    articles = Article.objects.filter(pk=watched.pk)
    # One query both tests and marks the article, so only one of two runs continues.
    claimed = articles.exclude(checked_at__gt=watched.seen).update(checked_at=at)
    if not claimed:
        return None

    try:
        article = articles.select_related("current").get()
        with contain_errors(watched.url):
            outcome = fetch_again(article, by=by)
    except NewsroomError as error:
        articles.update(failures=F("failures") + 1)
        return CheckResult(watched.pk, watched.url, Status.FAILED, error=error.sentence)

    articles.update(failures=0)
    return CheckResult(watched.pk, watched.url, outcome.status, outcome.revision.number)
