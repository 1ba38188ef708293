"""Define the forms of the desk. They check the format of the values; the actions check the rules."""

from typing import Any

from django import forms

from annotations.logic.codebook import DIGITS
from annotations.logic.vocabulary import Aspect, Relation

RELATIONS = [(relation.value, relation.label) for relation in Relation]
ASPECTS = [("", "—"), *((aspect.value, aspect.label) for aspect in Aspect)]


class SelectionForm(forms.Form):
    """Words that a person selected in a text.

    `start` and `end` are code points, and `quote` is the text that the person saw.
    """

    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=1)
    quote = forms.CharField(strip=False)


class EdgesForm(SelectionForm):
    """The passage to which a highlight is moved, and the version of the highlight that the person saw."""

    version = forms.IntegerField(min_value=1)


class DrawForm(SelectionForm):
    """Selected words in a revision, and what to do with them (`act`).

    `act` is `highlight`, `tag:<id of a tag>`, `path` (the tag at the path `path`, which may be new), `claim`,
    `link`, `note` or empty, which means the same as `highlight`.
    `highlight` is the id that the browser has chosen for the new highlight. With `beside_others`, the words
    are marked although another person has marked them.
    """

    revision = forms.IntegerField(min_value=1)
    highlight = forms.UUIDField(required=False)
    beside_others = forms.BooleanField(required=False)
    path = forms.CharField(required=False, max_length=120)
    # The tag is part of the value, so that one button sends both.
    act = forms.RegexField(
        r"\A(highlight|claim|link|note|path|tag:.*)\Z",
        required=False,
        error_messages={
            "invalid": "What to do with the passage was not understood: reload the page and choose again."
        },
    )


class DescriptionForm(forms.Form):
    note = forms.CharField(required=False, max_length=10_000)
    attribution = forms.CharField(required=False, max_length=200)
    # The version that the page showed decides whether the values may be saved.
    version = forms.IntegerField(min_value=1)
    # Whether the attribution stays a guess, because it came meanwhile and the person has not seen it.
    guessed = forms.BooleanField(required=False)


class TellerForm(forms.Form):
    teller = forms.CharField(required=False, max_length=200)
    version = forms.IntegerField(min_value=1)


class TagForm(forms.Form):
    path = forms.CharField(max_length=120)


class TagChoiceForm(forms.Form):
    """A tag for a passage. Either `tag` is the id of a tag or `path` is the path of one, which may be new."""

    tag = forms.IntegerField(min_value=1, required=False)
    path = forms.CharField(required=False, max_length=120)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned["tag"] and not cleaned["path"]:
            raise forms.ValidationError("Choose a tag, or type the path of one.")
        return cleaned


class PinForm(TagForm):
    """A tag by its path, and the digit that it gets on the person's desk, or none."""

    digit = forms.TypedChoiceField(
        choices=[("", "—"), *((digit, digit) for digit in DIGITS)],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "A digit is one of 1 to 9: choose one of them."},
    )


class AttachForm(forms.Form):
    """Evidence for a claim. Either `claim` is the id of an existing claim or `statement` states a new one.

    With `same_event`, an editor confirms that the passage reports the same event although there are doubts.
    """

    claim = forms.UUIDField(required=False)
    statement = forms.CharField(required=False, max_length=1_000)
    relation = forms.ChoiceField(choices=RELATIONS)
    note = forms.CharField(required=False, max_length=1_000)
    same_event = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # Exactly one of the two must be given.
        if bool(cleaned.get("claim")) == bool(cleaned.get("statement")):
            raise forms.ValidationError("Choose one of the claims, or state a new one.")
        return cleaned


class JudgementForm(forms.Form):
    """The relation and the note that a person gives to evidence or to a link.

    With `same_event`, an editor confirms that both reports are about the same event although there are
    doubts.
    """

    relation = forms.ChoiceField(choices=RELATIONS)
    note = forms.CharField(required=False, max_length=1_000)
    same_event = forms.BooleanField(required=False)


class LinkForm(JudgementForm):
    aspect = forms.ChoiceField(choices=ASPECTS, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        contradiction = cleaned.get("relation") == Relation.CONTRADICTS
        if contradiction and not cleaned.get("aspect"):
            raise forms.ValidationError(
                "Say in what the passages contradict each other: choose an aspect."
            )
        if not contradiction:
            cleaned["aspect"] = ""
        return cleaned


class NewLinkForm(LinkForm):
    source = forms.UUIDField()
    target = forms.UUIDField()


class CommentForm(forms.Form):
    body = forms.CharField(max_length=10_000)


class ProjectionForm(forms.Form):
    article = forms.IntegerField(min_value=1)
