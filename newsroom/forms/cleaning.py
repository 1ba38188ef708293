"""Read the values that a form sent, or raise one error with a sentence for each mistake."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict

from newsroom.errors import Invalid

SAYS_NOT_WHAT_WAS_SEEN = (
    "The form does not say what its page showed, so nobody could tell whether it was changed meanwhile. "
    "Reload the page, then save again."
)


def numbers(texts: Iterable[str]) -> list[int]:
    """Return those of `texts` that can be ids or indexes, as numbers, in order.

    Other texts, and numbers too large for a column, are left out.
    """
    return [int(text) for text in texts if re.fullmatch("[0-9]{1,18}", text)]


def cleaned_values(form: forms.BaseForm) -> dict[str, Any]:
    """Return the cleaned values of the form. Raises `Invalid` with one sentence for each error."""
    if form.is_valid():
        return form.cleaned_data
    parts = []
    for field, messages in form.errors.items():
        label = ""
        # Django uses this name for errors of the whole form.
        if field != NON_FIELD_ERRORS:
            label = f"{form[field].label}: "
        parts += [f"{label}{message}" for message in messages]
    raise Invalid(" ".join(parts))


def seen_values(sent: QueryDict, fields: Iterable[str]) -> dict[str, str]:
    """Return the values that the person's page showed for `fields`, as {field: text}.

    The page sends them back as `seen_<field>`. Raises `Invalid` if one is missing, because then nobody can
    tell whether another person has changed the value.
    """
    seen = {field: sent.get(f"seen_{field}") for field in fields}
    if None in seen.values():
        raise Invalid(SAYS_NOT_WHAT_WAS_SEEN)
    return {field: value or "" for field, value in seen.items()}
