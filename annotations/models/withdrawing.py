"""Define the base model of rows that people can withdraw.

A withdrawn row stays in the database and in the history.
"""

from typing import Any

from django.db import models
from django.db.models import Q


class Withdrawable(models.Model):
    """A row that a person made and that can be withdrawn. Withdrawn rows are neither shown nor counted.

    `withdrawn_at` and `withdrawn_by` are None if the row is not withdrawn.
    """

    withdrawn_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
    )
    # No reverse relation is needed, because nobody lists what a person withdrew.
    withdrawn_by = models.ForeignKey(
        "newsroom.User",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        abstract = True


#: The condition that a row is not withdrawn.
STANDING = Q(withdrawn_at__isnull=True)


def withdrawn_by_someone(noun: str) -> Any:
    """Return the constraint that a row has both the time and the person of its withdrawal, or neither.

    `noun` names the model; the name of the constraint begins with it.
    """
    return models.CheckConstraint(
        condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
        | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
        name=f"{noun}_withdrawn_by_someone",
        violation_error_message="A withdrawal says when and by whom.",
    )
