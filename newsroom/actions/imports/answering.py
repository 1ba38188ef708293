"""Answer what an import asks about an item: which article a text belongs to, or whether a file is one
article.
"""

from django.db import transaction
from django.db.models import Max

from newsroom.actions.imports.batch_items import must_hold, stored_details
from newsroom.actions.imports.batches import may_touch
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, Invalid
from newsroom.models import ImportBatch, ImportItem, ImportQuestion, UnlikeChoice, User
from newsroom.queries.imports import details_of
from newsroom.reading.sources import read_source
from newsroom.text.pipeline import SourceDetails
from newsroom.text.structure.several_articles import parted_texts
from newsroom.trouble.containing import contain_errors

Status, State = ImportItem.Status, ImportBatch.State
ANSWERED = "This was answered already. The page of the import shows what became of it."
#: The longest beginning of an item's name in the names of its parts.
_LONGEST_NAME = 280


@transaction.atomic
def answer_unlike(item: ImportItem, choice: UnlikeChoice, *, by: User) -> None:
    """Store what a person says about an item whose text is unlike its article, and set the item back to
    waiting.

    A finished import is set back to running. Requires the reporter role for one's own import, the editor role
    for another person's. Raises `Conflict` if the item does not ask this, or if the import was discarded.
    """
    _lock_asking(item, ImportQuestion.UNLIKE, by)
    _go_on(item, unlike=choice.value)


@transaction.atomic
def take_as_one(item: ImportItem, *, by: User) -> None:
    """Store that an item which looks like several articles is one.

    An item that asked is set back to waiting, and its finished import to running; an item of an open import
    just waits on. Requires the role of `answer_unlike`. Raises `Conflict` if the item is imported already or
    its import was discarded.
    """
    _lock_undecided(item, by)
    _go_on(item, as_one=True)


def split_item(item: ImportItem, *, by: User) -> int:
    """Split an item into the articles that it seems to hold, leave the item itself out, and return the number
    of articles.

    The articles are added to the import as its last items. Requires the role of `answer_unlike`. Raises
    `Conflict` if the item is imported already or its import was discarded, `Invalid` if it does not look like
    several articles, `TooLarge` if the import would have too many items, and the errors of `read_source`.
    """
    may_touch(item.batch, by)
    # The file is read before the transaction begins, because all other writers wait for its end.
    with contain_errors(item.name):
        prepared = read_source(bytes(item.raw), name=item.name, details=details_of(item))
    texts = parted_texts(prepared.document, prepared.starts)
    if len(texts) < 2:
        raise Invalid("This does not look like several articles: import it as one.")
    return _replace(item, texts, by)


@transaction.atomic
def _replace(item: ImportItem, texts: list[str], by: User) -> int:
    """Add an item for each of `texts` to the import of `item`, leave `item` out, and return their number."""
    _lock_undecided(item, by)
    last = item.batch.items.aggregate(last=Max("position"))["last"]
    must_hold(item.batch.items.count() + len(texts))

    details = details_of(item)
    stated = SourceDetails(
        outlet=details.outlet, language=details.language, format="plain", charset="utf-8"
    )
    parts = []
    for number, text in enumerate(texts, start=1):
        part = ImportItem(
            batch=item.batch,
            position=last + number,
            name=f"{item.name[-_LONGEST_NAME:]}:{number}",
            raw=text.encode(),
            given=stored_details(stated),
            story=item.story,
        )
        parts.append(part)
    ImportItem.objects.bulk_create(parts)

    item.status, item.question = Status.SKIPPED, ""
    item.message = f"It was split into {len(texts)} articles."
    item.save(update_fields=["status", "question", "message"])
    _run_again(item.batch)
    return len(texts)


def _lock_asking(item: ImportItem, question: ImportQuestion, by: User) -> None:
    may_touch(item.batch, by)
    lock(item.batch)
    lock(item)
    if item.question != question or item.batch.state == State.DISCARDED:
        raise Conflict(ANSWERED)


def _lock_undecided(item: ImportItem, by: User) -> None:
    """Lock the import of an item, and the item, if it is still to be decided.

    It is if it waits in an open import, or if it asks whether it is one article and its import is not
    discarded. Raises `Conflict` for any other item, and `Forbidden` if the person may not work on the import.
    """
    may_touch(item.batch, by)
    lock(item.batch)
    lock(item)
    previewed = item.batch.state == State.OPEN and item.status == Status.WAITING
    asks = item.question == ImportQuestion.SEVERAL and item.batch.state != State.DISCARDED
    if not previewed and not asks:
        raise Conflict(ANSWERED)


def _go_on(item: ImportItem, **answer: object) -> None:
    """Store the answer with the corrections of the item, set the item to waiting, and a finished import to
    running.
    """
    item.corrections = {**item.corrections, **answer}
    item.status, item.message, item.question = Status.WAITING, "", ""
    item.save(update_fields=["corrections", "status", "message", "question"])
    _run_again(item.batch)


def _run_again(batch: ImportBatch) -> None:
    if batch.state == State.DONE:
        batch.state = State.RUNNING
        batch.save(update_fields=["state"])
