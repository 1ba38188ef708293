"""What the curator's pages of annotations share."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from newsroom.admin.bases import CuratorAdmin


class Standing(admin.SimpleListFilter):
    """Standing or withdrawn."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Standing"), ("no", "Withdrawn")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() in ("yes", "no"):
            return queryset.filter(withdrawn_at__isnull=self.value() == "yes")
        return queryset


class NotMadeHere(CuratorAdmin):
    """For what is made on the desk, where the text is in view."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
