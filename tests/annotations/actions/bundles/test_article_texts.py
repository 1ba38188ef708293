"""Test that the texts of a bundle's articles are compared with those that the articles have here."""

import pytest

from annotations.actions.bundles.article_texts import ArticleTexts
from annotations.actions.bundles.building import RowBuilder
from newsroom.errors import Invalid
from tests import make
from tests.foreign_bundles import bundle_of, edited, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(rain):
    return rain.articles.first()


def texts_of_bundle(raw, curator):
    texts = ArticleTexts(RowBuilder(opened(raw), curator))
    texts.check()
    return texts


def test_equal_and_newer_texts_here_are_no_refusal(rain, article, curator):
    texts = texts_of_bundle(bundle_of(rain), curator)
    here = {str(article.uid): article}
    assert texts.refusals(here) == {}
    row = next(row for row in texts.rows["highlights"] if row.values["article"] == str(article.uid))
    assert texts.is_on_current(row)
    make.revision(article, "Rain fell, and then it stopped.")
    assert texts.refusals(here) == {}
    assert not texts.is_on_current(row)


def test_newer_texts_there_are_a_refusal(rain, article, curator):
    make.revision(article, "Rain fell, and then it stopped.")
    texts = texts_of_bundle(bundle_of(rain), curator)
    other = make.article(article.revisions.get(number=1).text)
    assert "newer text there" in texts.refusals({str(article.uid): other})[str(article.uid)]


def test_other_texts_here_are_a_refusal(rain, article, curator):
    texts = texts_of_bundle(bundle_of(rain), curator)
    other = make.article("Snow fell.")
    assert "other texts here" in texts.refusals({str(article.uid): other})[str(article.uid)]


def test_an_article_without_a_text_is_broken(rain, curator):
    raw = edited(edited(bundle_of(rain), "anchors", lambda row: None), "revisions", lambda row: None)
    with pytest.raises(Invalid, match="no revision in the bundle"):
        texts_of_bundle(raw, curator).refusals({})
