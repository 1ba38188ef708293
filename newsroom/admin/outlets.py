"""Outlets."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from newsroom.admin.bases import CuratorAdmin
from newsroom.admin.columns import list_link
from newsroom.models import Article, Outlet


@admin.register(Outlet)
class OutletAdmin(CuratorAdmin):
    list_display = ["name", "domain", "article_count", "created_at"]
    search_fields = ["name", "domain"]
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).annotate(number=Count("articles"))

    @admin.display(description="articles", ordering="number")
    def article_count(self, outlet: Any) -> SafeString:
        return list_link(Article, outlet.number, outlet__id__exact=outlet.pk)
