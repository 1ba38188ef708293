"""Register the admin page of comments."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from annotations.actions.comments import restore_comment, withdraw_comment
from annotations.admin.bases import Withdrawals, shortened, standing
from annotations.admin.exporting import exports_of
from annotations.models import Comment
from newsroom.admin.bases import ChangeOnlyAdmin
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.filters import dates, related


@admin.register(Comment)
class CommentAdmin(Withdrawals, ChangeOnlyAdmin):
    list_display = ["words", "about", "created_by", "created_at", "stands"]
    list_filter = [
        related("claim", "claim", Comment, "claim", "claim"),
        related("highlight", "passage", Comment, "highlight", "highlight"),
        related("person", "said by", Comment, "created_by", "created_by"),
        dates("created_at", "said"),
        standing(),
    ]
    search_fields = ["body"]
    search_help_text = "Searches comments."
    # The id has an index, and new comments have higher ids.
    ordering = ["-id"]
    # A curator can withdraw a comment but not change another person's words.
    readonly_fields = [
        "body",
        "highlight",
        "claim",
        "created_by",
        "created_at",
        "withdrawn_by",
    ]
    fields = [*readonly_fields]
    actions = [
        *exports_of("comments"),
        BulkAct("withdraw", "Withdraw comments", withdraw_comment),
        BulkAct("restore", "Restore comments", restore_comment),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        return (
            super().get_queryset(request).select_related("highlight__anchor", "claim", "created_by")
        )

    @admin.display(description="comment", ordering="body")
    def words(self, comment: Comment) -> str:
        return shortened(comment.body)

    @admin.display
    def about(self, comment: Comment) -> Any:
        return comment.claim or comment.highlight
