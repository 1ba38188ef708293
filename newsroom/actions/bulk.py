"""One act on many things: rehearsed, shown, and done only if it is still what was shown.

A rehearsal is the act itself, rolled back: what it would write into the history is exactly what it will
touch, and the rules that refuse a thing are the act's own.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model

from newsroom.actions.history import witnessed
from newsroom.errors import Conflict, NewsroomError
from newsroom.models import Activity, User
from newsroom.roles import UserRole, require

CHANGED_MEANWHILE = (
    "Someone changed some of these meanwhile, so nothing was done. This is what would be done now."
)


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """The lines of history an act writes, and what stays as it is: each thing's name with the sentence why."""

    lines: tuple[Activity, ...]
    refused: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """The same for two outcomes that touch the same things in the same way, whenever they do."""
        touched = [
            (line.object_type, line.object_id, line.verb, line.summary, _timeless(line.changes))
            for line in self.lines
        ]
        told = json.dumps([touched, self.refused], cls=DjangoJSONEncoder, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


@transaction.atomic
def act_on_each(things: Iterable[Model], act: Callable[[Any], object], *, by: User) -> BulkOutcome:
    """`act(thing)` for each thing; one that refuses stays as it is and keeps none of the others back. Takes a
    curator.

    `act` is an act on its own: it checks the person, writes its line of history, and makes no new things
    (whose ids would be others each time).
    """
    require(by, UserRole.CURATOR)
    refused = []
    with witnessed() as lines:
        for thing in things:
            before, name = len(lines), str(thing)
            try:
                with transaction.atomic():
                    act(thing)
            except NewsroomError as error:
                del lines[before:]
                refused.append((name, error.sentence))
    return BulkOutcome(tuple(lines), tuple(refused))


def rehearse(things: Iterable[Model], act: Callable[[Any], object], *, by: User) -> BulkOutcome:
    """What `act_on_each` would do, undone."""
    with transaction.atomic():
        outcome = act_on_each(things, act, by=by)
        transaction.set_rollback(True)
    return outcome


def act_as_shown(
    things: Iterable[Model], act: Callable[[Any], object], *, by: User, shown: str
) -> BulkOutcome:
    """Do what a rehearsal of fingerprint `shown` showed. Raises `Conflict`, with nothing done, where it is no
    more.
    """
    with transaction.atomic():
        outcome = act_on_each(things, act, by=by)
        if outcome.fingerprint != shown:
            raise Conflict(CHANGED_MEANWHILE)
    return outcome


def _timeless(changes: dict[str, Any]) -> dict[str, Any]:
    return {field: pair for field, pair in changes.items() if not isinstance(pair[1], datetime)}
