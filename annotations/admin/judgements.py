"""Evidence for claims, and links between passages."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from annotations.actions.judgements import change_evidence, change_link, withdraw_evidence, withdraw_link
from annotations.admin.bases import NotMadeHere, Standing
from annotations.admin.exporting import export_selected
from annotations.models import Evidence, Link
from newsroom.admin.bases import each
from newsroom.admin.columns import link


@admin.register(Evidence)
class EvidenceAdmin(NotMadeHere):
    list_display = ["claim", "relation", "passage", "created_by", "created_at", "stands"]
    list_select_related = ["claim", "highlight__anchor", "created_by"]
    list_filter = [Standing, "relation", ("claim__story", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["claim__statement", "highlight__anchor__quote", "note"]
    date_hierarchy = "created_at"
    fields = ["claim", "passage", "relation", "note", "created_by", "withdrawn_by"]
    readonly_fields = ["claim", "passage", "created_by", "withdrawn_by"]
    actions = [export_selected("evidence"), "withdraw"]

    def save_model(self, request: HttpRequest, obj: Evidence, form: Any, change: bool) -> None:
        stored = Evidence.objects.get(pk=obj.pk)
        change_evidence(stored, relation=obj.relation, note=obj.note, by=request.user)

    @admin.display
    def passage(self, evidence: Evidence) -> SafeString:
        return link(evidence.highlight.get_absolute_url(), evidence.highlight.anchor.quote[:100])

    @admin.display(boolean=True, ordering="withdrawn_at")
    def stands(self, evidence: Evidence) -> bool:
        return evidence.withdrawn_at is None

    @admin.action(description="Withdraw selected")
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Evidence]) -> None:
        each(request, self, chosen, lambda row: withdraw_evidence(row, by=request.user), "withdrawn")


@admin.register(Link)
class LinkAdmin(NotMadeHere):
    list_display = ["relation", "aspect", "from_passage", "to_passage", "created_by", "created_at", "stands"]
    list_select_related = ["source__anchor", "target__anchor", "created_by"]
    list_filter = [
        Standing,
        "relation",
        "aspect",
        ("source__article__places__story", admin.RelatedOnlyFieldListFilter),
        ("created_by", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["source__anchor__quote", "target__anchor__quote", "note"]
    date_hierarchy = "created_at"
    fields = ["from_passage", "to_passage", "relation", "aspect", "note", "created_by", "withdrawn_by"]
    readonly_fields = ["from_passage", "to_passage", "created_by", "withdrawn_by"]
    actions = [export_selected("links"), "withdraw"]

    def save_model(self, request: HttpRequest, obj: Link, form: Any, change: bool) -> None:
        stored = Link.objects.get(pk=obj.pk)
        change_link(stored, relation=obj.relation, aspect=obj.aspect, note=obj.note, by=request.user)

    @admin.display(description="from")
    def from_passage(self, found: Link) -> SafeString:
        return link(found.source.get_absolute_url(), found.source.anchor.quote[:80])

    @admin.display(description="to")
    def to_passage(self, found: Link) -> SafeString:
        return link(found.target.get_absolute_url(), found.target.anchor.quote[:80])

    @admin.display(boolean=True, ordering="withdrawn_at")
    def stands(self, found: Link) -> bool:
        return found.withdrawn_at is None

    @admin.action(description="Withdraw selected")
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Link]) -> None:
        each(request, self, chosen, lambda row: withdraw_link(row, by=request.user), "withdrawn")
