"""Register the pages for accounts in the admin panel."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.safestring import SafeString

from newsroom.actions.people.accounts import change_account, make_account
from newsroom.actions.people.passwords import VALID_FOR, make_password_link
from newsroom.admin.bases import CuratorAdmin, curator
from newsroom.admin.editing import CuratorForm
from newsroom.admin.lists.columns import link, list_address
from newsroom.admin.lists.filters import choice, dates
from newsroom.errors import Invalid, NewsroomError
from newsroom.forms.people import LONGEST_PASSWORD
from newsroom.models import Activity, User
from newsroom.roles import UserRole
from newsroom.text.account_names import check_account_name

# There are no groups, because the rights of a person depend only on the role.
admin.site.unregister(Group)

#: The fields of an account besides its name.
_DETAILS = ("name", "email", "role", "is_active")


class UserForm(CuratorForm):
    """The form of an account.

    `new_password` sets a password, which is never shown. It is better left blank: then the next page makes a
    link by which the person sets it.
    """

    new_password = forms.CharField(
        label="New password",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        max_length=LONGEST_PASSWORD,
        help_text=(
            "Better leave it blank: the person sets their own by a link, which only they need to know."
        ),
    )

    def clean_username(self) -> str:
        username = str(self.cleaned_data["username"])
        if "username" in self.changed_data:
            try:
                check_account_name(username)
            except Invalid as error:
                raise forms.ValidationError(error.sentence) from error
        return username

    def clean_new_password(self) -> str:
        password = str(self.cleaned_data["new_password"])
        if password:
            validate_password(password, self.instance)
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
    fields = ["username", *_DETAILS, "new_password"]
    change_form_template = "admin/user_change_form.html"

    def get_urls(self) -> list[Any]:
        page = path(
            "<int:pk>/link/",
            self.admin_site.admin_view(self.link_page),
            name="newsroom_user_link",
        )
        return [page, *super().get_urls()]

    def link_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a link by which a person sets their password, and show it this one time."""
        person = get_object_or_404(User, pk=pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "A link to set a password",
            "opts": self.opts,
            "person": person,
            "days": VALID_FOR.days,
        }
        status = HTTPStatus.OK
        if request.method == "POST":
            try:
                secret = make_password_link(person, by=curator(request))
            except NewsroomError as error:
                context["refusal"] = error.sentence
                status = HTTPStatus(error.status)
            else:
                address = reverse("password_link", args=[secret])
                context["address"] = request.build_absolute_uri(address)
        return TemplateResponse(request, "admin/user_link.html", context, status=status)

    def response_add(
        self, request: HttpRequest, obj: User, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Lead on to the link for the password, if the account has none yet."""
        if User.objects.get(pk=obj.pk).has_usable_password():
            return super().response_add(request, obj, post_url_continue)
        return redirect("admin:newsroom_user_link", obj.pk)

    def save_model(
        self,
        request: HttpRequest,
        obj: User,
        form: Any,
        change: bool,
    ) -> None:
        password = form.cleaned_data["new_password"]
        if not change:
            values = {name: form.cleaned_data[name] for name in _DETAILS}
            made = make_account(obj.username, values, by=curator(request), password=password)
            # The panel goes on with the object that it made itself.
            obj.pk = made.pk
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
