"""Test the filters of the history."""

from datetime import date

import pytest

from newsroom.errors import Invalid
from newsroom.forms.activity import ActivityFilter
from newsroom.forms.cleaning import cleaned_values


def test_nothing_has_to_be_chosen():
    assert cleaned_values(ActivityFilter({})) == {
        "by": "",
        "verb": "",
        "type": "",
        "story": "",
        "since": None,
        "until": None,
    }


def test_days_are_read_as_iso_8601_writes_them():
    chosen = cleaned_values(ActivityFilter({"since": "2022-07-08", "until": "2022-07-09"}))
    assert (chosen["since"], chosen["until"]) == (date(2022, 7, 8), date(2022, 7, 9))


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("since", "yesterday", "Since: "),
        ("until", "2022-02-30", "Until: "),
        ("story", "not a slug", "Story: "),
        ("by", "x" * 61, "By: "),
        ("verb", "x" * 41, "Verb: "),
    ],
)
def test_what_cannot_be_is_refused_by_the_name_of_its_field(name, value, said):
    with pytest.raises(Invalid, match=said):
        cleaned_values(ActivityFilter({name: value}))
