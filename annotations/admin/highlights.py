"""Highlights, where they stand, and the tags they bear."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from annotations.actions.highlights import describe_highlight, restore_highlight, withdraw_highlight
from annotations.admin.bases import NotMadeHere, Standing
from annotations.admin.exporting import export_selected
from annotations.models import Anchor, Highlight, HighlightTag
from newsroom.admin.bases import ReadOnlyAdmin, each
from newsroom.admin.columns import link


@admin.register(Highlight)
class HighlightAdmin(NotMadeHere):
    list_display = ["quote", "article", "outlet", "state", "tag_list", "created_by", "created_at", "on_site", "stands"]
    list_select_related = ["anchor", "article__outlet", "created_by"]
    list_filter = [
        Standing,
        "anchor__state",
        ("article__places__story", admin.RelatedOnlyFieldListFilter),
        ("article__outlet", admin.RelatedOnlyFieldListFilter),
        ("tags", admin.RelatedOnlyFieldListFilter),
        ("created_by", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["anchor__quote", "note", "attribution", "article__title"]
    date_hierarchy = "created_at"
    fields = ["article", "anchor", "note", "attribution", "created_by", "created_at", "withdrawn_at", "withdrawn_by"]
    readonly_fields = ["article", "anchor", "created_by", "created_at", "withdrawn_at", "withdrawn_by"]
    actions = [export_selected("annotations"), "withdraw", "restore"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Highlight]:
        return super().get_queryset(request).prefetch_related("tags")

    def save_model(self, request: HttpRequest, obj: Highlight, form: Any, change: bool) -> None:
        stored = Highlight.objects.get(pk=obj.pk)
        describe_highlight(stored, note=obj.note, attribution=obj.attribution, version=obj.version, by=request.user)

    @admin.display(ordering="anchor__quote")
    def quote(self, highlight: Highlight) -> str:
        return highlight.anchor.quote[:100]

    @admin.display(ordering="article__outlet__name")
    def outlet(self, highlight: Highlight) -> Any:
        return highlight.article.outlet

    @admin.display(ordering="anchor__state")
    def state(self, highlight: Highlight) -> str:
        return highlight.anchor.get_state_display()

    @admin.display(description="tags")
    def tag_list(self, highlight: Highlight) -> str:
        return ", ".join(tag.path for tag in highlight.tags.all())

    @admin.display(description="on the site")
    def on_site(self, highlight: Highlight) -> SafeString:
        return link(highlight.get_absolute_url(), "Open")

    @admin.display(boolean=True, ordering="withdrawn_at")
    def stands(self, highlight: Highlight) -> bool:
        return highlight.withdrawn_at is None

    @admin.action(description="Withdraw selected")
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Highlight]) -> None:
        each(request, self, chosen, lambda row: withdraw_highlight(row, by=request.user), "withdrawn")

    @admin.action(description="Restore selected")
    def restore(self, request: HttpRequest, chosen: QuerySet[Highlight]) -> None:
        each(request, self, chosen, lambda row: restore_highlight(row, by=request.user), "restored")


@admin.register(Anchor)
class AnchorAdmin(ReadOnlyAdmin):
    list_display = ["quote", "state", "revision", "start", "end", "created_by", "created_at"]
    list_select_related = ["revision__article", "created_by"]
    list_filter = ["state"]
    search_fields = ["quote"]
    date_hierarchy = "created_at"


@admin.register(HighlightTag)
class HighlightTagAdmin(ReadOnlyAdmin):
    list_display = ["tag", "highlight", "added_by", "added_at"]
    list_select_related = ["tag", "highlight__anchor", "added_by"]
    list_filter = [("tag", admin.RelatedOnlyFieldListFilter), ("added_by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["tag__path", "highlight__anchor__quote"]
    date_hierarchy = "added_at"
