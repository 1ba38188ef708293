"""Test that the index of words follows the current revisions."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from newsroom.models import Article, Sentence, Vocabulary
from newsroom.search import backend, indexing, word_counts
from newsroom.search.retrieving import retrieve
from newsroom.search.texts import condition_for_search
from newsroom.text.language.words import terms
from tests import make

pytestmark = pytest.mark.django_db

GRAIN = "Grain ships left Odesa. Nobody was hurt."
SESSION = "Lavrov left the session.\n\nBorrell stayed with the grain ships."


def sentences_with(text: str) -> list[str]:
    return [sentence.said for sentence in retrieve(terms(text)).sentences]


def test_the_tables_of_a_desk_that_has_them_already_are_kept_with_what_they_hold():
    make.article(GRAIN)
    migration = import_module("newsroom.migrations.0001_squashed")
    with connection.cursor() as cursor:
        for statement in migration.CREATE[connection.vendor]:
            cursor.execute(statement)
    assert sentences_with("Odesa") == ["Grain ships left Odesa."]


def test_both_databases_have_tables_of_the_same_names():
    assert {"newsroom_sentence_words", "newsroom_text_words"} <= set(connection.introspection.table_names())


def test_words_are_counted_after_the_transaction_that_made_there_be_enough(
    monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(word_counts, "FIRST_COUNT", 5)
    monkeypatch.setattr(indexing, "_LOOKED_AT_EVERY", 1)
    with django_capture_on_commit_callbacks(execute=True):
        make.article("\n\n".join(f"The ship number {n} left." for n in range(100, 106)))
        assert not Vocabulary.objects.exists()
    assert Vocabulary.objects.get().sentences == 6


def test_the_index_is_made_again_as_it_was(capsys):
    for text in (GRAIN, SESSION):
        make.article(text)
    before = sentences_with("grain ships left"), Sentence.objects.count()
    call_command("reindex")
    assert (sentences_with("grain ships left"), Sentence.objects.count()) == before
    assert "Indexed 2 articles." in capsys.readouterr().err


def test_an_index_without_marks_is_forgotten_by_the_migration_and_made_again():
    article = make.article("Ferries were late.")
    Vocabulary.objects.create(sentences=1, version=2)
    backend().clear()
    assert not Article.objects.filter(condition_for_search("ferry")).exists()
    import_module("newsroom.migrations.0005_marked_words").forget_sentences(apps, None)
    assert not Vocabulary.objects.exists()
    indexing.keep_in_step()
    assert list(Article.objects.filter(condition_for_search("ferry"))) == [article]


def test_after_migrating_an_index_that_is_missing_is_made():
    make.article(GRAIN)
    Sentence.objects.all().delete()
    indexing.keep_in_step()
    assert sentences_with("Odesa") == ["Grain ships left Odesa."]
