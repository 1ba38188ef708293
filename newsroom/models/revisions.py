"""Define revisions, which are immutable snapshots of an article's text, and the bytes that they were made
from.
"""

from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse

from newsroom.text.changes.corrections import with_roles
from newsroom.text.direction import direction
from newsroom.text.model import Block, Document, Mark, MarkKind, Metadata, Role


class Original(models.Model):
    """The unchanged bytes of an imported source, with which a revision can be compared later.

    Pages never show them.
    """

    sha256 = models.CharField(max_length=64, unique=True, help_text="Of the bytes, in hexadecimal.")
    raw = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(size__gt=0),
                name="original_not_empty",
                violation_error_message="An original cannot be empty.",
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class Revision(models.Model):
    """The text and masthead of an article at one time.

    A stored revision never changes. If the desk corrects guessed values, it stores a new revision with the
    same text, whose `corrects` is the corrected revision. `read` then holds the values of the source that
    were corrected. If two articles were imported as one and are parted, the new article gets copies of the
    revisions that belong to it; `parted_from` is the copied revision. `text` is normalised by version
    `normaliser` of `newsroom.text.normalise`. `blocks` is `[[start, end, role], ...]` and `marks` is
    `[[start, end, kind, value], ...]`, with offsets into `text` in code points. `words` is the number of
    words. `credit` is the credit line of the source, which names an agency.
    """

    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.PROTECT, related_name="revisions"
    )
    number = models.PositiveIntegerField()
    headline = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    credit = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_on_day = models.BooleanField(
        default=False, help_text="Only the day is known, not the time."
    )
    url = models.CharField(max_length=2_000, blank=True)
    language = models.CharField(max_length=35, blank=True)
    text = models.TextField()
    blocks = models.JSONField(encoder=DjangoJSONEncoder)
    marks = models.JSONField(encoder=DjangoJSONEncoder, blank=True)
    # This is indexed because a source without id and address is recognised by its text.
    sha256 = models.CharField(
        max_length=64, db_index=True, help_text="Of the text in UTF-8, in hexadecimal."
    )
    words = models.PositiveIntegerField()
    normaliser = models.PositiveSmallIntegerField()
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    parted_from = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="parted_into",
    )
    read = models.JSONField(
        default=dict,
        blank=True,
        encoder=DjangoJSONEncoder,
        help_text=(
            "What its source itself says, where the desk corrected it: {field: value, roles: {block: role}}."
        ),
    )
    original = models.ForeignKey(Original, on_delete=models.PROTECT, related_name="revisions")
    original_name = models.CharField(max_length=300, blank=True)
    format = models.CharField(max_length=10)
    charset = models.CharField(max_length=40)
    kept_lines = models.JSONField(
        default=list, blank=True, help_text="Lines of the original that became metadata, verbatim."
    )
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"],
                name="revision_number_unique",
                violation_error_message="The article has a revision of this number already.",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="revision_number_from_one",
                violation_error_message="Revisions are numbered from 1.",
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="revision_text_present",
                violation_error_message="A revision cannot be without text.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} v{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("revision", args=[self.article_id, self.number])

    @property
    def metadata(self) -> Metadata:
        """Return the masthead, with the corrections of the desk."""
        return Metadata(
            title=self.headline,
            byline=self.byline,
            credit=self.credit,
            published_at=self.published_at,
            published_on_day=self.published_on_day,
            url=self.url,
            language=self.language,
        )

    @property
    def metadata_as_read(self) -> Metadata:
        """Return the masthead as the source itself states it, without corrections by the desk."""
        stated = {name: value for name, value in self.read.items() if name != "roles"}
        moment = stated.get("published_at")
        if moment:
            stated["published_at"] = datetime.fromisoformat(moment)
        return replace(self.metadata, **stated)

    @property
    def document_as_read(self) -> Document:
        """Return the document with the roles of its blocks as they were guessed from the source, without
        corrections by the desk.
        """
        stored = self.read.get("roles", {})
        roles = {int(index): Role(role) for index, role in stored.items()}
        return with_roles(self.document, roles)

    @cached_property
    def direction(self) -> str:
        """Return the writing direction of the text: `ltr` (left to right) or `rtl` (right to left)."""
        return direction(self.text)

    @property
    def leads_to_the_web(self) -> bool:
        """Return whether `url` is a web address and may be shown as a link.

        Actions store no other address, but pages check it again.
        """
        return self.url.lower().startswith(("https://", "http://"))

    @cached_property
    def document(self) -> Document:
        """Return the text with its blocks and marks as a `Document`."""
        return document_of(self)


def document_of(revision: Any) -> Document:
    """Return the text, blocks and marks of `revision` as a `Document`.

    In a migration, `revision` is of the historical model.
    """
    blocks = [Block(start, end, Role(role)) for start, end, role in revision.blocks]
    marks = [Mark(start, end, MarkKind(kind), value) for start, end, kind, value in revision.marks]
    return Document(revision.text, tuple(blocks), tuple(marks))


class Capture(models.Model):
    """A record of how the bytes of a revision were fetched, so that people can check the evidence later.

    A stored capture never changes. `asked` is the requested address, and `address` is the last address after
    redirects. `at` is the time of the response and `status` its HTTP status. `headers` holds the headers
    listed in `newsroom.fetching.pages.OF_INTEREST`, with names in lower case.
    """

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="capture")
    asked = models.CharField(max_length=2_000)
    address = models.CharField(max_length=2_000)
    at = models.DateTimeField(help_text="When it answered, in UTC.")
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(asked="") & ~Q(address=""),
                name="capture_address_present",
                violation_error_message="What was fetched has an address.",
            ),
        ]

    def __str__(self) -> str:
        return self.address
