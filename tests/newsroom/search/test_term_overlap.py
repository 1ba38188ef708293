"""Test which words are looked up together, because each alone is too common."""

import pytest

from newsroom.search import term_overlap
from newsroom.search.retrieving import retrieve
from newsroom.text.language.words import terms
from tests import make

pytestmark = pytest.mark.django_db


def test_a_word_too_common_to_look_up_finds_with_another(monkeypatch):
    monkeypatch.setattr(term_overlap, "CAP_OF_WORD", 2)
    make.article(
        "Grain came. Grain went. Grain rotted. Ships came. Ships went. Ships sank. Grain ships burned."
    )
    found = retrieve(terms("grain ships")).sentences
    assert [sentence.said for sentence in found] == ["Grain ships burned."]
