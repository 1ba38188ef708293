"""Register the read-only admin pages of what verdicts were based on."""

from django.contrib import admin

from annotations.admin.bases import shortened
from annotations.logic.vocabulary import Relation
from annotations.models import BasisPassage, Claim, VerdictBasis
from newsroom.admin.bases import ReadOnlyAdmin
from newsroom.admin.lists.filters import choice, dates, related

RELATIONS = [(relation.value, relation.label) for relation in Relation]


@admin.register(VerdictBasis)
class VerdictBasisAdmin(ReadOnlyAdmin):
    # The history has lines about claims and not about the bases of their verdicts.
    history_of = "claim"
    list_display = [
        "judged",
        "at_least",
        "at_most",
        "contradicting",
        "created_at",
    ]
    list_filter = [
        related("story", "story", Claim, "story", "claim__story"),
        related("claim", "claim", VerdictBasis, "claim", "claim"),
        dates("created_at", "judged"),
    ]
    search_fields = ["statement"]
    search_help_text = "Searches the statements that were judged."

    @admin.display(description="statement", ordering="statement")
    def judged(self, basis: VerdictBasis) -> str:
        return shortened(basis.statement)


@admin.register(BasisPassage)
class BasisPassageAdmin(ReadOnlyAdmin):
    # The history has lines about evidence, which the passage was when the claim was judged.
    history_of = "evidence"
    list_display = ["words", "relation", "basis"]
    list_select_related = ["anchor", "basis"]
    list_filter = [
        related("basis", "verdict", BasisPassage, "basis", "basis"),
        choice("relation", "relation", RELATIONS, "relation"),
    ]
    search_fields = ["anchor__quote", "basis__statement"]
    search_help_text = "Searches passages and the statements that were judged."

    @admin.display(description="passage", ordering="anchor__quote")
    def words(self, passage: BasisPassage) -> str:
        return shortened(passage.anchor.quote)
