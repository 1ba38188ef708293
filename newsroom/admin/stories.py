"""Register the pages for stories and their articles in the admin panel."""

from django.contrib import admin
from django.utils.safestring import SafeString

from newsroom.admin.bases import CuratorAdmin, ReadOnlyAdmin
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.lists.needs import NEEDS, needs_filter
from newsroom.models import Article, Story, StoryArticle


@admin.register(Story)
class StoryAdmin(CuratorAdmin):
    list_display = [
        "title",
        "place",
        "starts_on",
        "ends_on",
        CountColumn("articles", Article, "places__story", filter="story"),
        "on_site",
        "created_by",
        "created_at",
    ]
    list_select_related = ["created_by"]
    search_fields = ["title", "slug", "place"]
    search_help_text = "Searches titles and places."
    list_filter = [
        needs_filter(NEEDS, Story),
        related("person", "made by", Story, "created_by", "created_by"),
        dates("created_at"),
    ]
    fields = ["title", "slug", "place", "starts_on", "ends_on", "summary"]

    @admin.display(description="on the site")
    def on_site(self, story: Story) -> SafeString:
        return link(story.get_absolute_url(), "Open")


@admin.register(StoryArticle)
class StoryArticleAdmin(ReadOnlyAdmin):
    history_of = "article"
    list_display = ["story", "article", "added_by", "added_at"]
    list_select_related = ["story", "article", "added_by"]
    list_filter = [
        related("story", "story", StoryArticle, "story", "story"),
        related("person", "added by", StoryArticle, "added_by", "added_by"),
        dates("added_at"),
    ]
    search_fields = ["story__title", "article__title"]
    search_help_text = "Searches titles."
