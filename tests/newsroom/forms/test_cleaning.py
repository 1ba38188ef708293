"""Test that the input of a form becomes values, or one sentence for each fault."""

import pytest
from django import forms

from newsroom.errors import Invalid
from newsroom.forms.cleaning import cleaned_values, numbers


class Days(forms.Form):
    since = forms.DateField(label="From")
    until = forms.DateField(label="To", required=False)

    def clean(self):
        if not self.errors and self.cleaned_data["until"] is None:
            raise forms.ValidationError("Name both days.")
        return self.cleaned_data


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0", [0]),
        ("007", [7]),
        ("9" * 18, [999_999_999_999_999_999]),
        ("9" * 19, []),
        ("", []),
        ("-1", []),
        ("1.0", []),
        ("1\n", []),
        (" 1", []),
        ("1_000", []),
        ("²", []),
        ("٣", []),
    ],
)
def test_a_number_has_one_to_eighteen_digits_and_nothing_else(text: str, read: list[int]) -> None:
    assert numbers([text]) == read


def test_what_is_no_number_names_nothing_among_numbers() -> None:
    assert numbers(["3", "x", "1"]) == [3, 1]


def test_a_valid_form_gives_its_values() -> None:
    values = cleaned_values(Days({"since": "2022-07-09", "until": "2022-07-10"}))
    assert [str(day) for day in values.values()] == ["2022-07-09", "2022-07-10"]


def test_each_wrong_field_is_named_in_one_sentence() -> None:
    with pytest.raises(Invalid) as refusal:
        cleaned_values(Days({"since": "", "until": "soon"}))
    assert str(refusal.value) == "From: Fill this in. To: Write the day as 2022-07-09."


def test_what_is_wrong_with_the_form_as_a_whole_names_no_field() -> None:
    with pytest.raises(Invalid) as refusal:
        cleaned_values(Days({"since": "2022-07-09"}))
    assert str(refusal.value) == "Name both days."
