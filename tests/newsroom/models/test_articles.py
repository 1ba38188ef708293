"""Test the names and addresses of an article, on this site and elsewhere."""

import pytest

from newsroom.models import Article
from tests import make
from tests.forbidden_writes import overwrite

pytestmark = pytest.mark.django_db


def test_blank_names_of_other_systems_may_stand_on_many_articles():
    for article in (make.article(), make.article()):
        overwrite(article, external_id="", address="")
    assert Article.objects.filter(external_id="", address="").count() == 2


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Rain on Bali", "rain-on-bali"),
        ("北京", "article"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 60),
        (f"{'a' * 59} b", "a" * 59),
    ],
)
def test_an_address_holds_at_most_sixty_characters_of_the_title(title, slug):
    assert Article(title=title).slug == slug


def test_an_article_is_called_by_its_external_id_else_by_its_number():
    assert Article(pk=3, external_id="rain-7").reference == "rain-7"
    assert Article(pk=3).reference == "3"


def test_an_article_has_one_address_for_its_page():
    assert Article(pk=3, title="Rain").get_absolute_url() == "/articles/3-rain/"
