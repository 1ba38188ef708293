"""Define the model of tags. All tags together are the codebook."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from annotations.logic.vocabulary import Hue


class Tag(models.Model):
    """An entry of the codebook. `path` is its place in the tree: `claims/number` is below `claims`."""

    # The path contains the whole place in the tree, so that a subtree is found with one condition.
    path = models.CharField(max_length=120)
    hue = models.CharField(
        "colour",
        max_length=12,
        choices=[(hue.value, hue.label) for hue in Hue],
        default=Hue.AMBER.value,
    )
    definition = models.TextField(blank=True, max_length=2_000)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(
                # Two tags that differ only in case would look the same to people.
                Lower("path"),
                name="tag_path_unique",
                violation_error_message="The codebook has this tag already.",
            ),
            models.CheckConstraint(
                condition=~Q(path="")
                & ~Q(path__startswith="/")
                & ~Q(path__endswith="/")
                & ~Q(path__contains="|"),
                name="tag_path_well_formed",
                violation_error_message="A tag's path is words parted by “/”, without “|”.",
            ),
            models.CheckConstraint(
                condition=Q(hue__in=[hue.value for hue in Hue]),
                name="tag_hue_known",
                violation_error_message="A tag's colour is one of the palette.",
            ),
        ]

    def __str__(self) -> str:
        return self.path
