"""Register the admin page of statements that two articles are independent sources of a claim."""

from django.contrib import admin
from django.db.models import Q
from django.utils.safestring import SafeString

from annotations.actions.judgements.independences import withdraw_independence
from annotations.admin.bases import Withdrawals, report, shortened, standing
from annotations.models import Claim, Evidence, Independence
from newsroom.admin.bases import ChangeOnlyAdmin
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import dates, related


def _of_article(article: object) -> Q:
    return Q(first=article) | Q(second=article)


@admin.register(Independence)
class IndependenceAdmin(Withdrawals, ChangeOnlyAdmin):
    list_display = [
        "because",
        "statement",
        "first_report",
        "second_report",
        "created_by",
        "created_at",
        "stands",
    ]
    list_select_related = ["claim", "first__outlet", "second__outlet", "created_by"]
    list_filter = [
        related("story", "story", Claim, "story", "claim__story"),
        related("claim", "claim", Independence, "claim", "claim"),
        related("article", "report", Independence, "first", _of_article),
        related("person", "stated by", Independence, "created_by", "created_by"),
        dates("created_at", "stated"),
        standing(),
    ]
    search_fields = ["claim__statement", "reason", "first__title", "second__title"]
    search_help_text = "Searches statements, reasons and titles of articles."
    readonly_fields = [
        "statement",
        "first_report",
        "second_report",
        "passages",
        "reason",
        "created_by",
        "created_at",
        "withdrawn_by",
    ]
    fields = [*readonly_fields]
    # A statement of independence cannot be edited, because its reason belongs to whoever made it.
    actions = [BulkAct("withdraw", "Withdraw statements of independence", withdraw_independence)]

    @admin.display(description="claim", ordering="claim__statement")
    def statement(self, independence: Independence) -> SafeString:
        claim = independence.claim
        return link(claim.get_absolute_url(), shortened(claim.statement))

    @admin.display(description="one report", ordering="first__title")
    def first_report(self, independence: Independence) -> SafeString:
        return report(independence.first)

    @admin.display(description="other report", ordering="second__title")
    def second_report(self, independence: Independence) -> SafeString:
        return report(independence.second)

    @admin.display(description="reason", ordering="reason")
    def because(self, independence: Independence) -> str:
        return shortened(independence.reason)

    @admin.display(description="passages of both that bear on the claim")
    def passages(self, independence: Independence) -> int:
        """Return the number of passages. If one report has none left, the statement has no effect."""
        bearing = Evidence.objects.filter(claim=independence.claim, withdrawn_at=None)
        both = [independence.first_id, independence.second_id]
        return bearing.filter(highlight__article__in=both).count()
