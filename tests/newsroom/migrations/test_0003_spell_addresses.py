"""A desk that exists keeps recognising its articles after their addresses are spelled in a new way."""

from importlib import import_module

import pytest
from django.apps import apps

from newsroom.models import Article
from tests import make

pytestmark = pytest.mark.django_db

migration = import_module("newsroom.migrations.0003_spell_addresses")


def address_after(article: Article, stored: str) -> str:
    Article.objects.filter(pk=article.pk).update(address=stored)
    migration.spell_addresses(apps, None)
    return Article.objects.get(pk=article.pk).address


@pytest.mark.parametrize(
    ("url", "stored", "spelled"),
    [
        ("https://example.org/view?ref=1234", "https://example.org/view", "https://example.org/view?ref=1234"),
        ("https://m.example.org/a", "https://m.example.org/a", "https://example.org/a"),
        ("https://example.org/news/", "https://example.org/news", ""),
        ("https://example.org/a", "https://example.org/a", "https://example.org/a"),
    ],
)
def test_an_address_is_spelled_again_from_that_of_its_page(url, stored, spelled):
    assert address_after(make.page("<p>It rained.</p>", url=url), stored) == spelled


def test_an_address_stays_if_its_new_spelling_belongs_to_another_article():
    make.page("<p>It rained.</p>", url="https://example.org/a")
    mobile = make.page("<p>It hailed.</p>", url="https://example.org/b")
    Article.objects.filter(pk=mobile.pk).update(current=None)
    assert address_after(mobile, "https://m.example.org/a") == "https://m.example.org/a"


def test_an_address_that_is_none_any_more_is_removed():
    article = make.article()
    assert address_after(article, "nowhere") == ""
