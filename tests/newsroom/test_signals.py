"""Test that receivers of the signals are told what was stored, and are asked about what is shown."""

import pytest

from newsroom.actions.imports.importing import import_article
from newsroom.errors import Invalid
from newsroom.models import Activity, Article
from newsroom.signals import articles_reported, revision_shown, revisions_imported
from newsroom.text.pipeline import SourceDetails
from tests import make

TEXT = b"Minister leaves early\n\nThe minister left before the speech began, two officials said on Friday.\n"
LATER = TEXT.replace(b"two officials", b"three officials")

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(reporter):
    def bring(raw=TEXT, **details):
        return import_article(raw, name="a.txt", details=SourceDetails(**details), by=reporter)

    return bring


def test_a_listener_that_fails_undoes_the_import(bring):
    def fails(**_):
        raise Invalid("No.")

    revisions_imported.connect(fails)
    try:
        with pytest.raises(Invalid):
            bring()
    finally:
        revisions_imported.disconnect(fails)
    assert not Article.objects.exists()
    assert not Activity.objects.exists()


def test_whoever_listens_is_told_of_each_revision_and_the_one_before(bring):
    heard = []

    def listens(sender, imported, by, **_):
        heard.extend(
            (revision.number, before and before.number, by.username) for revision, before in imported
        )

    revisions_imported.connect(listens)
    try:
        for raw in (TEXT, TEXT, LATER):
            bring(raw, external_id="7")
    finally:
        revisions_imported.disconnect(listens)
    assert heard == [(1, None, "reporter"), (2, 1, "reporter")]


@pytest.mark.parametrize("signal", [revision_shown, articles_reported])
def test_somebody_answers_what_is_asked_about_pages(signal):
    article = make.article()
    answers = signal.send(Article, revision=article.current, articles=[article.pk])
    assert [list(answer) for _, answer in answers] == [[]]
