"""Taking a row back without losing it, and putting it back."""

from django.utils import timezone

from annotations.models.withdrawing import Withdrawable
from newsroom.models import User

_FIELDS = ("withdrawn_at", "withdrawn_by")


def withdraw(row: Withdrawable, by: User) -> bool:
    """Take it back; False where it was taken back already, which changes nothing."""
    if row.withdrawn_at is not None:
        return False
    row.withdrawn_at, row.withdrawn_by = timezone.now(), by
    row.save(update_fields=_FIELDS)
    return True


def restore(row: Withdrawable) -> bool:
    """Put it back; False where it stands, which changes nothing."""
    if row.withdrawn_at is None:
        return False
    row.withdrawn_at = row.withdrawn_by = None
    row.save(update_fields=_FIELDS)
    return True
