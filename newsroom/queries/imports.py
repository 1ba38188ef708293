"""Read imports that are not finished, the progress of an import, and what is known about an item."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from newsroom.models import ImportBatch, ImportItem, User
from newsroom.roles import UserRole, has_role
from newsroom.text.model import Role
from newsroom.text.pipeline import SourceDetails

Status, State = ImportItem.Status, ImportBatch.State
#: The details of a source that a person may correct at preview.
CORRECTED = ("title", "outlet", "byline", "credit", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """The progress of an import.

    `counts` is {status: number of items}; a status without items is left out. `to_fetch` is the number of
    addresses that have not been fetched yet.
    """

    counts: dict[str, int]
    to_fetch: int

    @property
    def total(self) -> int:
        """Return the number of items, without those that a person has left out."""
        return sum(self.counts.values()) - self.counts.get(Status.SKIPPED, 0)

    @property
    def waiting(self) -> int:
        return self.counts.get(Status.WAITING, 0)

    @property
    def done(self) -> int:
        return self.total - self.waiting

    @property
    def fetched(self) -> int:
        """Return the number of items that need no fetching any more: files, fetched addresses and failed
        items.
        """
        return self.total - self.to_fetch

    @property
    def failed(self) -> int:
        return self.counts.get(Status.FAILED, 0)

    @property
    def summary(self) -> str:
        """Return the counts as text, such as `12 created, 1 failed`, in the order of `ImportItem.Status`.

        Returns “nothing” if there are no items.
        """
        parts = []
        for status in Status:
            number = self.counts.get(status)
            if number:
                parts.append(f"{number} {status.label.lower()}")
        return ", ".join(parts) or "nothing"


def progress(batch: ImportBatch) -> ImportProgress:
    """Return the number of items of an import by status, and the number of addresses that are not fetched
    yet.
    """
    # The order of the items is removed, because the database would group by it as well.
    unordered = batch.items.order_by()
    by_status = unordered.values_list("status").annotate(number=Count("pk"))
    return ImportProgress(
        counts=dict(by_status),
        to_fetch=to_fetch(batch).count(),
    )


def to_fetch(batch: ImportBatch) -> QuerySet[ImportItem]:
    """Return the waiting items of an import whose address has not been fetched yet."""
    return batch.items.filter(status=Status.WAITING, raw=b"").exclude(address="")


def retryable_items(batch: ImportBatch) -> QuerySet[ImportItem]:
    """Return the failed items of an import that have bytes to read or an address to fetch."""
    return batch.items.filter(status=Status.FAILED).exclude(raw=b"", address="")


def open_batches(person: User) -> list[ImportBatch]:
    """Return the open and running imports that `person` may work on, newest first, with the number of items
    as `item_count`.

    An editor may work on all imports, a reporter only on their own.
    """
    unfinished = ImportBatch.objects.filter(state__in=[State.OPEN, State.RUNNING])
    if not has_role(person, UserRole.EDITOR):
        unfinished = unfinished.filter(created_by=person)

    with_related = unfinished.select_related("story", "created_by")
    counted = with_related.annotate(item_count=Count("items"))
    return list(counted.order_by("-created_at"))


def details_of(item: ImportItem) -> SourceDetails:
    """Return the details of an item: what a record or a server states, replaced by what a person has
    corrected.
    """
    corrections = item.corrections
    stated: dict[str, Any] = dict(item.given)
    for name in CORRECTED:
        if name in corrections:
            stated[name] = corrections[name]

    # An empty charset means that nobody chose one. Then the charset of the server or the page is used.
    if corrections.get("charset"):
        stated["charset"] = corrections["charset"]

    # None means that nobody stated a value, and that is the default of each detail.
    values = {name: value for name, value in stated.items() if value is not None}
    notes = tuple(values.pop("notes", ()))
    # JSON stores the indexes as strings.
    stored_roles = corrections.get("roles", {})
    roles = {int(index): Role(role) for index, role in stored_roles.items()}
    return SourceDetails(
        **values,
        roles=roles,
        take_back=tuple(corrections.get("take_back", ())),
        as_one=bool(corrections.get("as_one")),
        notes=notes,
    )
