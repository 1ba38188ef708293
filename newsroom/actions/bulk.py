"""Do one action on many rows in two steps: rehearse it, then do it if its effects are still the same.

A rehearsal does the action and rolls it back. So it returns exactly the lines of history that the action
would write, and the rows that the rules of the action refuse.
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

from newsroom.actions.history import as_one_act, collect_lines
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
    """The effects of an action on many rows.

    `lines` are the lines of history that the action writes. `refused` names each row that the action refuses,
    as `(name of the row, sentence with the reason)`.
    """

    lines: tuple[Activity, ...]
    refused: tuple[tuple[str, str], ...]

    @property
    def fingerprint(self) -> str:
        """Return a hash (SHA-256 in hexadecimal) of the effects.

        Two outcomes with the same effects on the same rows have the same fingerprint.
        """
        touched = [_touched(line) for line in self.lines]
        outcome = json.dumps([touched, self.refused], cls=DjangoJSONEncoder, sort_keys=True)
        return hashlib.sha256(outcome.encode()).hexdigest()


@transaction.atomic
def act_on_each(things: Iterable[Model], act: Act, *, by: User) -> BulkOutcome:
    """Do `act(thing)` for each of `things`, and return the effects.

    Requires the curator role. A thing that `act` refuses stays unchanged, and the others are still done.
    Undo takes all of it back at once.
    `act` must not make new rows, because their ids would differ each time, and no rehearsal would equal
    another.
    """
    require(by, UserRole.CURATOR)
    refused = []
    with collect_lines() as lines, as_one_act():
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
    """Return the effects that `act_on_each` would have, without changing anything.

    Requires the curator role.
    """
    with transaction.atomic():
        outcome = act_on_each(things, act, by=by)
        transaction.set_rollback(True)
    return outcome


def act_as_shown(
    things: Iterable[Model],
    act: Act,
    *,
    by: User,
    shown: str,
) -> BulkOutcome:
    """Do what a rehearsal has shown, and return the effects.

    Requires the curator role. `shown` is the fingerprint of the rehearsal. Raises `Conflict` and does nothing
    if the effects would now be different.
    """
    with transaction.atomic():
        outcome = act_on_each(things, act, by=by)
        if outcome.fingerprint != shown:
            raise Conflict(CHANGED_MEANWHILE)
    return outcome


def _touched(line: Activity) -> tuple[Any, ...]:
    """Return what a line of history says as a tuple, but without times, which differ in each rehearsal."""
    changes = {}
    for field, (before, after) in line.changes.items():
        if not isinstance(after, datetime):
            changes[field] = [before, after]
    return (line.object_type, line.object_id, line.verb, line.summary, changes)
