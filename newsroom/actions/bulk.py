"""One act on many things: rehearsed, shown, and done only if it is still what was shown.

A rehearsal is the act itself, rolled back. So what it would write into the history is exactly what it will
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

#: An act on one thing. It checks the person and writes its own line of history.
Act = Callable[[Any], object]

CHANGED_MEANWHILE = (
    "Someone changed some of these meanwhile, so nothing was done. This is what would be done now."
)


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """The lines of history that an act writes, and `(name, reason)` of each thing that it refuses."""

    lines: tuple[Activity, ...]
    refused: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """A hash that is equal for two outcomes that touch the same things in the same way, at any time."""
        touched = [_touched(line) for line in self.lines]
        outcome = json.dumps([touched, self.refused], cls=DjangoJSONEncoder, sort_keys=True)
        return hashlib.sha256(outcome.encode()).hexdigest()


@transaction.atomic
def act_on_each(things: Iterable[Model], act: Act, *, by: User) -> BulkOutcome:
    """Do `act(thing)` for each thing. Requires the curator role.

    A thing that the act refuses stays as it is, and the others are acted on all the same. `act` must make no
    new things, because their ids would differ each time and no rehearsal would be like another.
    """
    require(by, UserRole.CURATOR)
    refused = []
    with witnessed() as lines:
        for thing in things:
            # The name before the act, because the act may change it.
            name = str(thing)
            written = len(lines)
            try:
                with transaction.atomic():
                    act(thing)
            except NewsroomError as error:
                del lines[written:]
                refused.append((name, error.sentence))
    return BulkOutcome(tuple(lines), tuple(refused))


def rehearse(things: Iterable[Model], act: Act, *, by: User) -> BulkOutcome:
    """Return what `act_on_each` would do, and do nothing. Requires the curator role."""
    with transaction.atomic():
        outcome = act_on_each(things, act, by=by)
        transaction.set_rollback(True)
    return outcome


def act_as_shown(things: Iterable[Model], act: Act, *, by: User, shown: str) -> BulkOutcome:
    """Do what a rehearsal showed whose fingerprint is `shown`. Requires the curator role.

    Raises `Conflict`, with nothing done, if something else would be done now.
    """
    with transaction.atomic():
        outcome = act_on_each(things, act, by=by)
        if outcome.fingerprint != shown:
            raise Conflict(CHANGED_MEANWHILE)
    return outcome


def _touched(line: Activity) -> tuple[Any, ...]:
    """Return what a line says, without the times that the act sets, because these are others each time."""
    changes = {}
    for field, pair in line.changes.items():
        if not isinstance(pair[1], datetime):
            changes[field] = pair
    return (line.object_type, line.object_id, line.verb, line.summary, changes)
