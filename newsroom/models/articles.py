"""Define articles: an article is one report by one outlet."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    from newsroom.models.revisions import Revision


class Article(models.Model):
    """A report by one outlet, with its revisions.

    `current` is the newest revision and holds the present text. `title` is the working title of the desk.
    `address` is the canonical address, and `external_id` is the name of the article in another system.
    Imports recognise the article by either of them. Each is unique unless it is empty.
    """

    # This names the row in files that go to another desk. Ids of rows differ from desk to desk.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=300)
    outlet = models.ForeignKey(
        "newsroom.Outlet", on_delete=models.PROTECT, null=True, blank=True, related_name="articles"
    )
    external_id = models.CharField(max_length=200, blank=True)
    address = models.CharField("canonical address", max_length=2_000, blank=True)
    # This is null only inside the transaction that makes the article with its first revision, so its type
    # excludes None.
    current: "models.OneToOneField[Revision | Combinable, Revision]" = models.OneToOneField(  # type: ignore[misc]
        "newsroom.Revision",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="current_of",
    )
    checked_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When its address was last looked at for changes.",
    )
    failures = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="Looks at its address that failed, in a row."
    )
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="article_title_present",
                violation_error_message="An article needs a title.",
            ),
            models.UniqueConstraint(
                fields=["external_id"],
                condition=~Q(external_id=""),
                name="article_external_id_unique",
                violation_error_message="Another article has this external id.",
            ),
            models.UniqueConstraint(
                fields=["address"],
                condition=~Q(address=""),
                name="article_address_unique",
                violation_error_message="Another article has this address.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk, self.slug])

    @property
    def reference(self) -> str:
        """Return the name of the article for other programs: its external id, or its id as text if that is
        empty.
        """
        return self.external_id or str(self.pk)

    @property
    def slug(self) -> str:
        return slugify(self.title)[:60].strip("-") or "article"
