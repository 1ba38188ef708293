"""Test that slow work is done before the transaction of an import, and that its results are
invisible until the end.
"""

import pytest

from newsroom.actions.imports import import_preparation
from newsroom.actions.imports.import_preparation import with_preparation, with_preparations
from newsroom.actions.imports.import_requests import read_request
from newsroom.actions.imports.importing import import_article, import_request
from newsroom.errors import Forbidden
from newsroom.models import Article, Sentence
from newsroom.roles import UserRole
from newsroom.search import backend, entries
from newsroom.search.retrieving import retrieve
from newsroom.signals import revisions_expected, revisions_imported
from newsroom.text.language.indexing.index_entries import entries_of
from newsroom.text.language.words import terms
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db

TEXT = b"It rained in Bali. It hailed in Java."
NEWER = b"It rained in Bali. It snowed in Java."


def request(raw=TEXT):
    return read_request(raw, name="rain.txt", details=SourceDetails(external_id="7"))


@pytest.fixture
def long_from_here_on(monkeypatch):
    """Let every text count as a long one."""
    monkeypatch.setattr(import_preparation, "LONG", 1)
    monkeypatch.setattr(entries, "AT_ONCE", 1)


@pytest.fixture
def added(monkeypatch):
    """Return a list that gets the rows which are added to the index of words. The
    index stores them as usual.
    """
    rows = []
    add = backend().add_sentences

    def listens(given):
        given = list(given)
        rows.extend(given)
        add(given)

    monkeypatch.setattr(backend(), "add_sentences", listens)
    return rows


def test_the_entries_of_the_index_are_worked_out_for_each_source():
    first, second = with_preparations([request(), request(NEWER)])
    assert first.entries == entries_of(first.prepared.document)
    assert second.entries == entries_of(second.prepared.document)


@pytest.mark.usefixtures("long_from_here_on")
def test_the_transaction_of_a_long_text_puts_no_sentence_into_the_index_of_words(reporter, added):
    prepared = with_preparation(request())
    assert [words for _, words in added] == list(prepared.entries.terms)
    added.clear()
    import_request(prepared, by=reporter)
    assert added == []
    assert [found.said for found in retrieve(terms("Bali")).sentences] == ["It rained in Bali."]


@pytest.mark.usefixtures("long_from_here_on")
def test_nothing_is_found_of_a_text_that_was_refused_after_it_was_prepared():
    prepared = with_preparation(request())
    with pytest.raises(Forbidden):
        import_request(prepared, by=make.user(UserRole.READER))
    assert retrieve(terms("Bali")).sentences == ()
    assert not Sentence.objects.exists()


@pytest.mark.usefixtures("long_from_here_on")
def test_a_long_text_that_brings_nothing_new_is_not_prepared(reporter):
    import_article(TEXT, name="rain.txt", details=SourceDetails(external_id="7"), by=reporter)
    assert with_preparation(request()).preparation is None
    assert with_preparation(request(NEWER)).preparation is not None


def test_the_transaction_of_a_short_text_puts_its_sentences_into_the_index_of_words(reporter, added):
    prepared = with_preparation(request())
    assert added == []
    import_request(prepared, by=reporter)
    assert [words for _, words in added] == list(prepared.entries.terms)


def test_a_text_of_a_known_article_that_brings_nothing_new_is_not_prepared(reporter):
    import_article(TEXT, name="rain.txt", details=SourceDetails(external_id="7"), by=reporter)
    article = Article.objects.get()
    assert with_preparation(request(), article=article).preparation is None
    assert with_preparation(request(NEWER), article=article).preparation is not None
    assert with_preparation(request()).preparation is not None


@pytest.mark.parametrize(("longest_short", "known"), [(37, False), (36, True)])
def test_only_a_long_text_is_looked_for_among_the_articles_before(
    reporter, monkeypatch, longest_short, known
):
    import_article(TEXT, name="rain.txt", details=SourceDetails(external_id="7"), by=reporter)
    monkeypatch.setattr(import_preparation, "LONG", longest_short + 1)
    heard = []

    def listens(expected, **_):
        heard.extend(expected)
        return ["worked out"] * len(expected)

    revisions_expected.connect(listens)
    try:
        with_preparation(request(NEWER))
    finally:
        revisions_expected.disconnect(listens)
    previous = Article.objects.get().current_id if known else None
    assert [(each.document.text, each.previous) for each in heard] == [(NEWER.decode(), previous)]


def test_what_listeners_worked_out_comes_back_to_them_with_the_revision(reporter):
    heard = []

    def expects(expected, **_):
        return [len(each.document.text) for each in expected]

    def listens(ahead, **_):
        heard.extend(answer for answers in ahead for answer in answers if isinstance(answer, int))

    revisions_expected.connect(expects)
    revisions_imported.connect(listens)
    try:
        import_request(with_preparation(request()), by=reporter)
    finally:
        revisions_expected.disconnect(expects)
        revisions_imported.disconnect(listens)
    assert heard == [len(TEXT)]
