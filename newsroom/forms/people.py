"""Define the forms with which people set their passwords."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest

from newsroom.models import User

#: No password is longer. Hashing a text of a megabyte would take long.
LONGEST_PASSWORD = 1_000


def _password_field(label: str, autocomplete: str) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    # White space at the ends belongs to a password.
    return forms.CharField(label=label, strip=False, max_length=LONGEST_PASSWORD, widget=widget)


class NewPasswordForm(forms.Form):
    """The form in which a person writes a new password twice. `person` is the one whose password it is."""

    password = _password_field("New password", "new-password")
    again = _password_field("The same once more", "new-password")

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, self.person)
        return password

    def clean_again(self) -> str:
        again = str(self.cleaned_data["again"])
        if "password" in self.cleaned_data and again != self.cleaned_data["password"]:
            raise forms.ValidationError("The two passwords differ. Type the new one twice.")
        return again


class OwnPasswordForm(NewPasswordForm):
    """The form in which a person changes their own password. `request` counts wrong old passwords."""

    old = _password_field("Old password", "current-password")
    field_order = ["old", "password", "again"]

    def __init__(
        self,
        *args: Any,
        request: HttpRequest,
        person: User,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, person=person, **kwargs)
        self.request = request

    def clean_old(self) -> str:
        old = str(self.cleaned_data["old"])
        # This is limited like signing in, so that nobody guesses the password in a session left open.
        known = authenticate(self.request, username=self.person.username, password=old)
        if known is None:
            raise forms.ValidationError("This is not your password. Type it once more.")
        return old
