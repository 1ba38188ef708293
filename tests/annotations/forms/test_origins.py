"""Test the forms of origins: a decision needs a reason, and names and reasons have a greatest length."""

import pytest
from django.http import QueryDict

from annotations.forms.origins import OriginDecisionForm, OriginFilter, OriginNameForm, OriginSplitForm


@pytest.mark.parametrize("state", ["confirmed", "rejected"])
def test_an_origin_is_confirmed_or_rejected(state):
    assert OriginDecisionForm({"state": state, "reason": "The same wire text."}).is_valid()


def test_nobody_can_propose_by_deciding():
    assert not OriginDecisionForm({"state": "proposed", "reason": "Perhaps."}).is_valid()


@pytest.mark.parametrize("form", [OriginDecisionForm({"state": "confirmed"}), OriginSplitForm(QueryDict(""))])
def test_without_a_reason_one_is_asked_for(form):
    assert form.errors["reason"] == ["Say why in one sentence."]


def test_a_name_is_at_most_120_characters_long():
    assert OriginNameForm({"name": "a" * 120}).is_valid()
    assert not OriginNameForm({"name": "a" * 121}).is_valid()


def test_a_reason_is_at_most_2000_characters_long():
    assert OriginDecisionForm({"state": "confirmed", "reason": "a" * 2_000}).is_valid()
    assert not OriginDecisionForm({"state": "confirmed", "reason": "a" * 2_001}).is_valid()


def test_the_articles_to_split_off_are_the_ticked_ones():
    form = OriginSplitForm(QueryDict("reason=Own+reporters.&article=3&article=5&article=x"))
    assert form.is_valid()
    assert form.cleaned_data["articles"] == [3, 5]


def test_the_list_is_filtered_by_a_state_that_there_is():
    assert OriginFilter({"state": "proposed"}).is_valid()
    assert not OriginFilter({"state": "perhaps"}).is_valid()
