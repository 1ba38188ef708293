"""What is looked for elsewhere, and what is decided on a candidate."""

from typing import Any

from django import forms

from annotations.forms.desk import ASPECTS, LinkForm

_SCOPES = [
    ("story", "This story"),
    ("all", "All articles"),
]
#: The fields that a selection takes together.
_SELECTION = ("revision", "start", "end", "quote")


class SearchForm(forms.Form):
    """A highlight (`h`), or a selection: code points in a revision and the words seen there.

    `scope` says where to look.
    """

    h = forms.UUIDField(required=False)
    revision = forms.IntegerField(required=False, min_value=1)
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=1)
    quote = forms.CharField(required=False, strip=False)
    scope = forms.ChoiceField(required=False, choices=_SCOPES)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # A start of 0 is a place like any other.
        is_selection = all(cleaned.get(name) not in (None, "") for name in _SELECTION)
        if not cleaned.get("h") and not is_selection:
            raise forms.ValidationError(
                "Select some words or choose a highlight, then look for it elsewhere."
            )
        return cleaned


class CandidateForm(forms.Form):
    """A candidate: its place, and the words that stood there."""

    to_revision = forms.IntegerField(min_value=1)
    to_start = forms.IntegerField(min_value=0)
    to_end = forms.IntegerField(min_value=1)
    to_quote = forms.CharField(strip=False)


class AcceptForm(CandidateForm, LinkForm):
    """A candidate with its relation; a contradiction says in what."""

    aspect = forms.ChoiceField(choices=ASPECTS, required=False)
