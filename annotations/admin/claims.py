"""Claims."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from annotations.actions.claims import reword_claim
from annotations.admin.bases import NotMadeHere
from annotations.admin.exporting import export_selected
from annotations.models import Claim, Evidence
from newsroom.admin.columns import link, list_link


@admin.register(Claim)
class ClaimAdmin(NotMadeHere):
    list_display = [
        "statement",
        "story",
        "status",
        "verdict",
        "evidence_count",
        "settled_by",
        "settled_at",
        "created_by",
        "created_at",
        "on_site",
    ]
    list_select_related = ["story", "settled_by", "created_by"]
    list_filter = [
        ("story", admin.RelatedOnlyFieldListFilter),
        "status",
        "verdict",
        ("created_by", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["statement", "rationale"]
    date_hierarchy = "created_at"
    fields = ["story", "statement", "status", "verdict", "rationale", "settled_by", "settled_at"]
    readonly_fields = ["story", "status", "verdict", "rationale", "settled_by", "settled_at"]
    actions = [export_selected("claims")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        return super().get_queryset(request).annotate(number=Count("evidence", filter=Q(evidence__withdrawn_at=None)))

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: bool) -> None:
        reword_claim(Claim.objects.get(pk=obj.pk), obj.statement, version=obj.version, by=request.user)

    @admin.display(description="evidence", ordering="number")
    def evidence_count(self, claim: Any) -> SafeString:
        return list_link(Evidence, claim.number, claim__id__exact=claim.pk)

    @admin.display(description="on the site")
    def on_site(self, claim: Claim) -> SafeString:
        return link(claim.get_absolute_url(), "Open")
