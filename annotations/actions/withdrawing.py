"""Withdraw a row without deleting it, and restore it."""

from django.utils import timezone

from annotations.models.withdrawing import Withdrawable
from newsroom.actions.locking import lock
from newsroom.models import User

# Only these fields are saved, so that simultaneous changes of other fields are not overwritten.
_FIELDS = ("withdrawn_at", "withdrawn_by")


def withdraw(row: Withdrawable, by: User) -> bool:
    """Withdraw the row. Returns False, and changes nothing, if the row is withdrawn already."""
    # The lock also reloads the row, so a withdrawal by somebody else is noticed.
    lock(row)
    if row.withdrawn_at is not None:
        return False
    row.withdrawn_at = timezone.now()
    row.withdrawn_by = by
    row.save(update_fields=_FIELDS)
    return True


def restore(row: Withdrawable) -> bool:
    """Restore the row. Returns False, and changes nothing, if the row is not withdrawn."""
    lock(row)
    if row.withdrawn_at is None:
        return False
    row.withdrawn_at = None
    row.withdrawn_by = None
    row.save(update_fields=_FIELDS)
    return True
