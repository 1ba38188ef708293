"""Test by what the document of another tool is recognised as an article."""

import pytest

from annotations.logic.interchange.records import ForeignDocument
from annotations.queries.foreign.documents import NO_ARTICLE, SEVERAL, article_of
from newsroom.actions.imports.importing import import_article
from newsroom.models import Article
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    return make.article("Rain fell on Bali.", title="Rain")


def test_an_article_is_known_by_its_address_whatever_its_spelling():
    page = make.page(
        "<article><h1>Rain</h1><p>Rain fell all day.</p></article>", url="https://a.example/rain-1"
    )
    assert article_of(ForeignDocument(url="http://www.a.example/rain-1?utm_source=x")) == page


@pytest.mark.parametrize("ending", ["", ".txt"])
def test_an_article_is_known_by_its_id_elsewhere(article, ending):
    assert article_of(ForeignDocument(name=f"{article.external_id}{ending}")) == article


def test_an_article_is_known_by_the_name_of_its_file():
    article = import_article(b"Rain fell.", name="rain.md", by=make.user()).revision.article
    for name in ("rain.md", "rain.txt", "rain"):
        assert article_of(ForeignDocument(name=name)) == article


def test_an_article_is_known_by_its_title_or_its_text(article):
    assert article_of(ForeignDocument(title=" rain ")) == article
    assert article_of(ForeignDocument(text="Rain fell on Bali.\n")) == article


def test_the_text_goes_before_a_number_that_happens_to_be_an_id(article):
    other = make.article("Snow fell.", title="Snow")
    Article.objects.filter(pk=other.pk).update(external_id="7")
    assert article_of(ForeignDocument(name="7", text="Rain fell on Bali.")) == article
    assert article_of(ForeignDocument(name="7.txt", title="Rain")) == article
    assert article_of(ForeignDocument(name="7.txt", title="snow")) == other
    assert article_of(ForeignDocument(name="7")) == other


def test_the_address_goes_before_the_text():
    page = make.page(
        "<article><h1>Rain</h1><p>Rain fell all day.</p></article>", url="https://a.example/rain-1"
    )
    copy = make.article("Rain fell on Bali.", title="Copy")
    text = copy.current.text
    assert article_of(ForeignDocument(url="https://a.example/rain-1", text=text)) == page


def test_an_id_of_this_desk_counts_only_with_its_title(article):
    make.article(title="Rain")
    assert article_of(ForeignDocument(article=str(article.pk), title="Rain")) == article
    assert article_of(ForeignDocument(article=str(article.pk), title="Snow")) == NO_ARTICLE


def test_what_is_not_here_or_not_clear_is_told(article):
    make.article(title="Rain")
    assert article_of(ForeignDocument(title="Rain")) == SEVERAL
    assert article_of(ForeignDocument(title="Snow", article="9" * 30, url="nonsense")) == NO_ARTICLE
    assert article_of(ForeignDocument()) == NO_ARTICLE
    assert Article.objects.count() == 2
