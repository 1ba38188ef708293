"""Define the models of what a verdict was based on. Their rows never change."""

from django.db import models
from django.db.models import F, Q

from annotations.models.judgements import RELATIONS


class VerdictBasis(models.Model):
    """The statement and the count of a claim at the time when it got a verdict.

    The passages at that time are `BasisPassage` rows. A claim has one basis for each verdict that was given,
    and the newest one belongs to the current verdict. Claims that were settled before this model existed have
    no basis.
    """

    claim = models.ForeignKey(
        "annotations.Claim", on_delete=models.PROTECT, related_name="verdict_bases"
    )
    statement = models.CharField(max_length=1_000)
    at_least = models.PositiveIntegerField(
        help_text="Independent sources, counted with every doubt."
    )
    at_most = models.PositiveIntegerField(
        help_text="Independent sources, counted without any doubt."
    )
    contradicting = models.PositiveIntegerField(help_text="Sources that contradict the claim.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "verdict bases"
        constraints = [
            models.CheckConstraint(
                condition=Q(at_least__lte=F("at_most")),
                name="verdict_basis_bounds_in_order",
                violation_error_message="The lower bound of a count is not above the upper one.",
            ),
        ]

    def __str__(self) -> str:
        return self.statement


class BasisPassage(models.Model):
    """A passage that was evidence for a claim when the claim got a verdict.

    `relation` and `anchor` have the values of that time. An anchor never changes, so it keeps the words that
    were judged.
    """

    basis = models.ForeignKey(VerdictBasis, on_delete=models.PROTECT, related_name="passages")
    evidence = models.ForeignKey("annotations.Evidence", on_delete=models.PROTECT, related_name="+")
    anchor = models.ForeignKey("annotations.Anchor", on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=12, choices=RELATIONS)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["basis", "evidence"],
                name="basis_passage_once",
                violation_error_message="A verdict rests on each piece of evidence once.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.basis}"
