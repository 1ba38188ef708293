"""Register the pages for articles in the admin panel."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from newsroom.admin.bases import ChangeOnlyAdmin
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.lists.needs import NEEDS, needs_filter
from newsroom.models import Article, Revision, StoryArticle

#: The fields of a revision that lists do not show, and that make loading it slow.
WITHOUT_TEXT = ("text", "blocks", "marks", "kept_lines")


@admin.register(Article)
class ArticleAdmin(ChangeOnlyAdmin):
    list_display = [
        "title",
        "outlet",
        "published",
        CountColumn("revisions", Revision, "article", filter="article"),
        "on_site",
        "created_by",
        "created_at",
    ]
    list_select_related = ["outlet", "current", "created_by"]
    list_filter = [
        needs_filter(NEEDS, Article),
        related("story", "story", StoryArticle, "story", "places__story"),
        related("outlet", "outlet", Article, "outlet", "outlet"),
        related("person", "imported by", Article, "created_by", "created_by"),
        dates("current__published_at", "published"),
    ]
    search_fields = ["title", "outlet__name", "external_id", "address", "current__byline"]
    search_help_text = "Searches titles, outlets, bylines, addresses and external ids."
    fields = ["title", "outlet", "external_id", "address"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).defer(*(f"current__{name}" for name in WITHOUT_TEXT))

    @admin.display(ordering="current__published_at")
    def published(self, article: Article) -> Any:
        """Return the date of publication if only the day is known, else the date and time (UTC).

        Returns None if neither is known.
        """
        revision = article.current
        if revision is None or revision.published_at is None:
            return None
        if revision.published_on_day:
            return revision.published_at.date()
        return revision.published_at

    @admin.display(description="on the site")
    def on_site(self, article: Article) -> SafeString:
        return link(article.get_absolute_url(), "Open")
