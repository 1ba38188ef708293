"""Define the models of tags and of people's own digits for them. All tags together are the codebook."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from annotations.logic.codebook import DIGITS, LONGEST_DEFINITION
from annotations.logic.vocabulary import Hue


class Tag(models.Model):
    """An entry of the codebook. `path` is its place in the tree: `claims/number` is below `claims`.

    `digit` is the key with which everybody marks words with this tag, or None.
    """

    # The path contains the whole place in the tree, so that a subtree is found with one condition.
    path = models.CharField(max_length=120)
    hue = models.CharField(
        "colour",
        max_length=12,
        choices=[(hue.value, hue.label) for hue in Hue],
        default=Hue.AMBER.value,
    )
    definition = models.TextField(blank=True, max_length=LONGEST_DEFINITION)
    digit = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        help_text="1 to 9: the key on the desk that marks words with this tag.",
    )
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
            models.UniqueConstraint(
                fields=["digit"],
                name="tag_digit_unique",
                violation_error_message="Another tag has this digit already: take it from that one first.",
            ),
            models.CheckConstraint(
                condition=Q(digit=None) | Q(digit__in=DIGITS),
                name="tag_digit_is_a_key",
                violation_error_message="A tag's digit is one of 1 to 9.",
            ),
        ]

    def __str__(self) -> str:
        return self.path


class TagPin(models.Model):
    """The digit that a person has given to a tag on their own desk. It replaces the digit that everybody
    has.
    """

    person = models.ForeignKey(
        "newsroom.User", on_delete=models.CASCADE, related_name="tag_pins", editable=False
    )
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="pins")
    digit = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["person", "digit"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "digit"],
                name="tag_pin_one_tag_per_digit",
                violation_error_message="You have pinned another tag to this digit.",
            ),
            models.UniqueConstraint(
                fields=["person", "tag"],
                name="tag_pin_one_digit_per_tag",
                violation_error_message="You have pinned this tag to another digit.",
            ),
            models.CheckConstraint(
                condition=Q(digit__in=DIGITS),
                name="tag_pin_digit_is_a_key",
                violation_error_message="A digit is one of 1 to 9.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.digit}: {self.tag}"
