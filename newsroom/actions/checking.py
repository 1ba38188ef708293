"""Check the addresses of known articles again, because outlets change what they published."""

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
    """The result of one check: `status` is unchanged, revised or failed. If it failed, `error` says why.

    `article` is the id of the article, and `revision` is the number of its newest revision, or None if the
    check failed.
    """

    article: int
    url: str
    status: Status
    revision: int | None = None
    error: str = ""


def check_article(watched: WatchedAddress, *, at: datetime, by: User) -> CheckResult | None:
    """Check one address now (`at`) and import what is new. Requires the reporter role.

    Returns None if another run has checked it meanwhile. A failure is counted on the article, so that its
    address is checked less often. A check that finds nothing new writes no line of history.
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
