"""Test how common words are: they are counted in a sample, and each text is loaded once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import Sentence, Vocabulary
from newsroom.search import word_counts
from newsroom.search.word_counts import count_words, count_words_if_grown
from tests import make

pytestmark = pytest.mark.django_db


def ships(number, first=100):
    return "\n\n".join(f"The ship number {n} left." for n in range(first, first + number))


def shares():
    return Vocabulary.objects.get().shares


def test_a_word_is_common_from_four_sentences_on():
    make.article("Rain fell.\n\nRain fell.\n\nRain fell.\n\nRain came.\n\nSnow came.\n\nSnow is here.")
    count_words(6)
    assert (shares().get("rain"), shares().get("fell")) == (round(4 / 6, 5), None)


def test_words_are_counted_first_at_enough_sentences(monkeypatch):
    monkeypatch.setattr(word_counts, "FIRST_COUNT", 6)
    make.article(ships(5))
    count_words_if_grown()
    assert not Vocabulary.objects.exists()
    make.article(ships(1, first=200))
    count_words_if_grown()
    assert (Vocabulary.objects.get().sentences, shares()["ship"]) == (6, 1)


def test_words_are_counted_again_once_sentences_have_doubled(monkeypatch):
    monkeypatch.setattr(word_counts, "FIRST_COUNT", 2)
    make.article(ships(3))
    count_words_if_grown()
    make.article(ships(2, first=200))
    count_words_if_grown()
    assert Vocabulary.objects.get().sentences == 3
    make.article(ships(1, first=300))
    count_words_if_grown()
    assert Vocabulary.objects.get().sentences == 6


@pytest.mark.parametrize("number", [10, 300])
def test_each_text_is_loaded_once_however_many_sentences_it_has(number):
    make.article(ships(number))
    assert Sentence.objects.count() == number
    with CaptureQueriesContext(
        connection,
    ) as queries:
        count_words(number)
    texts = [query["sql"] for query in queries if '"text"' in query["sql"]]
    assert len(texts) == 1


def test_a_sample_is_counted_of_more_sentences(monkeypatch):
    monkeypatch.setattr(word_counts, "SAMPLE", 10)
    make.article("Snow fell.\n\n" + ships(39))
    count_words(40)
    assert shares()["ship"] == pytest.approx(1, abs=0.2)
