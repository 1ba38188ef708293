"""Define the models of origins. Articles of one origin count as one source."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from annotations.logic.vocabulary import OriginState


class Origin(models.Model):
    """A common source of several articles, usually a text of a wire agency.

    An origin is proposed until a person confirms or rejects it. `reason` says why it was proposed, or after
    the decision why it was confirmed or rejected.
    """

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    name = models.CharField(max_length=120)
    state = models.CharField(
        max_length=10,
        choices=[(state.value, state.label) for state in OriginState],
        default=OriginState.PROPOSED.value,
    )
    # The reason of the proposal is replaced by the reason of the decision. The history keeps both.
    reason = models.TextField(blank=True, max_length=2_000)
    articles = models.ManyToManyField(
        "newsroom.Article", through="annotations.Provenance", related_name="origins"
    )
    decided_by = models.ForeignKey(
        "newsroom.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="origin_name_present",
                violation_error_message="An origin needs a name.",
            ),
            models.CheckConstraint(
                condition=Q(
                    state="proposed",
                    decided_by__isnull=True,
                    decided_at__isnull=True,
                )
                | Q(
                    state__in=["confirmed", "rejected"],
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                ),
                name="origin_decided_by_someone",
                violation_error_message=(
                    "A decided origin says who decided and when; a proposed one does not."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("origin", args=[self.pk])

    @property
    def reasoned_at(self) -> datetime:
        """Return the time at which `reason` was given: that of the decision, or of the proposal if
        nobody has decided.
        """
        return self.decided_at or self.created_at


class Provenance(models.Model):
    """The statement that an article belongs to an origin, so that its reporting comes from there."""

    origin = models.ForeignKey(Origin, on_delete=models.CASCADE, related_name="provenances")
    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.PROTECT, related_name="provenances"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    # The order of the rows is the order in which articles joined the origin.
    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["origin", "article"],
                name="origin_holds_article_once",
                violation_error_message="The origin holds this article already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} from {self.origin}"
