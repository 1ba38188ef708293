"""Define the forms of the matrix: its filters, and one of its cells."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from annotations.queries.matrix import SHOWN, SORTS, MatrixChoice
from newsroom.forms.cleaning import numbers


class MatrixFilter(forms.Form):
    """The filters of the matrix, read from the query string. `claim` and `article` are the ids of the cell
    that is open.

    The articles to show are given by id, as on the desk: `read=12,15`, or one `read` for each article.
    """

    data: MultiValueDict[str, Any]
    show = forms.ChoiceField(choices=list(SHOWN.items()), required=False)
    sort = forms.ChoiceField(choices=list(SORTS.items()), required=False)
    outlet = forms.CharField(required=False, max_length=120)
    origin = forms.UUIDField(required=False)
    claim = forms.UUIDField(required=False)
    article = forms.IntegerField(required=False, min_value=1)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # Both forms of the parameter give one list of ids.
        named = ",".join(self.data.getlist("read"))
        cleaned["read"] = numbers(named.split(","))
        return cleaned

    @property
    def choice(self) -> MatrixChoice:
        """Return which rows and columns of the matrix to show, and in which order. The form must be valid."""
        values = self.cleaned_data
        return MatrixChoice(
            show=values["show"],
            sort=values["sort"],
            outlet=values["outlet"],
            origin=values["origin"],
            articles=frozenset(values["read"]),
        )


class CellForm(forms.Form):
    """The cell of the matrix in the row of `claim` and the column of `article` (ids)."""

    claim = forms.UUIDField()
    article = forms.IntegerField(min_value=1)
