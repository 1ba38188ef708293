"""Register the pages for imports and their items in the admin panel."""

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from newsroom.admin.articles import WITHOUT_TEXT
from newsroom.admin.bases import ReadOnlyAdmin
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.lists.needs import NEEDS, needs_filter
from newsroom.models import ImportBatch, ImportItem

Status = ImportItem.Status


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    list_display = [
        "__str__",
        "state",
        "story",
        CountColumn("sources", ImportItem, "batch", filter="batch"),
        CountColumn(
            "failed",
            ImportItem,
            "batch",
            filter="batch",
            where=Q(status=Status.FAILED),
            status=Status.FAILED.value,
        ),
        "on_site",
        "created_by",
        "created_at",
    ]
    list_select_related = ["story", "created_by"]
    list_filter = [
        choice("state", "state", ImportBatch.State.choices, "state"),
        related("story", "story", ImportBatch, "story", "story"),
        related("person", "handed in by", ImportBatch, "created_by", "created_by"),
        dates("created_at"),
    ]
    search_fields = ["story__title", "created_by__username"]
    search_help_text = "Searches stories and people."

    @admin.display(description="on the site")
    def on_site(self, batch: ImportBatch) -> SafeString:
        return link(batch.get_absolute_url(), "Open")


@admin.register(ImportItem)
class ImportItemAdmin(ReadOnlyAdmin):
    history_of = "batch"
    list_display = ["name", "status", "message", "batch", "revision"]
    list_select_related = ["batch", "revision__article"]
    list_filter = [
        needs_filter(NEEDS, ImportItem),
        choice("status", "status", Status.choices, "status"),
        related("batch", "import", ImportItem, "batch", "batch"),
        dates("batch__created_at"),
    ]
    search_fields = ["name", "message"]
    search_help_text = "Searches names and messages."
    exclude = ["raw"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportItem]:
        texts = [f"revision__{name}" for name in WITHOUT_TEXT]
        return super().get_queryset(request).defer("raw", *texts)
