"""Imports, and what became of each source."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from newsroom.admin.bases import ReadOnlyAdmin
from newsroom.models import ImportBatch, ImportItem


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "state", "story", "created_by", "created_at"]
    list_select_related = ["story", "created_by"]
    list_filter = ["state"]
    search_fields = ["items__name", "story__title"]
    date_hierarchy = "created_at"


@admin.register(ImportItem)
class ImportItemAdmin(ReadOnlyAdmin):
    list_display = ["name", "status", "message", "batch", "revision"]
    list_select_related = ["batch", "revision__article"]
    list_filter = ["status"]
    search_fields = ["name", "message"]
    exclude = ["raw"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportItem]:
        return super().get_queryset(request).defer("raw")
