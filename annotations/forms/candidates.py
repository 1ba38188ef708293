"""What is looked for, and what is decided on what was found."""

from typing import Any

from django import forms

from annotations.forms.desk import ASPECTS, LinkForm


class SearchForm(forms.Form):
    """A highlight (`h`), or a selection: code points in a revision and the words seen there. `scope`: story
    or all.
    """

    h = forms.UUIDField(required=False)
    revision = forms.IntegerField(required=False, min_value=1)
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=1)
    quote = forms.CharField(required=False, strip=False)
    scope = forms.ChoiceField(required=False, choices=[("story", "This story"), ("all", "All articles")])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        place = [cleaned.get(name) for name in ("revision", "start", "end", "quote")]
        if not cleaned.get("h") and any(part in (None, "") for part in place):
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
