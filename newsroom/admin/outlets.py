"""Register the pages for outlets and their aliases in the admin panel, with actions that set the owner and
merge outlets.
"""

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from newsroom.actions.outlets import merge_outlet, set_owner
from newsroom.admin.bases import CuratorAdmin, ReadOnlyAdmin
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.lists.needs import NEEDS, needs_filter
from newsroom.admin.widgets import row_field
from newsroom.models import Article, Outlet, OutletAlias, OutletKind


class OutletOwnerForm(forms.Form):
    owner = row_field(
        Outlet,
        "owner",
        label="They belong to",
        help_text="Outlets of one owner count as one source.",
    )


class OutletMergeForm(forms.Form):
    into = row_field(
        Article,
        "outlet",
        label="Merge them into",
        help_text="It stays, and gets their articles, names and domains.",
    )


@admin.register(Outlet)
class OutletAdmin(CuratorAdmin):
    list_display = [
        "name",
        "domain",
        CountColumn("articles", Article, "outlet", filter="outlet"),
        "kind",
        "owner",
        "other_names",
        "created_at",
    ]
    list_select_related = ["owner"]
    list_filter = [
        needs_filter(NEEDS, Outlet),
        choice("kind", "kind", OutletKind.choices, lambda kind: Q(kind=kind)),
        related("owner", "owner", Outlet, "owner", "owner"),
        dates("created_at"),
    ]
    search_fields = ["name", "domain"]
    search_help_text = "Searches names and domains."
    fields = ["name", "domain", "kind", "owner"]
    actions = [
        BulkAct("owner", "Set the owner", set_owner, form=OutletOwnerForm),
        BulkAct(
            "merge",
            "Merge outlets",
            merge_outlet,
            form=OutletMergeForm,
            hint=(
                "The chosen outlets become one. "
                "Imports that state one of their names find the one that stays."
            ),
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).prefetch_related("aliases")

    @admin.display(description="also")
    def other_names(self, outlet: Outlet) -> str:
        return ", ".join(alias.word for alias in outlet.aliases.all())


@admin.register(OutletAlias)
class OutletAliasAdmin(ReadOnlyAdmin):
    history_of = "outlet"
    list_display = ["word", "outlet", "created_at"]
    list_select_related = ["outlet"]
    list_filter = [related("outlet", "outlet", Article, "outlet", "outlet"), dates("created_at")]
    search_fields = ["word", "outlet__name"]
