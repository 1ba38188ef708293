"""Test how the form reads the lines of history that a person leaves out of undo."""

from annotations.forms.undoing import UndoForm


def left(text: str) -> list[int]:
    form = UndoForm({"leave": text})
    assert form.is_valid()
    return form.cleaned_data["leave"]


def test_lines_are_parted_by_commas():
    assert left("12,15") == [12, 15]


def test_nothing_leaves_nothing():
    assert left("") == []


def test_what_is_no_line_is_passed_over():
    assert left("12,x") == [12]
