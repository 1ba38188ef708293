"""Register the page of API tokens in the admin panel."""

from django.contrib import admin

from newsroom.actions.people.tokens import revoke_token
from newsroom.admin.bases import ReadOnlyAdmin
from newsroom.admin.bulk import BulkAct
from newsroom.admin.lists.filters import choice, dates, related
from newsroom.models import ApiToken
from newsroom.roles import TokenScope


@admin.register(ApiToken)
class ApiTokenAdmin(ReadOnlyAdmin):
    list_display = [
        "name",
        "user",
        "scope",
        "created_at",
        "expires_at",
        "last_used_at",
        "revoked_at",
    ]
    list_select_related = ["user"]
    list_filter = [
        choice("scope", "scope", TokenScope.choices, "scope"),
        related("person", "of", ApiToken, "user", "user"),
        dates("expires_at", "expires"),
    ]
    search_fields = ["name", "user__username"]
    search_help_text = "Searches names of tokens and of accounts."
    fields = [
        "user",
        "name",
        "scope",
        "created_at",
        "expires_at",
        "last_used_at",
        "revoked_at",
    ]
    history_of = "user"
    actions = [BulkAct("revoke", "Revoke tokens", revoke_token)]
