"""Writing the history."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model

from newsroom.models import Activity, Article, Story, User

logger = logging.getLogger("newsroom.history")
_witness: ContextVar[list[Activity] | None] = ContextVar("witness", default=None)
_undoing: ContextVar[Activity | None] = ContextVar("undoing", default=None)


@contextmanager
def witnessed() -> Iterator[list[Activity]]:
    """The lines that this thread writes within the block, as they come. Those undone since are among them."""
    lines: list[Activity] = []
    token = _witness.set(lines)
    try:
        yield lines
    finally:
        _witness.reset(token)


@contextmanager
def undoing(line: Activity) -> Iterator[None]:
    """The one line written inside takes back `line`. So that acts need not know whether they are done or
    undone.
    """
    token = _undoing.set(line)
    try:
        yield
    finally:
        _undoing.reset(token)


def record(
    verb: str,
    subject: Model,
    *,
    by: User,
    summary: str,
    story: Story | None = None,
    article: Article | None = None,
    changes: Mapping[str, tuple[Any, Any]] | None = None,
) -> Activity:
    """Append one line. `verb` is past tense (`drawn`); `changes` is `{field: (before, after)}`.

    Call inside the transaction of the act itself, so that neither is ever stored without the other.
    """
    (line,) = record_all(
        [line_of(verb, subject, by=by, summary=summary, story=story, article=article, changes=changes)]
    )
    return line


def line_of(
    verb: str,
    subject: Model,
    *,
    by: User,
    summary: str,
    story: Story | None = None,
    article: Article | None = None,
    changes: Mapping[str, tuple[Any, Any]] | None = None,
) -> Activity:
    """A line as `record` writes it, not yet written."""
    return Activity(
        actor=by,
        verb=verb,
        object_type=subject._meta.model_name or "",
        object_id=str(subject.pk),
        story=story,
        article=article,
        summary=shortened(summary, 300),
        changes={field: list(pair) for field, pair in (changes or {}).items()},
        undoes=_undoing.get(),
    )


def record_all(lines: Iterable[Activity]) -> list[Activity]:
    """Append lines made by `line_of`, as many as there are, within the transaction of the act."""
    written = Activity.objects.bulk_create(lines, batch_size=500)
    seen = _witness.get()
    if seen is not None:
        seen += written
    for line in written:
        # Told once it is stored for good. Ids only: article text and people's notes stay out of the logs.
        ids = {
            "verb": line.verb,
            "object": line.object_type,
            "id": line.object_id,
            "user": str(line.actor_id),
        }
        transaction.on_commit(partial(logger.info, "act", extra=ids))
    return written


def quoted(words: str, longest: int = 100) -> str:
    """`words` in quotation marks for a line of the history, shortened where they are many."""
    return f"“{shortened(words, longest)}”"


def shortened(text: str, longest: int) -> str:
    """`text`, or what of it fits into `longest` characters with an ellipsis."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def differences(instance: Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What setting `values` on `instance` would change: `{field: (before, after)}`, unchanged fields left
    out.
    """
    return {
        field: (getattr(instance, field), value)
        for field, value in values.items()
        if getattr(instance, field) != value
    }


def change(instance: Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Set `values` and save; return what changed, readable for the history (related rows by their name)."""
    from newsroom.actions.storing import store

    changes = differences(instance, values)
    if changes:
        for field, (_, after) in changes.items():
            setattr(instance, field, after)
        store(
            instance,
            [*changes, *(field.name for field in instance._meta.fields if getattr(field, "auto_now", False))],
        )
    return {field: (_plain(before), _plain(after)) for field, (before, after) in changes.items()}


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Model) else value
