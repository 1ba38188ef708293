"""Define the models of highlights and anchors.

A highlight is what a person marked; an anchor is its place in one revision.
"""

import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.urls import reverse

from annotations.logic.vocabulary import AnchorState
from annotations.models.withdrawing import STANDING, Withdrawable, withdrawn_by_someone
from newsroom.text.model import Span

models.TextField.register_lookup(Length)
#: The condition that a highlight is a projection.
_PROJECTED = Q(projected_from__isnull=False)


class Highlight(Withdrawable):
    """A marked passage, to which tags, a note, evidence and links belong.

    `anchor` is the current place of the passage: its newest anchor in the newest revision of the article.
    `version` starts at 1 and grows with each change, so that two people cannot overwrite each other's changes
    without noticing.
    """

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.PROTECT, related_name="highlights"
    )
    # A highlight and its first anchor refer to each other. Both are written in one transaction, and the
    # database checks the references at its end.
    anchor = models.OneToOneField(
        "annotations.Anchor", on_delete=models.PROTECT, editable=False, related_name="now_of"
    )
    note = models.TextField(
        blank=True,
        max_length=10_000,
        help_text="Markdown.",
    )
    attribution = models.CharField(
        max_length=200, blank=True, help_text="Whose words these are, as reported."
    )
    # A guess is shown as a guess until a person saves it.
    attribution_guessed = models.BooleanField(
        default=False,
        editable=False,
        help_text="Read from the verb of speech; nobody has looked at it yet.",
    )
    teller = models.CharField(
        max_length=200,
        blank=True,
        help_text="The outlets or agencies that report this, parted by “;”, if that is not the article's own "
        "outlet. “?” stands for one that the text does not name.",
    )
    teller_guessed = models.BooleanField(
        default=False,
        editable=False,
        help_text="Read from the text; nobody has looked at it yet.",
    )
    # Set if this highlight is a projection: it marks the same words in a copy of the text. A projection never
    # counts as evidence.
    projected_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="projections",
        db_index=False,  # see `highlight_projections`
    )
    tags = models.ManyToManyField(
        "annotations.Tag", through="annotations.HighlightTag", related_name="highlights"
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(
                fields=["article"],
                name="highlight_standing",
                condition=STANDING,
            ),
            models.Index(fields=["-created_at"], name="highlight_by_time"),
            # The index holds projections only, which are few. With an index of all highlights, SQLite would
            # use it to look up the highlights that are no projections, which are nearly all of them.
            models.Index(
                fields=["projected_from"], name="highlight_projections", condition=_PROJECTED
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(projected_from__isnull=True) | ~Q(projected_from=F("id")),
                name="highlight_projected_from_another",
                violation_error_message="A passage is not its own copy.",
            ),
            models.UniqueConstraint(
                fields=["projected_from", "article"],
                condition=STANDING & _PROJECTED,
                name="highlight_projected_once",
                violation_error_message="This passage is marked in that copy already.",
            ),
            withdrawn_by_someone("highlight"),
        ]

    def __str__(self) -> str:
        return self.anchor.quote[:80]

    def get_absolute_url(self) -> str:
        return reverse("permalink", args=[self.pk])


class HighlightTag(models.Model):
    """One tag of one highlight. `added_by` is the person who added it."""

    highlight = models.ForeignKey(Highlight, on_delete=models.CASCADE, related_name="taggings")
    # A tag in use cannot be deleted. It is merged into another tag first.
    tag = models.ForeignKey("annotations.Tag", on_delete=models.PROTECT, related_name="taggings")
    added_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["highlight", "tag"],
                name="highlight_bears_tag_once",
                violation_error_message="The highlight bears this tag already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tag} on {self.highlight_id}"


class Anchor(models.Model):
    """The place of a highlight in one revision. An anchor never changes: a new place is a new row.

    `start` and `end` are code points in the text of the revision, `end` exclusive. Both are None if and only
    if the passage is lost. `quote` is the text there; the `quote` of a lost passage holds its last known
    words. `prefix` and `suffix` are up to 32 code points before and after the quote.
    """

    id = models.UUIDField(
        primary_key=True,
        default=uuid.uuid4,
        editable=False,
    )
    highlight = models.ForeignKey(Highlight, on_delete=models.PROTECT, related_name="anchors")
    revision = models.ForeignKey(
        "newsroom.Revision", on_delete=models.PROTECT, related_name="anchors"
    )
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    # The quote is stored although the revision has it, because it also describes a lost passage.
    quote = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    state = models.CharField(
        max_length=10,
        choices=[(state.value, state.label) for state in AnchorState],
        default=AnchorState.DRAWN.value,
    )
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state="lost",
                    start__isnull=True,
                    end__isnull=True,
                )
                | (~Q(state="lost") & Q(start__isnull=False, end__isnull=False)),
                name="anchor_lost_has_no_span",
                violation_error_message="A lost anchor has no place, and every other anchor has one.",
            ),
            models.CheckConstraint(
                condition=Q(state="lost") | Q(start__lt=F("end")),
                name="anchor_span_in_order",
                violation_error_message="A passage ends after it starts.",
            ),
            models.CheckConstraint(
                condition=Q(state="lost") | Q(quote__length=F("end") - F("start")),
                name="anchor_quote_fills_span",
                violation_error_message="The quote is as long as the passage.",
            ),
            models.CheckConstraint(
                condition=~Q(quote=""),
                name="anchor_quote_present",
                violation_error_message="An anchor keeps the words it marks.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in AnchorState]),
                name="anchor_state_known",
                violation_error_message="An anchor is drawn, the same, moved, changed, confirmed or lost.",
            ),
        ]

    def __str__(self) -> str:
        place = "lost" if self.start is None else f"{self.start}..{self.end}"
        return f"{place} in {self.revision_id}"

    @property
    def span(self) -> Span:
        """Return the span of the passage in the text of the revision.

        Raises `ValueError` if the passage is lost.
        """
        if self.start is None or self.end is None:
            raise ValueError("a lost passage has no span")
        return Span(self.start, self.end)
