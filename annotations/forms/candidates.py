"""Define the forms to search for candidates and to decide on one."""

from typing import Any

from django import forms

from annotations.forms.desk import ASPECTS, LinkForm

#: The choices of articles to search: value and label.
_SCOPES = [
    ("story", "This story"),
    ("all", "All articles"),
]
#: The fields that describe a selection. All of them are needed.
_SELECTION = ("revision", "start", "end", "quote")


class SearchForm(forms.Form):
    """The passage to search for: a highlight (`h`, an id), or selected words in a revision.

    `start` and `end` are code points, and `quote` is the text that the person saw. `scope` says whether the
    articles of the story or all articles are searched.
    """

    h = forms.UUIDField(required=False)
    revision = forms.IntegerField(required=False, min_value=1)
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=1)
    quote = forms.CharField(required=False, strip=False)
    scope = forms.ChoiceField(required=False, choices=_SCOPES)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # A start of 0 is valid, so the values are compared with None and not tested for truth.
        is_selection = all(cleaned.get(name) not in (None, "") for name in _SELECTION)
        if not cleaned.get("h") and not is_selection:
            raise forms.ValidationError(
                "Select some words or choose a highlight, then look for it elsewhere."
            )
        return cleaned


class CandidateForm(forms.Form):
    """A candidate: a place in a revision, and the text that the person saw there (`to_quote`).

    `to_start` and `to_end` are code points.
    """

    to_revision = forms.IntegerField(min_value=1)
    to_start = forms.IntegerField(min_value=0)
    to_end = forms.IntegerField(min_value=1)
    to_quote = forms.CharField(strip=False)


class AcceptForm(CandidateForm, LinkForm):
    """A candidate, and the relation of the link to make with it. A contradiction also needs an aspect."""

    aspect = forms.ChoiceField(choices=ASPECTS, required=False)


class PairForm(CandidateForm):
    """A pair of passages that were proposed together. Each has a place and the text that the person saw
    there.

    The fields with `to_` describe the second passage. `start` and `end` are code points.
    """

    revision = forms.IntegerField(min_value=1)
    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    quote = forms.CharField(strip=False)


class PairLinkForm(PairForm, LinkForm):
    """A pair of passages that were proposed together, and the relation of the link to make between them."""

    aspect = forms.ChoiceField(choices=ASPECTS, required=False)
