"""Define the form of undo and redo."""

from django import forms

from newsroom.forms.cleaning import numbers


class UndoForm(forms.Form):
    """The lines of the history that undo or redo skips.

    `leave` holds the ids of the lines, separated by commas. Its cleaned value is a list of ids.
    """

    # The list is limited, because a page sends it with each undo.
    leave = forms.CharField(required=False, max_length=2_000)

    def clean_leave(self) -> list[int]:
        return numbers(self.cleaned_data["leave"].split(","))
