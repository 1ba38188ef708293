"""Reading what a form sent: its values, or one sentence for each thing that is wrong."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from newsroom.errors import Invalid


def numbers(texts: Iterable[str]) -> list[int]:
    """Return those that can be ids or indexes. A number larger than a column holds names nothing."""
    return [int(text) for text in texts if re.fullmatch("[0-9]{1,18}", text)]


def cleaned(form: forms.BaseForm) -> dict[str, Any]:
    """The form's values. Raises `Invalid` with one sentence for each thing that is wrong."""
    if form.is_valid():
        return form.cleaned_data
    parts = []
    for field, messages in form.errors.items():
        name = "" if field == "__all__" else f"{form[field].label}: "
        parts += [f"{name}{message}" for message in messages]
    raise Invalid(" ".join(parts))
