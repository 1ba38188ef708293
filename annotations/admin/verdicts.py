"""Register the read-only admin pages of what verdicts were based on."""

from django.contrib import admin
from django.utils.safestring import SafeString

from annotations.admin.bases import report, shortened
from annotations.models import BasisPassage, Claim, Evidence, VerdictBasis
from annotations.models.judgements import RELATIONS
from newsroom.admin.bases import ReadOnlyAdmin
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.admin.lists.listing import CountColumn
from newsroom.models import Article


@admin.register(VerdictBasis)
class VerdictBasisAdmin(ReadOnlyAdmin):
    # The history has lines about claims and not about the bases of their verdicts.
    history_of = "claim"
    list_display = [
        "judged",
        "claim_now",
        "at_least",
        "at_most",
        "contradicting",
        CountColumn("passages", BasisPassage, "basis", filter="basis"),
        "created_at",
    ]
    list_select_related = ["claim"]
    list_filter = [
        related("story", "story", Claim, "story", "claim__story"),
        related("claim", "claim", VerdictBasis, "claim", "claim"),
        dates("created_at", "judged"),
    ]
    search_fields = ["statement"]
    search_help_text = "Searches the statements that were judged."
    fields = ["statement", "claim_now", "at_least", "at_most", "contradicting", "created_at"]
    readonly_fields = ["claim_now"]

    @admin.display(description="statement then", ordering="statement")
    def judged(self, basis: VerdictBasis) -> str:
        return shortened(basis.statement)

    @admin.display(description="claim now", ordering="claim__statement")
    def claim_now(self, basis: VerdictBasis) -> SafeString:
        return link(basis.claim.get_absolute_url(), shortened(basis.claim.statement))


@admin.register(BasisPassage)
class BasisPassageAdmin(ReadOnlyAdmin):
    # The history has lines about evidence, which the passage was when the claim was judged.
    history_of = "evidence"
    list_display = ["words", "relation", "article", "revision", "basis", "judged_at"]
    list_select_related = [
        "anchor__revision__article__outlet",
        "basis",
        "evidence__highlight__anchor",
    ]
    list_filter = [
        related("basis", "verdict", BasisPassage, "basis", "basis"),
        related("claim", "claim", VerdictBasis, "claim", "basis__claim"),
        related("passage", "passage", Evidence, "highlight", "evidence__highlight"),
        related("outlet", "outlet", Article, "outlet", "anchor__revision__article__outlet"),
        choice("relation", "relation", RELATIONS, "relation"),
        dates("basis__created_at", "judged"),
    ]
    search_fields = ["anchor__quote", "basis__statement"]
    search_help_text = "Searches passages and the statements that were judged."
    fields = ["quote", "relation", "article", "revision", "basis", "judged_at", "words_now"]
    readonly_fields = ["quote", "article", "revision", "judged_at", "words_now"]

    @admin.display(description="passage then", ordering="anchor__quote")
    def words(self, passage: BasisPassage) -> str:
        return shortened(passage.anchor.quote)

    @admin.display(description="passage then")
    def quote(self, passage: BasisPassage) -> str:
        return passage.anchor.quote

    @admin.display(ordering="anchor__revision__article__title")
    def article(self, passage: BasisPassage) -> SafeString:
        return report(passage.anchor.revision.article)

    @admin.display(ordering="anchor__revision__number")
    def revision(self, passage: BasisPassage) -> SafeString:
        revision = passage.anchor.revision
        return link(revision.get_absolute_url(), f"Revision {revision.number}")

    @admin.display(description="judged", ordering="basis__created_at")
    def judged_at(self, passage: BasisPassage) -> object:
        return passage.basis.created_at

    @admin.display(description="passage now")
    def words_now(self, passage: BasisPassage) -> SafeString:
        highlight = passage.evidence.highlight
        return link(highlight.get_absolute_url(), shortened(highlight.anchor.quote))
