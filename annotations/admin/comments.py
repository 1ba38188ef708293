"""Comments."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from annotations.actions.comments import withdraw_comment
from annotations.admin.bases import NotMadeHere, Standing
from annotations.models import Comment
from newsroom.admin.bases import each


@admin.register(Comment)
class CommentAdmin(NotMadeHere):
    list_display = ["body", "highlight", "claim", "created_by", "created_at"]
    list_select_related = ["highlight__anchor", "claim", "created_by"]
    list_filter = [Standing, ("created_by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["body"]
    date_hierarchy = "created_at"
    fields = ["body", "highlight", "claim", "created_by", "created_at", "withdrawn_by"]
    readonly_fields = fields
    actions = ["withdraw"]

    @admin.action(description="Withdraw selected")
    def withdraw(self, request: HttpRequest, chosen: QuerySet[Comment]) -> None:
        each(request, self, chosen, lambda row: withdraw_comment(row, by=request.user), "withdrawn")
