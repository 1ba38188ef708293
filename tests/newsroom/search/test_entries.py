"""Test that the entries of a text in the index are computed and stored before the text is stored."""

import pytest

from newsroom.models import Sentence
from newsroom.search import entries
from newsroom.search.entries import put_ahead
from newsroom.search.indexing import index_revision
from newsroom.search.retrieving import retrieve
from newsroom.text.language.indexing.index_entries import entries_of
from newsroom.text.language.words import terms
from newsroom.text.model import Document
from tests import make

SHIPS = "\n\n".join(f"The ship number {number} left Odesa." for number in range(100, 106))


@pytest.mark.django_db
@pytest.mark.parametrize(("at_once", "is_ahead"), [(6, False), (5, True)])
def test_a_text_of_more_sentences_than_one_transaction_takes_is_put_there_before(
    monkeypatch, at_once, is_ahead
):
    revision = make.article(SHIPS).current
    Sentence.objects.all().delete()
    monkeypatch.setattr(entries, "AT_ONCE", at_once)
    found = put_ahead(entries_of(revision.document))
    assert len(found.sentence_ids) == (6 if is_ahead else 0)

    # A search does not find a sentence that is not stored yet.
    assert retrieve(terms("Odesa")).sentences == ()
    index_revision(revision, None, found)
    assert len(retrieve(terms("Odesa")).sentences) == 6
    assert [sentence.said for sentence in retrieve(terms("number 103")).sentences][:1] == [
        "The ship number 103 left Odesa."
    ]


@pytest.mark.django_db
def test_entries_of_another_document_are_not_used():
    revision = make.article(SHIPS).current
    Sentence.objects.all().delete()
    index_revision(revision, None, entries_of(Document("It rained.")))
    assert len(retrieve(terms("Odesa")).sentences) == 6
