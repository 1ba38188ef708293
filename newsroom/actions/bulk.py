"""Do one action on many things: rehearse it, show the result, and do it only if the result is still the same.

A rehearsal is the action itself, rolled back. So the lines of history that it would write are exactly its
effects, and a thing is refused by the rules of the action itself.
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

from newsroom.actions.history import collect_lines
from newsroom.errors import Conflict, NewsroomError
from newsroom.models import Activity, User
from newsroom.roles import UserRole, require

#: An action on one thing. It checks the person's role and writes its own line of history.
Act = Callable[[Any], object]

CHANGED_MEANWHILE = (
    "Someone changed some of these meanwhile, so nothing was done. This is what would be done now."
)


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """The lines of history that an action writes, and the things that it refuses, as `(name, reason)`."""

    lines: tuple[Activity, ...]
    refused: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """Return a hash of the effects.

        Two outcomes with the same effects on the same things have the same hash.
        """
        touched = [_touched(line) for line in self.lines]
        outcome = json.dumps([touched, self.refused], cls=DjangoJSONEncoder, sort_keys=True)
        return hashlib.sha256(outcome.encode()).hexdigest()


@transaction.atomic
def act_on_each(things: Iterable[Model], act: Act, *, by: User) -> BulkOutcome:
    """Do `act(thing)` for each thing. Requires the curator role.

    If `act` refuses a thing, that thing stays unchanged and the others are still done. `act` must not make
    new things, because their ids would differ each time, and no rehearsal would equal another.
    """
    require(by, UserRole.CURATOR)
    refused = []
    with collect_lines() as lines:
        for thing in things:
            # The name is read first, because the action may change it.
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
    """Return what `act_on_each` would do, without doing it. Requires the curator role."""
    with transaction.atomic():
        outcome = act_on_each(things, act, by=by)
        transaction.set_rollback(True)
    return outcome


def act_as_shown(things: Iterable[Model], act: Act, *, by: User, shown: str) -> BulkOutcome:
    """Do what the rehearsal with the fingerprint `shown` has shown. Requires the curator role.

    Raises `Conflict` and does nothing if the effects would now be different.
    """
    with transaction.atomic():
        outcome = act_on_each(things, act, by=by)
        if outcome.fingerprint != shown:
            raise Conflict(CHANGED_MEANWHILE)
    return outcome


def _touched(line: Activity) -> tuple[Any, ...]:
    """Return what a line of history says, without times, because they differ each time."""
    changes = {}
    for field, (before, after) in line.changes.items():
        if not isinstance(after, datetime):
            changes[field] = [before, after]
    return (line.object_type, line.object_id, line.verb, line.summary, changes)
