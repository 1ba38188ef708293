"""Define the model of claims: statements that a desk checks."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from annotations.logic.vocabulary import ClaimStatus, Verdict
from annotations.models.withdrawing import Withdrawable, withdrawn_by_someone


class Claim(Withdrawable):
    """A statement that is checked within a story.

    A claim is settled if and only if it has a verdict, a rationale, a time and an editor. `version` starts at
    1 and grows with each change. If two people save a verdict at the same time, the second one is refused and
    does not overwrite the first.
    """

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    # A story with claims cannot be deleted, so that no decision is lost.
    story = models.ForeignKey("newsroom.Story", on_delete=models.PROTECT, related_name="claims")
    statement = models.CharField(max_length=1_000)
    status = models.CharField(
        max_length=10,
        choices=[(status.value, status.label) for status in ClaimStatus],
        default=ClaimStatus.OPEN.value,
    )
    # The verdict is empty until the claim is settled.
    verdict = models.CharField(
        max_length=20, choices=[(verdict.value, verdict.label) for verdict in Verdict], blank=True
    )
    rationale = models.TextField(
        blank=True,
        max_length=10_000,
        help_text="Markdown.",
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    # No reverse relation is needed, because pages never list the claims of an editor.
    settled_by = models.ForeignKey(
        "newsroom.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The time of the verdict that is public. A change of the verdict empties it, and another verdict has
    # another time, so that no verdict becomes public that nobody has marked.
    public_verdict_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The version is compared when a form is saved. A newer version refuses the form.
    version = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(statement=""),
                name="claim_statement_present",
                violation_error_message="A claim needs a statement.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in ClaimStatus]),
                name="claim_status_known",
                violation_error_message="A claim is open, being checked or settled.",
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", *(verdict.value for verdict in Verdict)]),
                name="claim_verdict_known",
                violation_error_message="The verdict is not one of the list.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(
                        status="settled",
                        settled_at__isnull=False,
                        settled_by__isnull=False,
                    )
                    & ~Q(verdict="")
                    & ~Q(rationale="")
                )
                | (
                    ~Q(status="settled")
                    & Q(
                        verdict="",
                        rationale="",
                        settled_at__isnull=True,
                        settled_by__isnull=True,
                    )
                ),
                name="claim_settled_with_verdict",
                violation_error_message=(
                    "A settled claim has a verdict and a rationale, and only a settled one has."
                ),
            ),
            withdrawn_by_someone("claim"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(status="settled"),
                name="claim_withdrawn_unsettled",
                violation_error_message="A settled claim is opened again before it is withdrawn.",
            ),
        ]

    def __str__(self) -> str:
        return self.statement

    @property
    def is_public(self) -> bool:
        """Whether the verdict that the claim has now is marked as public."""
        return self.settled_at is not None and self.public_verdict_at == self.settled_at

    def get_absolute_url(self) -> str:
        return reverse("claim", args=[self.pk])
