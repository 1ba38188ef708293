"""Test the forms on the pages of stories and claims."""

import pytest

from annotations.forms.stories import ClaimFilter, ClaimStatusForm, SettleForm, StatementForm
from annotations.logic.counting.verdict_changes import SeenEvidence


def test_a_verdict_without_its_reasons_asks_for_them():
    form = SettleForm({"verdict": "true", "version": "1"})
    assert form.errors["rationale"] == [
        "Give the reasons for the verdict: a reader must be able to follow them."
    ]


def test_reasons_without_a_verdict_ask_for_it():
    form = SettleForm({"rationale": "Two reporters saw it.", "version": "1"})
    assert form.errors["verdict"] == ["Choose a verdict."]


@pytest.mark.parametrize(("sent", "weakness"), [({}, False), ({"all_the_same": "on"}, True)])
def test_a_verdict_tells_what_the_editor_has_seen(sent, weakness):
    form = SettleForm({"verdict": "true", "rationale": "So.", "version": "1", "seen": "ab12", **sent})
    assert form.is_valid()
    assert form.cleaned_data == {
        "verdict": "true",
        "rationale": "So.",
        "version": 1,
        "seen": SeenEvidence("ab12", weakness),
    }


def test_a_statement_is_at_most_1000_characters_long():
    assert StatementForm({"statement": "a" * 1_000}).is_valid()
    assert not StatementForm({"statement": "a" * 1_001}).is_valid()


def test_the_reason_to_reopen_is_trimmed():
    form = ClaimStatusForm({"version": "1", "status": "open", "reason": "  New evidence. "})
    assert form.is_valid()
    assert form.cleaned_data["reason"] == "New evidence."


@pytest.mark.parametrize(
    ("sent", "valid"), [({}, True), ({"status": "open"}, True), ({"status": "lost"}, False)]
)
def test_claims_are_filtered_by_a_status_that_there_is(sent, valid):
    assert ClaimFilter(sent).is_valid() is valid
