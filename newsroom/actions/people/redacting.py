"""Remove personal details from the history. The lines stay, with their verb, person and time."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from newsroom.errors import Missing
from newsroom.models import Activity, User
from newsroom.roles import UserRole, require


@transaction.atomic
def redact_lines(ids: Collection[int], *, by: User) -> int:
    """Remove the summary and the values of lines of the history for ever, and return how many lines were
    redacted.

    `ids` are the ids of the lines. Lines that are redacted already stay as they are. Requires the curator
    role. Raises `Missing`, and changes nothing, if there is no line with one of the ids.
    """
    require(by, UserRole.CURATOR)
    lines = Activity.objects.in_bulk(ids)
    unknown = set(ids) - set(lines)
    if unknown:
        raise Missing(f"The history has no line {min(unknown)}.")

    unredacted = [line for line in lines.values() if line.redacted_at is None]
    for line in unredacted:
        line.summary = f"{line.verb}: the words of this line were removed"
        line.changes = {}
        # No line is added for this, because the redacted line itself says when and by whom.
        line.redacted_at = timezone.now()
        line.redacted_by = by
    Activity.objects.bulk_update(
        unredacted, ["summary", "changes", "redacted_at", "redacted_by"], batch_size=500
    )
    return len(unredacted)
