"""Origins, and the articles that draw on them."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from annotations.admin.bases import NotMadeHere
from annotations.models import Origin, Provenance
from newsroom.admin.bases import ReadOnlyAdmin


@admin.register(Origin)
class OriginAdmin(NotMadeHere):
    list_display = ["name", "state", "article_count", "reason", "decided_by", "decided_at"]
    list_select_related = ["decided_by"]
    list_filter = ["state"]
    search_fields = ["name", "reason", "articles__title"]
    date_hierarchy = "created_at"
    fields = ["name", "state", "reason", "decided_by", "decided_at"]
    readonly_fields = ["state", "decided_by", "decided_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Origin]:
        return super().get_queryset(request).annotate(number=Count("provenances", distinct=True))

    @admin.display(description="articles", ordering="number")
    def article_count(self, origin: Any) -> int:
        return int(origin.number)


@admin.register(Provenance)
class ProvenanceAdmin(ReadOnlyAdmin):
    list_display = ["origin", "article", "created_at"]
    list_select_related = ["origin", "article"]
    list_filter = [("origin", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["origin__name", "article__title"]
    date_hierarchy = "created_at"
