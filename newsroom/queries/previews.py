"""What is handed in and not imported yet: how far it is, and what each item would become."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, QuerySet

from newsroom.errors import NewsroomError
from newsroom.models import Article, ImportBatch, ImportItem, StoryArticle, User
from newsroom.queries.articles import known_article, says_the_same
from newsroom.queries.proposals import StoryProposal, proposals, told_by
from newsroom.roles import UserRole, reaches
from newsroom.signals import articles_reported
from newsroom.text.model import Role
from newsroom.text.pipeline import PreparedSource, SourceDetails, prepare

Status, State = ImportItem.Status, ImportBatch.State
#: What a person may correct at preview.
CORRECTED = ("title", "outlet", "byline", "credit", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class Preview:
    """What an item would become. `prepared` is None where it cannot be read, and `error` then says why."""

    item: ImportItem
    prepared: PreparedSource | None = None
    error: str = ""
    known: Article | None = None
    same: bool = False
    proposed: StoryProposal | None = None


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: `counts` by status; `to_fetch` addresses have not been asked yet."""

    counts: dict[str, int]
    to_fetch: int

    @property
    def total(self) -> int:
        """Items that are not left out."""
        return sum(self.counts.values()) - self.counts.get(Status.SKIPPED, 0)

    @property
    def waiting(self) -> int:
        return self.counts.get(Status.WAITING, 0)

    @property
    def done(self) -> int:
        return self.total - self.waiting

    @property
    def fetched(self) -> int:
        """Items that have been read from somewhere, or cannot be."""
        return self.total - self.to_fetch

    @property
    def failed(self) -> int:
        return self.counts.get(Status.FAILED, 0)

    @property
    def told(self) -> str:
        """`12 created, 1 failed`, in the order of statuses."""
        told = [
            f"{number} {Status(status).label.lower()}"
            for status in Status
            if (number := self.counts.get(status))
        ]
        return ", ".join(told) or "nothing"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that whoever imported an article should know of it, and where that is decided."""

    article: int
    sentence: str
    href: str


def remarks(items: Iterable[ImportItem]) -> dict[int, list[Remark]]:
    """By article, what those who listen have to say of what was imported."""
    articles = [item.revision.article_id for item in items if item.revision]
    told: dict[int, list[Remark]] = {}
    for _, answer in articles_reported.send(ImportItem, articles=articles) if articles else []:
        for remark in answer:
            told.setdefault(remark.article, []).append(remark)
    return told


def progress(batch: ImportBatch) -> ImportProgress:
    counted = batch.items.order_by().values_list("status").annotate(number=Count("pk"))
    return ImportProgress(dict(counted), to_fetch(batch).count())


def to_fetch(batch: ImportBatch) -> QuerySet[ImportItem]:
    """The items whose address is still to be asked."""
    return batch.items.filter(status=Status.WAITING, raw=b"").exclude(address="")


def may_be_tried_again(batch: ImportBatch) -> QuerySet[ImportItem]:
    """The failed items that have something to read or to fetch."""
    return batch.items.filter(status=Status.FAILED).exclude(raw=b"", address="")


def open_batches(person: User) -> list[ImportBatch]:
    """Imports handed in and not finished: one's own, an editor's view of everyone's."""
    found = ImportBatch.objects.filter(state__in=[State.OPEN, State.RUNNING]).select_related(
        "story", "created_by"
    )
    if not reaches(person, UserRole.EDITOR):
        found = found.filter(created_by=person)
    return list(found.annotate(item_count=Count("items")).order_by("-created_at"))


def given_of(item: ImportItem) -> SourceDetails:
    """What its record or server states about an item, with a person's corrections over it."""
    corrected = item.corrections
    stated: dict[str, Any] = {
        **item.given,
        **{name: corrected[name] for name in CORRECTED if name in corrected},
    }
    return replace(
        SourceDetails(**{name: value for name, value in stated.items() if value is not None}),
        roles={int(index): Role(role) for index, role in corrected.get("roles", {}).items()},
        take_back=tuple(corrected.get("take_back", ())),
    )


def preview(item: ImportItem) -> Preview:
    """Read the item as importing it now would."""
    if item.status == Status.FAILED and not item.raw:
        return Preview(item, error=item.message)
    try:
        given = given_of(item)
        prepared = prepare(bytes(item.raw), name=item.name, given=given)
        known = known_article(prepared, given.external_id)
    except NewsroomError as error:
        return Preview(item, error=error.sentence)
    same = bool(known and known.current and says_the_same(known.current, prepared))
    return Preview(item, prepared, known=known, same=same)


def previews(batch: ImportBatch, items: Iterable[ImportItem]) -> list[Preview]:
    """Each item as importing it now would make it, with the story it seems to be part of where none was
    chosen.
    """
    shown = [preview(item) for item in items]
    if batch.story_id:
        return shown
    known = [one.known.pk for one in shown if one.known]
    placed = (
        set(StoryArticle.objects.filter(article__in=known).values_list("article", flat=True))
        if known
        else set()
    )
    asking = {
        one.item.position: told_by(one.prepared)
        for one in shown
        if one.prepared
        and one.item.status == Status.WAITING
        and not one.item.story_id
        and not (one.known and one.known.pk in placed)
    }
    found = proposals(asking)
    return [replace(one, proposed=found.get(one.item.position)) for one in shown]
