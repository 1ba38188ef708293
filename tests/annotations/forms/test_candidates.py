"""Test that a search for candidates takes a highlight or a complete selection."""

from uuid import uuid4

import pytest
from django.http import QueryDict

from annotations.forms.candidates import AcceptForm, SearchForm

SELECTION = {"revision": "4", "start": "0", "end": "4", "quote": "Rain"}


def test_a_highlight_is_enough():
    assert SearchForm({"h": str(uuid4())}).is_valid()


def test_a_selection_at_the_very_beginning_is_one():
    assert SearchForm(SELECTION).is_valid()


@pytest.mark.parametrize("missing", SELECTION)
def test_half_a_selection_is_answered_with_what_to_do(missing):
    form = SearchForm({name: value for name, value in SELECTION.items() if name != missing})
    assert form.errors["__all__"] == ["Select some words or choose a highlight, then look for it elsewhere."]


def test_the_words_of_a_candidate_keep_their_white_space():
    sent = QueryDict("to_revision=4&to_start=0&to_end=5&to_quote=Rain%20&relation=repeats")
    form = AcceptForm(sent)
    assert form.is_valid()
    assert form.cleaned_data["to_quote"] == "Rain "
