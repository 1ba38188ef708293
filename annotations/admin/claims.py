"""Register the admin page of claims."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.safestring import SafeString

from annotations.actions.claims import reword_claim
from annotations.actions.moving import move_claim
from annotations.admin.bases import STANDING, Withdrawals, shortened, standing
from annotations.admin.exporting import exports_of
from annotations.admin.needs import NEEDS
from annotations.logic.vocabulary import ClaimStatus, Verdict
from annotations.models import Claim, Comment, Evidence, Independence, VerdictBasis
from newsroom.admin.bases import ChangeOnlyAdmin, curator
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.lists.needs import needs_filter
from newsroom.admin.widgets import row_field

STATUSES = [(status.value, status.label) for status in ClaimStatus]
VERDICTS = [(verdict.value, verdict.label) for verdict in Verdict]


class ClaimMoveForm(forms.Form):
    into = row_field(Claim, "story", label="Move them to")


@admin.register(Claim)
class ClaimAdmin(Withdrawals, ChangeOnlyAdmin):
    list_display = [
        "words",
        "story",
        "status",
        "verdict",
        CountColumn(
            "evidence",
            Evidence,
            "claim",
            filter="claim",
            where=STANDING,
            standing="yes",
        ),
        CountColumn(
            "comments",
            Comment,
            "claim",
            filter="claim",
            where=STANDING,
            standing="yes",
        ),
        CountColumn("verdicts", VerdictBasis, "claim", filter="claim"),
        CountColumn(
            "independent reports",
            Independence,
            "claim",
            filter="claim",
            where=STANDING,
            standing="yes",
        ),
        "settled_by",
        "created_by",
        "created_at",
        "stands",
        "on_site",
    ]
    # The list shows these rows, so they are loaded with one query.
    list_select_related = ["story", "settled_by", "created_by"]
    list_filter = [
        needs_filter(NEEDS, Claim),
        related("story", "story", Claim, "story", "story"),
        choice("status", "status", STATUSES, "status"),
        choice("verdict", "verdict", VERDICTS, "verdict"),
        related("person", "stated by", Claim, "created_by", "created_by"),
        related("settler", "settled by", Claim, "settled_by", "settled_by"),
        dates("created_at", "stated"),
        standing(),
    ]
    search_fields = ["statement", "rationale"]
    search_help_text = "Searches statements and rationales."
    fields = [
        "story",
        "statement",
        "status",
        "verdict",
        "rationale",
        "settled_by",
        "settled_at",
    ]
    # The status and the verdict change only on the page of the claim, where the evidence is visible.
    readonly_fields = [
        "story",
        "status",
        "verdict",
        "rationale",
        "settled_by",
        "settled_at",
    ]
    actions = [
        *exports_of("claims"),
        BulkAct("move", "Move to another story", move_claim, form=ClaimMoveForm),
    ]

    def save_model(
        self,
        request: HttpRequest,
        obj: Claim,
        form: Any,
        change: bool,
    ) -> None:
        if "statement" not in form.changed_data:
            return
        # The form has changed `obj` already. The action needs the stored claim to compare.
        reword_claim(
            Claim.objects.get(pk=obj.pk), obj.statement, version=obj.version, by=curator(request)
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        """Return the names of the fields that are read-only. For a settled claim the statement is one of
        them.

        A settled claim is reworded on its page on the site, which asks whether the verdict is kept.
        """
        fields = super().get_readonly_fields(request, obj)
        if isinstance(obj, Claim) and obj.status == ClaimStatus.SETTLED:
            fields.append("statement")
        return fields

    @admin.display(description="statement", ordering="statement")
    def words(self, claim: Claim) -> str:
        return shortened(claim.statement)

    @admin.display(description="on the site")
    def on_site(self, claim: Claim) -> SafeString:
        return link(claim.get_absolute_url(), "Open")
