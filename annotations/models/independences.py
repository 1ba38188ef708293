"""Define the model of an editor's statement that two articles are independent sources of a claim."""

import uuid

from django.db import models
from django.db.models import F, Q

from annotations.models.withdrawing import STANDING, Withdrawable, withdrawn_by_someone


class Independence(Withdrawable):
    """A statement that two articles are independent sources of a claim, even if they share a source.

    `first` is the article with the lower id, so that a pair is stored in one way only. `reason` says why.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    claim = models.ForeignKey(
        "annotations.Claim", on_delete=models.PROTECT, related_name="independences"
    )
    first = models.ForeignKey("newsroom.Article", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey("newsroom.Article", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="independence_two_articles_in_order",
                violation_error_message="Two different articles are independent, in the order of their ids.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="independence_reason_present",
                violation_error_message="Say why the two are independent.",
            ),
            models.UniqueConstraint(
                fields=["claim", "first", "second"],
                condition=STANDING,
                name="independence_once_per_claim",
                violation_error_message="These two are stated to be independent already.",
            ),
            withdrawn_by_someone("independence"),
        ]

    def __str__(self) -> str:
        return f"{self.first} and {self.second} are independent: {self.claim}"
