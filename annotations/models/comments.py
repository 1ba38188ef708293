"""Define the model of comments, which colleagues write about highlights and claims."""

import uuid

from django.db import models
from django.db.models import Q

from annotations.models.withdrawing import Withdrawable, withdrawn_by_someone


class Comment(Withdrawable):
    """A comment on exactly one highlight or exactly one claim, written in Markdown."""

    # This names the row in files that go to another desk. Ids of rows differ from desk to desk.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Exactly one of the two references is set. A constraint below ensures this.
    highlight = models.ForeignKey(
        "annotations.Highlight",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
    )
    claim = models.ForeignKey(
        "annotations.Claim",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
    )
    body = models.TextField(max_length=10_000, help_text="Markdown.")
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(highlight__isnull=False, claim__isnull=True)
                | Q(highlight__isnull=True, claim__isnull=False),
                name="comment_on_one_thing",
                violation_error_message="A comment is about one highlight or one claim.",
            ),
            models.CheckConstraint(
                condition=~Q(body=""),
                name="comment_says_something",
                violation_error_message="A comment needs some text.",
            ),
            withdrawn_by_someone("comment"),
        ]

    def __str__(self) -> str:
        return self.body[:80]
