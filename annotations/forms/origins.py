"""What the pages of origins send."""

from typing import Any

from django import forms

from annotations.logic.vocabulary import OriginState
from newsroom.forms.cleaning import numbers


class OriginFilter(forms.Form):
    state = forms.ChoiceField(
        choices=[("", "Any state"), *((state.value, state.label) for state in OriginState)], required=False
    )
    story = forms.SlugField(required=False)


class OriginDecisionForm(forms.Form):
    """Confirmed or rejected, and why."""

    state = forms.ChoiceField(choices=[(state.value, state.label) for state in OriginState][1:])
    reason = forms.CharField(max_length=2_000, error_messages={"required": "Say why in one sentence."})


class OriginNameForm(forms.Form):
    name = forms.CharField(max_length=120, error_messages={"required": "Give the origin a name."})


class OriginSplitForm(forms.Form):
    """The articles that come from elsewhere (`article`, several), a name for their origin, and why."""

    name = forms.CharField(required=False, max_length=120)
    reason = forms.CharField(max_length=2_000, error_messages={"required": "Say why in one sentence."})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["articles"] = numbers(self.data.getlist("article"))
        return cleaned
