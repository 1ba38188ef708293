"""Define the form of a record, which notices changes by other people and shows why a change was refused."""

import hashlib
from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.datastructures import MultiValueDict

from newsroom.actions.seen import as_shown

CHANGED_MEANWHILE = (
    "Someone else changed this while you were writing, so nothing was saved. Your words are still in the "
    "form: look at the history, then save again if you still mean them."
)


class CuratorForm(forms.ModelForm):
    """The form of a record in the panel, which never overwrites changes of other people unnoticed.

    The hidden field `seen` holds the fingerprint that the record had when the form was shown. The form is
    refused once if the record has another fingerprint now. `refusal` is the sentence of an action that
    refused the values, or empty. With a `refusal`, the form is shown again as it was filled in.
    """

    data: MultiValueDict[str, Any]
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    refusal = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = fingerprint(self.instance, self._meta.fields or ())
        self._values_before = shown_values(self.instance, self._meta.fields or ())
        self.fields["seen"].initial = self.now

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        is_new = self.instance._state.adding
        if not is_new and cleaned.get("seen") != self.now:
            self.add_error(None, CHANGED_MEANWHILE)
            # The person has now been told, so sending the same form again saves it.
            self.data = self.data.copy()
            self.data["seen"] = self.now
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned

    def changed_values(self) -> dict[str, Any]:
        """Return the values that the person changed, as {field: value}, if they are fields of the record."""
        columns = {column.name for column in self.instance._meta.fields}
        return {name: self.cleaned_data[name] for name in self.changed_data if name in columns}

    def seen_values(self) -> dict[str, str]:
        """Return the values that the changed fields had when the form was checked, as {attribute: text}.

        An action compares them with the row that it locks (`must_be_as_seen`).
        """
        seen = {}
        for column in self.instance._meta.concrete_fields:
            if column.name in self.changed_data:
                seen[column.attname] = self._values_before[column.attname]
        return seen


def fingerprint(instance: Any, fields: Iterable[str]) -> str:
    """Return a hash (32 hexadecimal digits) of the values that the record has in `fields`."""
    values = model_to_dict(instance, list(fields))
    texts = {name: str(value) for name, value in values.items()}
    digest = hashlib.sha256(repr(sorted(texts.items())).encode())
    return digest.hexdigest()[:32]


def shown_values(instance: Any, fields: Collection[str]) -> dict[str, str]:
    """Return the values of `fields` as {attribute: text in a form}.

    A related row is its primary key (`owner_id`), so that no row is loaded. Returns an empty dictionary for a
    record that is not stored yet.
    """
    if instance._state.adding:
        return {}
    texts = {}
    for column in instance._meta.concrete_fields:
        if column.name in fields:
            texts[column.attname] = as_shown(getattr(instance, column.attname))
    return texts
