"""Articles, their revisions, and the bytes those were made from."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from newsroom.admin.bases import CuratorAdmin, ReadOnlyAdmin
from newsroom.admin.columns import link, list_link
from newsroom.models import Article, Original, Revision

_WITHOUT_TEXT = ("text", "blocks", "marks")


@admin.register(Article)
class ArticleAdmin(CuratorAdmin):
    list_display = [
        "title",
        "outlet",
        "published",
        "revision_number",
        "external_id",
        "on_site",
        "created_by",
        "created_at",
    ]
    list_select_related = ["outlet", "current", "created_by"]
    list_filter = [
        ("outlet", admin.RelatedOnlyFieldListFilter),
        ("places__story", admin.RelatedOnlyFieldListFilter),
        "current__language",
    ]
    search_fields = ["title", "outlet__name", "external_id", "address", "current__byline"]
    date_hierarchy = "created_at"
    autocomplete_fields = ["outlet"]
    fields = ["title", "outlet", "external_id", "address"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).defer(*(f"current__{name}" for name in _WITHOUT_TEXT))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(ordering="current__published_at")
    def published(self, article: Article) -> Any:
        return article.current and article.current.published_at

    @admin.display(description="revision")
    def revision_number(self, article: Article) -> Any:
        return article.current and list_link(Revision, article.current.number, article__id__exact=article.pk)

    @admin.display(description="on the site")
    def on_site(self, article: Article) -> SafeString:
        return link(article.get_absolute_url(), "Open")


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = [
        "article",
        "number",
        "headline",
        "byline",
        "published_at",
        "words",
        "format",
        "created_by",
        "created_at",
    ]
    list_select_related = ["article", "created_by"]
    list_filter = ["format", "language", "article__outlet"]
    search_fields = ["headline", "byline", "article__title"]
    date_hierarchy = "created_at"
    exclude = ["blocks", "marks"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        return super().get_queryset(request).defer(*_WITHOUT_TEXT)


@admin.register(Original)
class OriginalAdmin(ReadOnlyAdmin):
    list_display = ["sha256", "size", "created_at"]
    search_fields = ["sha256"]
    date_hierarchy = "created_at"
    exclude = ["raw"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Original]:
        return super().get_queryset(request).defer("raw")
