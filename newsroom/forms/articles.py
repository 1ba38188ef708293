"""Define the forms of the pages for articles and imports."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from newsroom.errors import Invalid
from newsroom.forms.cleaning import numbers
from newsroom.models import Article, SeveralChoice, UnlikeChoice
from newsroom.text.decoding.labels import charset_named
from newsroom.text.model import Role
from newsroom.text.pipeline import parse_published

_DAY = {"type": "date"}


class ArticleFilter(forms.Form):
    """The filters of the list of articles, which are parameters of its address."""

    q = forms.CharField(required=False, max_length=200, label="Words")
    outlet = forms.CharField(required=False, max_length=120)
    story = forms.SlugField(required=False)
    language = forms.CharField(required=False, max_length=35)
    since = forms.DateField(
        required=False, label="Published since", widget=forms.DateInput(attrs=_DAY)
    )
    until = forms.DateField(required=False, label="until", widget=forms.DateInput(attrs=_DAY))
    sort = forms.ChoiceField(
        required=False,
        choices=[
            ("newest", "Imported last"),
            ("published", "Published last"),
            ("title", "Title"),
            ("outlet", "Outlet"),
        ],
    )


class MastheadForm(forms.ModelForm):
    """The form for the working title and the outlet of an article. `outlet` is the name of the outlet."""

    outlet = forms.CharField(required=False, max_length=120)

    class Meta:
        model = Article
        fields = ["title"]


class AnswerForm(forms.Form):
    """The answer to a question of an import.

    `unlike` says what a text is that has the address or id of an article but hardly a word of it, and
    `several` whether a file is one article.
    """

    unlike = forms.ChoiceField(required=False, choices=UnlikeChoice.choices)
    several = forms.ChoiceField(required=False, choices=SeveralChoice.choices)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("unlike") and not cleaned.get("several"):
            raise forms.ValidationError("Choose one of the answers.")
        return cleaned


class CorrectionsForm(forms.Form):
    """The form in which a person corrects what was guessed about an article, at preview or after the import.

    The role of a block is sent as `role-<index>`. `take_back` holds the indexes of left-out pieces that the
    person wants in the article after all. The cleaned data contain `roles` as {index as text: role}, and
    `take_back` as sorted numbers.
    """

    data: MultiValueDict[str, Any]
    title = forms.CharField(required=False, max_length=300)
    outlet = forms.CharField(required=False, max_length=120)
    byline = forms.CharField(required=False, max_length=300)
    credit = forms.CharField(required=False, max_length=300)
    published = forms.CharField(required=False, max_length=40)
    url = forms.CharField(required=False, max_length=2_000)
    language = forms.CharField(required=False, max_length=35)
    charset = forms.CharField(required=False, max_length=40)
    unlike = forms.ChoiceField(required=False, choices=UnlikeChoice.choices)

    def clean_charset(self) -> str:
        value: str = self.cleaned_data["charset"]
        if value and not charset_named(value):
            raise forms.ValidationError("Choose one of the list.")
        return value

    def clean_published(self) -> str:
        value: str = self.cleaned_data["published"]
        try:
            parse_published(value)
        except Invalid as error:
            raise forms.ValidationError(error.sentence) from error
        return value

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["roles"] = self._sent_roles()
        cleaned["take_back"] = sorted(numbers(self.data.getlist("take_back")))
        return cleaned

    def _sent_roles(self) -> dict[str, str]:
        """Return the sent roles, as {index of the block, as text: role}.

        Raises `ValidationError` for an unknown role or an index that is not a number.
        """
        roles: dict[str, str] = {}
        for name, value in self.data.items():
            if not name.startswith("role-"):
                continue
            index = name.removeprefix("role-")
            if value not in list(Role) or not numbers([index]):
                raise forms.ValidationError(
                    f"“{value[:40]}” is no role of a paragraph: choose one of the list."
                )
            roles[index] = value
        return roles
