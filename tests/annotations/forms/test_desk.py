"""Test how the forms of the desk check what the page sends."""

import pytest

from annotations.forms.desk import AttachForm, DrawForm, EdgesForm, LinkForm

PLACE = {"start": "0", "end": "4", "quote": "Rain"}


@pytest.mark.parametrize("act", ["", "highlight", "claim", "link", "note", "path", "tag:4"])
def test_what_the_bar_offers_is_understood(act):
    assert DrawForm({**PLACE, "revision": "1", "act": act}).is_valid()


def test_another_act_is_answered_with_what_to_do():
    form = DrawForm({**PLACE, "revision": "1", "act": "delete"})
    assert form.errors["act"] == [
        "What to do with the passage was not understood: reload the page and choose again."
    ]


def test_new_edges_say_which_version_of_the_highlight_they_were_chosen_on():
    assert EdgesForm({**PLACE, "version": "1"}).is_valid()
    assert not EdgesForm(PLACE).is_valid()


@pytest.mark.parametrize(
    "sent",
    [{}, {"claim": "6b1f6f5e-58c9-4d53-8ef4-6d2ab1f0b1a7", "statement": "He left early."}],
)
def test_evidence_is_for_one_claim_known_or_new(sent):
    form = AttachForm({"relation": "corroborates", **sent})
    assert form.errors["__all__"] == ["Choose one of the claims, or state a new one."]


def test_a_contradiction_says_in_what():
    assert not LinkForm({"relation": "contradicts"}).is_valid()
    assert LinkForm({"relation": "contradicts", "aspect": "time"}).is_valid()


def test_what_is_no_contradiction_has_no_aspect():
    form = LinkForm({"relation": "repeats", "aspect": "time"})
    assert form.is_valid()
    assert form.cleaned_data["aspect"] == ""
