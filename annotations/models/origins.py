"""Define the models of origins. Articles of one origin count as one source."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse

from annotations.logic.vocabulary import OriginKind, OriginState


class Origin(models.Model):
    """A source of articles: a text that they share, a source that they credit, or a document such as a press
    release.

    An origin is proposed until a person confirms or rejects it. `reason` says why it was proposed or, after
    the decision, why it was confirmed or rejected.
    """

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    name = models.CharField(max_length=120)
    kind = models.CharField(
        max_length=15,
        choices=[(kind.value, kind.label) for kind in OriginKind],
        default=OriginKind.TEXT.value,
    )
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
        # Every count of sources looks for the documents among the origins, which are few.
        indexes = [models.Index(fields=["kind"], name="origin_kind")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="origin_name_present",
                violation_error_message="An origin needs a name.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in OriginKind]),
                name="origin_kind_known",
                violation_error_message="An origin is a text, a credited source or a kind of document.",
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
    def is_text(self) -> bool:
        """Return whether the origin is a text that its articles share, so that they are copies."""
        return self.kind == OriginKind.TEXT

    @property
    def is_credit(self) -> bool:
        """Return whether the origin is a source that its articles credit."""
        return self.kind == OriginKind.CREDIT

    @property
    def is_document(self) -> bool:
        return OriginKind(self.kind).is_document

    @property
    def label(self) -> str:
        """Return the name with the kind, as pages show it: “AFP”, “credits AFP”, “press release “Budget””."""
        if self.is_text:
            return self.name
        if self.is_credit:
            return f"credits {self.name}"
        return document_label(OriginKind(self.kind), self.name)

    @property
    def reasoned_at(self) -> datetime:
        """Return the time of the decision, to which `reason` belongs, or the time of the proposal if nobody
        has decided.
        """
        return self.decided_at or self.created_at


def document_label(kind: OriginKind, name: str) -> str:
    """Return the name of a document with its kind: “press release “Budget of the port””."""
    noun = "document" if kind is OriginKind.DOCUMENT else kind.label.lower()
    return f"{noun} “{name}”"


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
