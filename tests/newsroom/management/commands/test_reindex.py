"""Test that `manage.py reindex` makes the index of words again from the current revisions."""

import pytest
from django.core.management import call_command

from newsroom.models import Sentence
from newsroom.queries.articles import articles_matching
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("number", "said"), [(1, "Indexed 1 article."), (2, "Indexed 2 articles.")])
def test_every_article_is_found_by_its_words_again(capsys, number, said):
    articles = [make.article(f"It rained in place {n}.") for n in range(number)]
    Sentence.objects.all().delete()
    call_command("reindex")
    assert Sentence.objects.count() == number
    assert set(articles_matching({"q": "rained"})) == set(articles)
    assert capsys.readouterr().err.splitlines()[-1] == said
