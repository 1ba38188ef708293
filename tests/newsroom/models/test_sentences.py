"""Test the sentences of the current revisions."""

import pytest

from newsroom.models import Sentence
from tests import make

pytestmark = pytest.mark.django_db


def test_an_article_has_the_sentences_of_its_newest_revision_only():
    article = make.article("It rained. It hailed.")
    first = list(Sentence.objects.all())
    make.revision(article, "It snowed.")
    (sentence,) = Sentence.objects.all()
    assert len(first) == 2
    assert article.current.text[sentence.start : sentence.end] == "It snowed."


def test_the_id_of_a_sentence_that_is_gone_is_not_used_again():
    article = make.article("It rained. It hailed.")
    used = set(Sentence.objects.values_list("pk", flat=True))
    Sentence.objects.all().delete()
    make.revision(article, "It snowed.")
    assert used.isdisjoint(Sentence.objects.values_list("pk", flat=True))
