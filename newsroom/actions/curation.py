"""Add or change any record in the admin panel. Only curators do this."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Model

from newsroom.actions.history import HistoryLine, change, record
from newsroom.actions.seen import must_be_as_seen
from newsroom.actions.storing import store
from newsroom.models import User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def amend(
    instance: Model,
    values: Mapping[str, Any],
    *,
    by: User,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Set the fields `values` of a stored record, with one line of history.

    Requires the curator role. Writes nothing if no value differs. `seen` is {field: value} as the person's
    page showed them. Raises `Conflict` if one of these values has changed since, and `Invalid` if the record
    would break a rule of its model.
    """
    require(by, UserRole.CURATOR)
    must_be_as_seen(instance, seen or {}, values)
    changes = change(instance, values)
    if not changes:
        return
    noun = instance._meta.verbose_name
    summary = f"amended the {noun} “{instance}”"
    record(HistoryLine(Verb.AMENDED, instance, summary, changes=changes), by=by)


@transaction.atomic
def enter(instance: Model, *, by: User) -> None:
    """Store a new record, with one line of history.

    Requires the curator role. Raises `Invalid` if the record breaks a rule of its model.
    """
    require(by, UserRole.CURATOR)
    # Not every model records who made its rows.
    if hasattr(instance, "created_by_id") and instance.created_by_id is None:
        instance.created_by = by  # type: ignore[attr-defined]  # asked in the line above
    store(instance)
    summary = f"entered the {instance._meta.verbose_name} “{instance}”"
    record(HistoryLine(Verb.ENTERED, instance, summary), by=by)
