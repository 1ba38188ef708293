"""Stories, and which articles they hold."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from newsroom.admin.bases import CuratorAdmin, ReadOnlyAdmin
from newsroom.admin.columns import link, list_link
from newsroom.models import Article, Story, StoryArticle


@admin.register(Story)
class StoryAdmin(CuratorAdmin):
    list_display = ["title", "place", "starts_on", "ends_on", "article_count", "on_site", "created_by", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["title", "slug", "place"]
    list_filter = [("created_by", admin.RelatedOnlyFieldListFilter)]
    date_hierarchy = "created_at"
    fields = ["title", "slug", "place", "starts_on", "ends_on", "summary"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        return super().get_queryset(request).annotate(number=Count("places"))

    @admin.display(description="articles", ordering="number")
    def article_count(self, story: Any) -> SafeString:
        return list_link(Article, story.number, places__story__id__exact=story.pk)

    @admin.display(description="on the site")
    def on_site(self, story: Story) -> SafeString:
        return link(story.get_absolute_url(), "Open")


@admin.register(StoryArticle)
class StoryArticleAdmin(ReadOnlyAdmin):
    list_display = ["story", "article", "added_by", "added_at"]
    list_select_related = ["story", "article", "added_by"]
    list_filter = [("story", admin.RelatedOnlyFieldListFilter), ("added_by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["story__title", "article__title"]
    date_hierarchy = "added_at"
