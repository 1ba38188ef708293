"""Define stories: a story is one event under investigation, with the articles about it."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from newsroom.errors import Invalid
from newsroom.text.metadata.plausible_days import refuse_implausible


class Story(models.Model):
    """An event under investigation, with a place and a day or a range of days.

    It holds articles and claims. `slug` names it in addresses.
    """

    # This names the row in files that go to another desk. Ids of rows differ from desk to desk.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(
        max_length=80, unique=True, error_messages={"unique": "Another story has this address."}
    )
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True, max_length=2_000)
    place = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField("first day", null=True, blank=True)
    ends_on = models.DateField("last day", null=True, blank=True)
    articles = models.ManyToManyField(
        "newsroom.Article", through="newsroom.StoryArticle", related_name="stories"
    )
    created_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="story_title_present",
                violation_error_message="A story needs a title.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="story_days_in_order",
                violation_error_message="The last day cannot be before the first.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("story", args=[self.slug])

    def clean(self) -> None:
        """Raise `ValidationError` for a first or last day that is too early or too late for a report."""
        for name in ("starts_on", "ends_on"):
            try:
                refuse_implausible(getattr(self, name))
            except Invalid as error:
                raise ValidationError({name: error.sentence}) from error


class StoryArticle(models.Model):
    """The membership of an article in a story.

    Pages list the articles of a story in the order in which they were added.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="places")
    article = models.ForeignKey("newsroom.Article", on_delete=models.PROTECT, related_name="places")
    added_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "article"],
                name="story_holds_article_once",
                violation_error_message="The story holds this article already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} in {self.story}"
