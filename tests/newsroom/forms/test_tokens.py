"""Test the form in which a person makes a token."""

import pytest

from newsroom.forms.tokens import LONGEST_DAYS, TokenForm
from newsroom.roles import TokenScope


@pytest.mark.parametrize(
    ("days", "is_valid"), [(0, False), (1, True), (LONGEST_DAYS, True), (LONGEST_DAYS + 1, False)]
)
def test_a_token_is_valid_for_a_day_to_a_year(days, is_valid):
    form = TokenForm({"name": "Feed", "scope": "read", "days": days})
    assert form.is_valid() is is_valid


def test_a_scope_is_one_of_three():
    form = TokenForm({"name": "Feed", "scope": "write", "days": 1})
    assert form.is_valid()
    assert form.cleaned_data["scope"] is TokenScope.WRITE
    assert not TokenForm({"name": "Feed", "scope": "everything", "days": 1}).is_valid()
