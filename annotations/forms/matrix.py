"""What the matrix is asked for and sends."""

from django import forms

from annotations.queries.matrix import SHOWN, SORTS


class MatrixFilter(forms.Form):
    """The rows, as they stand in the address, and the cell whose passages are open."""

    show = forms.ChoiceField(choices=list(SHOWN.items()), required=False)
    sort = forms.ChoiceField(choices=list(SORTS.items()), required=False)
    claim = forms.UUIDField(required=False)
    article = forms.IntegerField(required=False, min_value=1)


class CellChoice(forms.Form):
    """One cell."""

    claim = forms.UUIDField()
    article = forms.IntegerField(min_value=1)
