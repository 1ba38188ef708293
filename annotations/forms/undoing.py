"""What undo and redo send."""

from django import forms

from newsroom.forms.cleaning import numbers


class UndoForm(forms.Form):
    """`leave`: lines of the history that the person leaves as they are, parted by commas."""

    leave = forms.CharField(required=False, max_length=2_000)

    def clean_leave(self) -> list[int]:
        return numbers(self.cleaned_data["leave"].split(","))
