"""Define the forms on the pages of origins."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from annotations.logic.vocabulary import DOCUMENTS, OriginState
from newsroom.forms.cleaning import numbers

#: The limits are those of the columns in the database.
LONGEST_NAME = 120
LONGEST_REASON = 2_000

_STATES = [(state.value, state.label) for state in OriginState]
#: The states that a person can choose.
_DECIDED = (OriginState.CONFIRMED, OriginState.REJECTED)
_DECISIONS = [(state.value, state.label) for state in _DECIDED]
#: The kinds of document, as pairs of the stored value and the label.
DOCUMENT_KINDS = [(kind.value, kind.label) for kind in DOCUMENTS]
_NO_DOCUMENT = {"required": "Give the document a name, such as “Budget of the port, 5 May”."}
_NO_REASON = {"required": "Say why in one sentence."}
_NO_NAME = {"required": "Give the origin a name."}


class OriginFilter(forms.Form):
    """The filters of the list of origins, read from the query string. An empty field does not filter."""

    state = forms.ChoiceField(choices=[("", "Any state"), *_STATES], required=False)
    story = forms.SlugField(required=False)


class OriginDecisionForm(forms.Form):
    """The decision to confirm or reject an origin, with a reason."""

    state = forms.ChoiceField(choices=_DECISIONS)
    reason = forms.CharField(max_length=LONGEST_REASON, error_messages=_NO_REASON)


class DocumentForm(forms.Form):
    """The document from which an article comes: its kind, its name, and where the article names it
    (`reason`).
    """

    kind = forms.ChoiceField(choices=DOCUMENT_KINDS)
    name = forms.CharField(max_length=LONGEST_NAME, error_messages=_NO_DOCUMENT)
    reason = forms.CharField(max_length=LONGEST_REASON, error_messages=_NO_REASON)


class OriginNameForm(forms.Form):
    name = forms.CharField(max_length=LONGEST_NAME, error_messages=_NO_NAME)


class OriginSplitForm(forms.Form):
    """The articles to remove from an origin, a name for their new origin, and a reason.

    The field `article` comes once for each article. The cleaned value `articles` is the list of ids.
    """

    # Django's types do not know that the data of a request can have several values.
    data: MultiValueDict[str, Any]
    name = forms.CharField(required=False, max_length=LONGEST_NAME)
    reason = forms.CharField(max_length=LONGEST_REASON, error_messages=_NO_REASON)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["articles"] = numbers(self.data.getlist("article"))
        return cleaned
