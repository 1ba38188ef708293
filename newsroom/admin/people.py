"""Register the pages for accounts in the admin panel."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.safestring import SafeString

from newsroom.actions.curation import enter
from newsroom.actions.people.accounts import change_account
from newsroom.admin.bases import CuratorAdmin, curator
from newsroom.admin.editing import CuratorForm
from newsroom.admin.lists.columns import link, list_address
from newsroom.admin.lists.filters import choice, dates
from newsroom.models import Activity, User
from newsroom.roles import UserRole

# There are no groups, because the rights of a person depend only on the role.
admin.site.unregister(Group)


class UserForm(CuratorForm):
    """The form of an account.

    `new_password` sets a password, which is never shown. It is required for a new account.
    """

    new_password = forms.CharField(
        label="New password",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Leave it blank to keep the present one.",
    )

    def clean_new_password(self) -> str:
        password = str(self.cleaned_data["new_password"])
        if password:
            validate_password(password, self.instance)
        elif not self.instance.pk:
            raise forms.ValidationError("A new account needs a password.")
        return password


@admin.register(User)
class UserAdmin(CuratorAdmin):
    form = UserForm
    list_display = [
        "username",
        "name",
        "email",
        "role",
        "is_active",
        "last_login",
        "created_at",
        "did",
    ]
    list_filter = [
        choice("role", "role", UserRole.choices, "role"),
        choice("active", "active", [("True", "Yes"), ("False", "No")], "is_active"),
        dates("created_at"),
    ]
    search_fields = ["username", "name", "email"]
    search_help_text = "Searches names and addresses."
    fields = ["username", "name", "email", "role", "is_active", "new_password"]

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        password = form.cleaned_data["new_password"]
        if not change:
            obj.set_password(password)
            enter(obj, by=curator(request))
            return
        change_account(
            User.objects.get(pk=obj.pk),
            form.changed_values(),
            password=password,
            by=curator(request),
            seen=form.seen_values(),
        )

    @admin.display(description="did")
    def did(self, user: User) -> SafeString:
        return link(list_address(Activity, person=user.pk), "History")
