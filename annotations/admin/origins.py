"""Register the admin pages of origins and of their articles."""

from django import forms
from django.contrib import admin

from annotations.actions.origins import decide_origin
from annotations.admin.bases import shortened
from annotations.admin.exporting import exports_of
from annotations.admin.needs import NEEDS
from annotations.logic.vocabulary import OriginState
from annotations.models import Origin, Provenance
from newsroom.admin.bases import ChangeOnlyAdmin, ReadOnlyAdmin
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.admin.lists.needs import needs_filter
from newsroom.models import Article

STATES = [(state.value, state.label) for state in OriginState]
#: The states that an editor can choose. Nobody can make an origin proposed again.
DECISIONS = [(state.value, state.label) for state in (OriginState.CONFIRMED, OriginState.REJECTED)]


class DecisionForm(forms.Form):
    state = forms.ChoiceField(label="Decide", choices=DECISIONS)
    reason = forms.CharField(
        label="Why", max_length=2_000, widget=forms.Textarea({"rows": 3, "cols": 60})
    )


@admin.register(Origin)
class OriginAdmin(ChangeOnlyAdmin):
    list_display = [
        "name",
        "state",
        CountColumn("articles", Article, "provenances__origin", filter="origin"),
        "because",
        "decided_by",
        "decided_at",
        "created_at",
    ]
    list_select_related = ["decided_by"]
    list_filter = [
        needs_filter(NEEDS, Origin),
        choice("state", "state", STATES, "state"),
        related(
            "article",
            "article",
            Provenance,
            "article",
            "provenances__article",
        ),
        related("person", "decided by", Origin, "decided_by", "decided_by"),
        dates("created_at", "proposed"),
    ]
    search_fields = ["name", "reason"]
    search_help_text = "Searches names and reasons."
    fields = ["name", "state", "reason", "decided_by", "decided_at"]
    # A decision needs a reason, so it is made with the act below and not with the form.
    readonly_fields = ["state", "reason", "decided_by", "decided_at"]
    actions = [
        BulkAct(
            "decide",
            "Confirm or reject",
            decide_origin,
            form=DecisionForm,
        )
    ]

    @admin.display(description="reason", ordering="reason")
    def because(self, origin: Origin) -> str:
        return shortened(origin.reason)


@admin.register(Provenance)
class ProvenanceAdmin(ReadOnlyAdmin):
    # The history has lines about articles that join an origin.
    history_of = "article"
    actions = exports_of("origins")
    list_display = ["origin", "article", "created_at"]
    list_select_related = ["origin", "article"]
    list_filter = [
        related("origin", "origin", Provenance, "origin", "origin"),
        related("article", "article", Provenance, "article", "article"),
        dates("created_at"),
    ]
    search_fields = ["origin__name", "article__title"]
    search_help_text = "Searches origins and titles."
