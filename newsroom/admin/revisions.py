"""Register the pages for revisions, their original bytes, and records of fetching in the admin panel."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from newsroom.admin.articles import WITHOUT_TEXT
from newsroom.admin.bases import ReadOnlyAdmin
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.models import Article, Capture, Original, Revision


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    history_of = "article"
    list_display = [
        "article",
        "number",
        "headline",
        "byline",
        "published_at",
        "words",
        "format",
        "on_site",
        "created_at",
    ]
    list_select_related = ["article"]
    list_filter = [
        related("article", "article", Revision, "article", "article"),
        related("outlet", "outlet", Article, "outlet", "article__outlet"),
        related("person", "imported by", Revision, "created_by", "created_by"),
        dates("created_at", "imported"),
    ]
    search_fields = ["headline", "byline", "article__title"]
    search_help_text = "Searches headlines, bylines and titles."
    exclude = ["blocks", "marks"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        return super().get_queryset(request).defer(*WITHOUT_TEXT)

    @admin.display(description="on the site")
    def on_site(self, revision: Revision) -> SafeString:
        return link(revision.get_absolute_url(), "Open")


@admin.register(Original)
class OriginalAdmin(ReadOnlyAdmin):
    list_display = [
        "sha256",
        "size",
        CountColumn("revisions", Revision, "original", filter="original"),
        "created_at",
    ]
    list_filter = [dates("created_at")]
    search_fields = ["sha256"]
    search_help_text = "Searches SHA-256."
    exclude = ["raw"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Original]:
        return super().get_queryset(request).defer("raw")


@admin.register(Capture)
class CaptureAdmin(ReadOnlyAdmin):
    history_of = "revision.article"
    list_display = ["address", "status", "revision", "at"]
    list_select_related = ["revision__article"]
    list_filter = [
        related("article", "article", Revision, "article", "revision__article"),
        dates("at", "fetched"),
    ]
    search_fields = ["asked", "address"]
    search_help_text = "Searches addresses."
    ordering = ["-id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Capture]:
        return super().get_queryset(request).defer(*(f"revision__{name}" for name in WITHOUT_TEXT))
