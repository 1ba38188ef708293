"""Define our own error messages for Django's form fields.

They say what to do. The messages are set on Django's own classes, so every form uses them, including those of
the panel. A field can still have its own `error_messages`.
"""

from django import forms
from django.core import validators

FILL_IN = "Fill this in."
CHOOSE = "Choose one of the list: what was sent is not in it."
WHOLE_NUMBER = "Write a whole number, such as 12."
DAY = "Write the day as 2022-07-09."

OF_FIELDS: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": FILL_IN},
    forms.IntegerField: {"invalid": WHOLE_NUMBER},
    forms.DateField: {"invalid": DAY},
    forms.ChoiceField: {"invalid_choice": CHOOSE},
    forms.ModelChoiceField: {"invalid_choice": CHOOSE},
    forms.UUIDField: {"invalid": "This is no id: go back to the page and choose again."},
}
OF_LIMITS: dict[type[validators.BaseValidator], str] = {
    validators.MaxLengthValidator: "Shorten this to %(limit_value)d characters: it has %(show_value)d.",
    validators.MinValueValidator: "Write a number that is not under %(limit_value)s.",
    validators.MaxValueValidator: "Write a number that is not over %(limit_value)s.",
}


def install_messages() -> None:
    """Set our messages on Django's classes for fields and validators.

    Call this once, when the site starts.
    """
    for field, texts in OF_FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **texts}
    for limit, text in OF_LIMITS.items():
        limit.message = text
