"""Taking a row back without losing it, and putting it back."""

from django.utils import timezone

from annotations.models.withdrawing import Withdrawable
from newsroom.actions.locking import lock
from newsroom.models import User

# A save of these alone leaves alone what others changed beside them.
_FIELDS = ("withdrawn_at", "withdrawn_by")


def withdraw(row: Withdrawable, by: User) -> bool:
    """Take the row back. Returns False, and changes nothing, if it was taken back already."""
    lock(row)
    if row.withdrawn_at is not None:
        return False
    row.withdrawn_at = timezone.now()
    row.withdrawn_by = by
    row.save(update_fields=_FIELDS)
    return True


def restore(row: Withdrawable) -> bool:
    """Put the row back. Returns False, and changes nothing, if it stands."""
    lock(row)
    if row.withdrawn_at is None:
        return False
    row.withdrawn_at = None
    row.withdrawn_by = None
    row.save(update_fields=_FIELDS)
    return True
