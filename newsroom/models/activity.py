"""Define the append-only history: who did what to which thing and when, and which values were replaced."""

from enum import StrEnum

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q


class Subject(StrEnum):
    """The kinds of things that lines of the history are about.

    Each value is the lower-case name of a model.
    """

    ARTICLE = "article"
    CLAIM = "claim"
    COMMENT = "comment"
    DISMISSAL = "dismissal"
    EVIDENCE = "evidence"
    HIGHLIGHT = "highlight"
    IMPORT_BATCH = "importbatch"
    INDEPENDENCE = "independence"
    LINK = "link"
    ORIGIN = "origin"
    OUTLET = "outlet"
    SILENCE = "silence"
    STORY = "story"
    TAG = "tag"
    USER = "user"


class Verb(StrEnum):
    """What was done to a thing.

    A `Subject` and a `Verb` together name one action. The values are stored in the database, so they must
    never change.
    """

    # Making and changing things of any kind.
    MADE = "made"
    CHANGED = "changed"
    RENAMED = "renamed"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"

    # A curator enters or amends a record in the admin panel.
    ENTERED = "entered"
    AMENDED = "amended"

    # Accounts: a password, a link by which a person sets one, sessions that are ended, and API tokens.
    PASSWORD_SET = "password set"  # noqa: S105  (a verb, not a password)
    INVITED = "invited"
    SIGNED_OUT = "signed out"
    GRANTED = "granted"
    REVOKED = "revoked"

    # Imports and articles.
    HANDED_IN = "handed in"
    DISCARDED = "discarded"
    IMPORTED = "imported"
    REVISED = "revised"
    CORRECTED = "corrected"
    PARTED = "parted"
    ADDED = "added"

    # A highlight gets new edges, or an article or a claim goes to another story.
    MOVED = "moved"

    # Highlights.
    DRAWN = "drawn"
    DESCRIBED = "described"
    CREDITED = "credited"
    TAGGED = "tagged"
    UNTAGGED = "untagged"
    RETAGGED = "retagged"
    REANCHORED = "reanchored"
    PROJECTED = "projected"
    COMMENTED = "commented"

    # Claims. Older lines use "moved" for a new status too, and their changes contain the status.
    REWORDED = "reworded"
    STATUS_SET = "set"
    SETTLED = "settled"
    REOPENED = "reopened"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"

    # Evidence, links, silences, and candidates for a passage.
    ATTACHED = "attached"
    LINKED = "linked"
    STATED = "stated"
    DISMISSED = "dismissed"
    OFFERED = "offered"

    # Origins. "Confirmed" is also used when a person accepts the place of a highlight in a new revision.
    PROPOSED = "proposed"
    ATTRIBUTED = "attributed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    SPLIT = "split"


class Activity(models.Model):
    """One line of the history: the person `actor` did `verb` (a `Verb`) to a thing, and `summary` says it in
    words.

    `object_type` (a `Subject`) and `object_id` (its id as text) name the thing. The history pages of `story`
    and `article` list the line. `changes` is `{field: [before, after]}`, so that every replaced value can
    still be read; tags are lists of paths. `undoes` is the line that this line takes back, or None. A line
    can be taken back once. `form_key` names the sent form of which this is the first line, so that a form
    that is sent twice does nothing the second time; it is empty for acts without such a form. `bulk_key` is
    the same text for all lines of one act on many rows, which are undone together, and empty for other acts.
    `redacted_at` and `redacted_by` say when and by whom the words and the values of the line were removed for
    good, or are None.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="activities")
    verb = models.CharField(max_length=40)
    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=40)
    story = models.ForeignKey(
        "newsroom.Story", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    summary = models.CharField(max_length=300)
    changes = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="undone_by"
    )

    form_key = models.CharField(max_length=64, blank=True, default="", editable=False)
    bulk_key = models.CharField(max_length=32, blank=True, default="", editable=False)
    redacted_at = models.DateTimeField(null=True, blank=True, editable=False)
    redacted_by = models.ForeignKey(
        "newsroom.User",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "activity"
        indexes = [
            models.Index(fields=["object_type", "object_id"], name="activity_by_object"),
            models.Index(fields=["story", "-id"], name="activity_by_story"),
            models.Index(
                fields=["bulk_key"], condition=~Q(bulk_key=""), name="activity_by_bulk_key"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(verb="") & ~Q(object_type="") & ~Q(object_id=""),
                name="activity_names_its_object",
                violation_error_message="A line of the history says what was done to which object.",
            ),
            models.UniqueConstraint(
                fields=["form_key"],
                condition=~Q(form_key=""),
                name="activity_form_key_unique",
                violation_error_message="This form was sent twice.",
            ),
            models.CheckConstraint(
                condition=Q(redacted_at=None, redacted_by=None)
                | Q(redacted_at__isnull=False, redacted_by__isnull=False, changes={}),
                name="activity_redacted_whole",
                violation_error_message=(
                    "A redacted line says when and by whom it was redacted, and keeps no values."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.summary}"
