"""Define the forms on the pages of stories and claims."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from annotations.logic.counting.verdict_changes import SeenEvidence
from annotations.logic.vocabulary import ClaimStatus, RewordOutcome, Verdict
from newsroom.models import Story

_STATUSES = [(status.value, status.label) for status in ClaimStatus]
_VERDICTS = [(verdict.value, verdict.label) for verdict in Verdict]
_OUTCOMES = [(outcome.value, outcome.label) for outcome in RewordOutcome]
#: Browsers expect this format in a date field, whatever the language of the page is.
_DAY = "%Y-%m-%d"


class StoryForm(forms.ModelForm):
    """The title, place, days and summary of a story. The form converts the values; the action checks
    the rules.
    """

    class Meta:
        model = Story
        fields = ["title", "place", "starts_on", "ends_on", "summary"]
        widgets = {
            "starts_on": forms.DateInput(attrs={"type": "date"}, format=_DAY),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format=_DAY),
            "summary": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"summary": "What is it about?"}


class ClaimFilter(forms.Form):
    """The filters of the list of claims, read from the query string. An empty field does not filter."""

    status = forms.ChoiceField(choices=[("", "Any status"), *_STATUSES], required=False)
    verdict = forms.ChoiceField(choices=[("", "Any verdict"), *_VERDICTS], required=False)


class StatementForm(forms.Form):
    statement = forms.CharField(max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}))


class SeenForm(forms.Form):
    """What an editor has seen of a claim before a verdict, and the version of the claim that the page showed.

    `seen` is the fingerprint of the evidence and the count that the page showed. With `all_the_same`, the
    person says that they have seen why the verdict is weak. After validation, `seen` is a `SeenEvidence` that
    holds both.
    """

    data: MultiValueDict[str, Any]
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    # The page shows this field only after a verdict was refused as weak.
    all_the_same = forms.BooleanField(
        required=False, label="I have seen this: give the verdict all the same"
    )
    seen = forms.CharField(
        max_length=64,
        required=False,
        widget=forms.HiddenInput,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        weakness = cleaned.pop("all_the_same", False)
        cleaned["seen"] = SeenEvidence(cleaned.get("seen", ""), weakness)
        return cleaned


class RewordForm(StatementForm, SeenForm):
    """A new statement for a claim.

    For a settled claim, `outcome` (a `RewordOutcome`) says whether the verdict is kept.
    """

    outcome = forms.ChoiceField(choices=_OUTCOMES, required=False)


class IndependenceForm(forms.Form):
    """Two articles (ids) that an editor states to be independent sources of a claim, and why."""

    one = forms.IntegerField(min_value=1)
    other = forms.IntegerField(min_value=1)
    reason = forms.CharField(max_length=500, required=False)


class SettleForm(SeenForm):
    """A verdict with its rationale."""

    verdict = forms.ChoiceField(
        choices=[("", "Choose …"), *_VERDICTS],
        error_messages={"required": "Choose a verdict."},
    )
    rationale = forms.CharField(
        max_length=10_000,
        label="Rationale (Markdown)",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Give the reasons for the verdict: a reader must be able to follow them."
        },
    )


class ClaimVersionForm(forms.Form):
    """The version of the claim that the person saw."""

    version = forms.IntegerField(min_value=1)


class PublishForm(ClaimVersionForm):
    """Whether the verdict is to be public, and the version that the person saw."""

    public = forms.BooleanField(required=False)


class ClaimStatusForm(ClaimVersionForm):
    """The new status of a claim, and the version that the person saw. Reopening a settled claim needs a
    reason.
    """

    status = forms.CharField()
    reason = forms.CharField(required=False, max_length=500)

    def clean_reason(self) -> Any:
        return self.cleaned_data["reason"].strip()
