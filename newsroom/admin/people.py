"""Accounts."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest

from newsroom.admin.bases import CuratorAdmin
from newsroom.models import User

# Rights follow from one role alone.
admin.site.unregister(Group)


class UserForm(forms.ModelForm):  # type: ignore[type-arg]
    """An account; the pass phrase is set here and never shown."""

    new_password = forms.CharField(
        label="New pass phrase",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Leave it blank to keep the present one.",
    )

    class Meta:
        model = User
        fields = ["username", "name", "email", "role", "is_active"]

    def clean_new_password(self) -> str:
        phrase = str(self.cleaned_data["new_password"])
        if phrase:
            validate_password(phrase, self.instance)
        elif not self.instance.pk:
            raise forms.ValidationError("A new account needs a pass phrase.")
        return phrase


@admin.register(User)
class UserAdmin(CuratorAdmin):
    form = UserForm
    list_display = ["username", "name", "role", "is_active", "last_login", "created_at"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "name", "email"]
    date_hierarchy = "created_at"

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        phrase = form.cleaned_data.pop("new_password")
        if "new_password" in form.changed_data:
            form.changed_data.remove("new_password")
        if phrase:
            obj.set_password(phrase)
            form.cleaned_data["password"] = obj.password
            form.changed_data.append("password")
        super().save_model(request, obj, form, change)
