"""Looking at the addresses of known articles again, for what their outlets changed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from newsroom.actions.revising import fetch_again
from newsroom.errors import NewsroomError
from newsroom.fetching.schedule import WatchedAddress
from newsroom.models import Article, User
from newsroom.models.imports import ImportItem

Status = ImportItem.Status


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What became of one look: `status` is unchanged, revised or failed; `error` is the sentence where it
    failed.
    """

    article: int
    url: str
    status: Status
    revision: int | None = None
    error: str = ""


def check_article(article: WatchedAddress, *, at: datetime, by: User) -> CheckResult | None:
    """Look at one address now and import what is new. None where another run has looked at it meanwhile.

    A failure is counted with the article, so that its address is left alone for longer. A look that finds
    nothing new leaves no line of history; an import leaves its own.
    """
    unseen = Article.objects.filter(pk=article.pk).exclude(checked_at__gt=article.seen)
    if not unseen.update(checked_at=at):
        return None
    try:
        outcome = fetch_again(Article.objects.select_related("current").get(pk=article.pk), by=by)
    except NewsroomError as error:
        Article.objects.filter(pk=article.pk).update(failures=F("failures") + 1)
        return CheckResult(article.pk, article.url, Status.FAILED, error=error.sentence)
    Article.objects.filter(pk=article.pk).update(failures=0)
    return CheckResult(article.pk, article.url, outcome.status, outcome.revision.number)
