"""Define the models of judgements: evidence for claims, silences about claims, and links between passages."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least

from annotations.logic.vocabulary import Aspect, Relation
from annotations.models.withdrawing import STANDING, Withdrawable, withdrawn_by_someone

#: The choices of forms and of the admin panel: stored value and label.
RELATIONS = [(relation.value, relation.label) for relation in Relation]
ASPECTS = [(aspect.value, aspect.label) for aspect in Aspect]


class Evidence(Withdrawable):
    """A person's judgement on how a passage (`highlight`) relates to a claim."""

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    claim = models.ForeignKey(
        "annotations.Claim", on_delete=models.PROTECT, related_name="evidence"
    )
    highlight = models.ForeignKey(
        "annotations.Highlight", on_delete=models.PROTECT, related_name="evidence"
    )
    relation = models.CharField(max_length=12, choices=RELATIONS)
    # The note is plain text, because tables show it in one cell.
    note = models.CharField(max_length=1_000, blank=True)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]
        # Without this Django would write “evidences”.
        verbose_name_plural = "evidence"
        indexes = [models.Index(fields=["-created_at"], name="evidence_by_time")]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "highlight"],
                condition=STANDING,
                name="evidence_once_per_claim",
                violation_error_message="This passage is evidence for the claim already.",
            ),
            models.CheckConstraint(
                condition=Q(relation__in=[relation.value for relation in Relation]),
                name="evidence_relation_known",
                violation_error_message="The relation is not one of the list.",
            ),
            withdrawn_by_someone("evidence"),
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.claim}"


class Silence(Withdrawable):
    """A person's statement that they have read the article and that it does not mention the claim."""

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    claim = models.ForeignKey(
        "annotations.Claim", on_delete=models.PROTECT, related_name="silences"
    )
    article = models.ForeignKey(
        "newsroom.Article",
        on_delete=models.PROTECT,
        related_name="silences",
    )
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "article"],
                condition=STANDING,
                name="silence_once_per_claim",
                violation_error_message="It is known already that this article does not mention the claim.",
            ),
            withdrawn_by_someone("silence"),
        ]

    def __str__(self) -> str:
        return f"{self.article} does not mention: {self.claim}"


class Link(Withdrawable):
    """A relation between two passages of different articles. `relation` says how `source` relates to
    `target`.

    Two passages have at most one link that is not withdrawn. `aspect` says in what they contradict each
    other; it is empty for every other relation.
    """

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    # A link has a direction, because “updates” means something else in each direction.
    source = models.ForeignKey(
        "annotations.Highlight", on_delete=models.PROTECT, related_name="links_out"
    )
    target = models.ForeignKey(
        "annotations.Highlight", on_delete=models.PROTECT, related_name="links_in"
    )
    relation = models.CharField(max_length=12, choices=RELATIONS)
    aspect = models.CharField(
        max_length=12,
        choices=ASPECTS,
        blank=True,
    )
    note = models.CharField(max_length=1_000, blank=True)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]
        indexes = [models.Index(fields=["-created_at"], name="link_by_time")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(source=F("target")),
                name="link_two_passages",
                violation_error_message="A passage cannot be linked with itself.",
            ),
            models.UniqueConstraint(
                Least("source", "target"),
                Greatest("source", "target"),
                condition=STANDING,
                name="link_once_per_pair",
                violation_error_message="These two passages are linked already.",
            ),
            models.CheckConstraint(
                condition=Q(relation__in=[relation.value for relation in Relation]),
                name="link_relation_known",
                violation_error_message="The relation is not one of the list.",
            ),
            models.CheckConstraint(
                condition=Q(relation="contradicts", aspect__in=[aspect.value for aspect in Aspect])
                | (~Q(relation="contradicts") & Q(aspect="")),
                name="link_aspect_of_contradiction",
                violation_error_message=(
                    "A contradiction says in what (number, time, …), and only a contradiction."
                ),
            ),
            withdrawn_by_someone("link"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_relation_display()} {self.target}"
