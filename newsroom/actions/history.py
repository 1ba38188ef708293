"""Write the history: the lines (`Activity`) that record who did what to what."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Model

from newsroom.actions.locking import one_at_a_time
from newsroom.actions.storing import store
from newsroom.errors import Conflict
from newsroom.models import Activity, Article, Story, User, Verb

#: The changes of an action, as `{field: (before, after)}`.
Changes = Mapping[str, tuple[Any, Any]]

#: The longest summary of a line of history, in characters.
LONGEST_SUMMARY = 300

logger = logging.getLogger("newsroom.history")
_witness: ContextVar[list[Activity] | None] = ContextVar("witness", default=None)
_form_key: ContextVar[str] = ContextVar("form_key", default="")
_bulk_key: ContextVar[str] = ContextVar("bulk_key", default="")
_undoing: ContextVar[Activity | None] = ContextVar("undoing", default=None)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of history before it is written.

    `verb` says what was done, `subject` is the row to which it was done, and `summary` says it in words.
    `changes` is {field: (before, after)}. The history pages of `story` and `article` list the line. `summary`
    is cut to `LONGEST_SUMMARY` characters when the line is written.
    """

    verb: Verb
    subject: Model
    summary: str
    story: Story | None = None
    article: Article | None = None
    changes: Changes = field(default_factory=dict)


@contextmanager
def collect_lines() -> Iterator[list[Activity]]:
    """Return a context that gives a list of the history lines written inside the `with` block.

    Lines of the same thread or task are appended as they are written; the list of a `with` block around this
    one gets them at its end. Lines stay in the list even if their transaction is rolled back.
    """
    lines: list[Activity] = []
    outer = _witness.get()
    token = _witness.set(lines)
    try:
        yield lines
    finally:
        _witness.reset(token)
        if outer is not None:
            outer.extend(lines)


class SentTwice(Conflict):
    """The error for a form that was sent twice (409). `line` is the line of history
    that the first one wrote.
    """

    def __init__(self, line: Activity) -> None:
        super().__init__("This was sent twice, and is done already.")
        self.line = line


@contextmanager
def sent_once(form_key: str) -> Iterator[None]:
    """Return a context for what a person does by sending a form once.

    `form_key` is a different text, of at most 64 characters, for each form that is sent. If a line of history
    was written for the same form before, the first line inside the `with` block raises `SentTwice`, so that
    its transaction is rolled back.
    """
    token = _form_key.set(form_key)
    try:
        yield
    finally:
        _form_key.reset(token)


@contextmanager
def undoing(line: Activity) -> Iterator[None]:
    """Return a context in which the line of history that is written gets `line` in its field `undoes`.

    At most one line may be written inside the `with` block. Because of this context, actions need not know
    whether a person does or undoes them.
    """
    token = _undoing.set(line)
    try:
        yield
    finally:
        _undoing.reset(token)


@contextmanager
def as_one_act(bulk_key: str = "") -> Iterator[None]:
    """Return a context for an act on many rows. Undo takes back all lines that are written inside the `with`
    block together.

    `bulk_key` is that of the lines which are taken back, or empty for a new act, which gets a key of its own.
    """
    token = _bulk_key.set(bulk_key or uuid4().hex)
    try:
        yield
    finally:
        _bulk_key.reset(token)


def record(line: HistoryLine, *, by: User) -> Activity:
    """Write one line of history, and return it as it is stored.

    Call this inside the transaction of the action, so that neither is ever stored without the other.
    """
    (written,) = record_all([line], by=by)
    return written


def record_all(lines: Iterable[HistoryLine], *, by: User) -> list[Activity]:
    """Write many lines of history, and return them as they are stored, in order.

    Call this inside the transaction of the action.
    """
    unwritten = [_activity(line, by) for line in lines]
    form_key = _form_key.get()
    if form_key and unwritten:
        _must_be_new(form_key)
        unwritten[0].form_key = form_key
        # An act may write more lines. Only the first one stands for the form.
        _form_key.set("")
    written = Activity.objects.bulk_create(unwritten, batch_size=500)

    collected = _witness.get()
    if collected is not None:
        collected.extend(written)

    for activity in written:
        # A line is logged only after the commit. The log contains only ids, because article text and people's
        # notes must not leave the database.
        ids = {
            "verb": str(activity.verb),
            "object": activity.object_type,
            "id": activity.object_id,
            "user": str(activity.actor_id),
        }
        transaction.on_commit(partial(logger.info, "act", extra=ids))
    return written


def _must_be_new(form_key: str) -> None:
    # The same form may be on its way twice. The second one waits here until the first one is stored.
    one_at_a_time(f"form {form_key}")
    earlier = Activity.objects.filter(form_key=form_key).first()
    if earlier:
        raise SentTwice(earlier)


def quoted(words: str, longest: int = 100) -> str:
    """Return `words` in quotation marks, shortened to at most `longest` characters without the marks."""
    return f"“{shortened(words, longest)}”"


def shortened(text: str, longest: int) -> str:
    """Return `text`, or its beginning and an ellipsis (together at most `longest` characters) if it is
    longer.
    """
    if len(text) <= longest:
        return text
    beginning = text[: longest - 1].rstrip()
    return f"{beginning}…"


def differences(instance: Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return the fields of `instance` that differ from `values`, as `{field: (present value, new value)}`."""
    changes = {}
    for name, after in values.items():
        before = getattr(instance, name)
        if before != after:
            changes[name] = (before, after)
    return changes


def change(instance: Model, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Set those of `values` that differ on `instance`, and save them with `store`.

    Returns `{field: (old value, new value)}` as the history shows it, with related rows as their names.
    Returns an empty dictionary and saves nothing if no value differs.
    """
    changes = differences(instance, values)
    if not changes:
        return {}
    for name, (_, after) in changes.items():
        setattr(instance, name, after)

    # If a save names its fields, Django updates automatic times only if they are named too.
    columns = instance._meta.fields
    stamps = [column.name for column in columns if getattr(column, "auto_now", False)]
    store(instance, [*changes, *stamps])

    texts = {}
    for name, (before, after) in changes.items():
        texts[name] = (_plain(before), _plain(after))
    return texts


def _activity(line: HistoryLine, by: User) -> Activity:
    return Activity(
        actor=by,
        verb=line.verb,
        object_type=line.subject._meta.model_name or "",
        object_id=str(line.subject.pk),
        story=line.story,
        article=line.article,
        summary=shortened(line.summary, LONGEST_SUMMARY),
        changes={name: list(pair) for name, pair in line.changes.items()},
        undoes=_undoing.get(),
        bulk_key=_bulk_key.get(),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return str(value)
    return value
