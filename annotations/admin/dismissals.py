"""Register the admin page of dismissals: candidates that a person rejected."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from annotations.actions.judgements.candidates import offer_again
from annotations.admin.bases import Withdrawals, shortened, standing
from annotations.models import Dismissal
from newsroom.admin.bases import ChangeOnlyAdmin
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.filters import dates, related


@admin.register(Dismissal)
class DismissalAdmin(Withdrawals, ChangeOnlyAdmin):
    list_display = [
        "sought",
        "set_aside",
        "created_by",
        "created_at",
        "stands",
    ]
    list_filter = [
        related("article", "sought for", Dismissal, "article", "article"),
        related("person", "set aside by", Dismissal, "created_by", "created_by"),
        dates("created_at", "set aside"),
        standing(),
    ]
    search_fields = ["quote", "other_quote"]
    search_help_text = "Searches both passages."
    # A dismissal is about these words. Other words would be another decision.
    readonly_fields = [
        "article",
        "quote",
        "other",
        "other_quote",
        "created_by",
        "created_at",
        "withdrawn_by",
    ]
    fields = [*readonly_fields]
    actions = [BulkAct("offer_again", "Offer again", offer_again)]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dismissal]:
        return super().get_queryset(request).select_related("article", "other", "created_by")

    @admin.display(description="sought", ordering="quote")
    def sought(self, dismissal: Dismissal) -> str:
        return shortened(dismissal.quote)

    @admin.display(description="set aside", ordering="other_quote")
    def set_aside(self, dismissal: Dismissal) -> str:
        return shortened(dismissal.other_quote)
