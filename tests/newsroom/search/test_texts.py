"""Test the search in the current revisions. Both databases must give the same articles."""

import pytest

from newsroom.models import Article
from newsroom.search.texts import condition_for_search, hits
from tests import make

TEXT = (
    "Lavrov abandoned the talks. “It was not us who abandoned contact,” he said of Russia’s invasion in Bali."
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("invasions", True),
        ("abandon talks", True),
        ("talks abandon", True),
        ("BALI", True),
        ("russia", True),
        ('"abandoned contact"', True),
        ("“abandoned the talks”", True),
        ('"contact abandoned"', False),
        ('"abandon contact"', False),
        ("inva*", True),
        ("nva*", False),
        ("talk", True),
        ("tal", False),
        ("Kuleba", False),
        ("lavrov kuleba", False),
        ("Gazette", True),
        ("eport on", True),
        ("!?", False),
        ('" AND NOT (*', False),
    ],
)
def test_a_search_finds_words_in_any_form_phrases_and_beginnings(search, found):
    article = make.article(TEXT, outlet="The Gazette", title="A report on it")
    assert list(Article.objects.filter(condition_for_search(search))) == [article] * found


@pytest.mark.django_db
def test_only_what_an_article_says_now_is_found():
    article = make.article("Rain fell on Odesa.")
    make.revision(article, "Hail fell on Lviv.")
    assert list(Article.objects.filter(condition_for_search("odesa"))) == []
    assert list(Article.objects.filter(condition_for_search("lviv"))) == [article]


@pytest.mark.django_db
def test_scripts_without_spaces_are_searched_by_any_run_of_characters():
    article = make.article("外交部长离开了会议。")
    assert list(Article.objects.filter(condition_for_search("部长离开"))) == [article]
    assert list(Article.objects.filter(condition_for_search("离部长"))) == []


def test_hits_stand_in_their_context():
    found = [(hit.before, hit.words, hit.after) for hit in hits(TEXT, "abandon*", around=7)]
    assert found == [("Lavrov ", "abandoned", " the ta"), ("us who ", "abandoned", " contac")]


def test_a_phrase_is_one_hit():
    assert [hit.words for hit in hits(TEXT, '"not us who" bali')] == ["not us who", "Bali"]


def test_hits_are_few():
    assert len(hits("rain " * 50, "rain", most=3)) == 3


def test_a_search_for_nothing_hits_nothing():
    assert hits(TEXT, "!") == []
