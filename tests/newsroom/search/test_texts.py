"""Test the search in the current revisions. Both databases must give the same articles."""

import pytest

from newsroom.actions.correcting import correct_article
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


FORMS = [
    ("ferry", "Ferries were late."),
    ("ferries", "One ferry was late."),
    ("sail", "He was sailing."),
    ("drop", "Prices dropped."),
    ("note", "She was noting it."),
    ("баржи", "На реке баржа."),
    ("баржа", "Хозяин баржи."),
    ("Hafen", "Die Häfen sind in der Nacht gesperrt und leer."),
    ("noyé", "Les noyées sont dans la rivière et sur les rives."),
    ("ميناء", "وصلت إلى الميناء."),
    ("נמל", "הספינה בנמל."),
    ("wagen", "Der Wagenführer ist nicht da."),
]
SPELLINGS = [
    ("2300", "Some 2,300 ships."),
    ("2,300", "Some 2300 ships."),
    ("2300", "Etwa 2.300 Schiffe."),
    ("2 300", "Some 2,300 ships."),
    ("2300", "Quelque 2 300 navires."),
    ("UN", "The U.N. said so."),
    ("U.N.", "The UN said so."),
    ("U.N.-led", "A UN-led force."),
    ("UN-led", "A U.N.-led force."),
    ("Jorgen", "Jørgen sailed."),
    ("Dang", "Đặng sailed."),
    ("isik", "Işık sailed."),
    ("Lodz", "In Łódź."),
    ("ceasefire", "A cease-fire holds."),
    ("cease-fire", "The ceasefire holds."),
    ("cease-fire", "A cease fire holds."),
    ("cease-fires", "The ceasefire holds."),
    ("emails", "An e-mail came."),
    ("京", "他在北京。"),
    ("北", "他在北京。"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("search", "text"), [*FORMS, *SPELLINGS])
def test_a_word_is_found_in_other_forms_and_spellings_and_shown(search, text):
    article = make.article(text)
    assert list(Article.objects.filter(condition_for_search(search))) == [article]
    assert hits(text, search)


OTHERS = [
    ("army", "They raised their arms."),
    ("policy", "The police came."),
    ("drop", "He drank."),
    ("ship", "The shop."),
    ("U.N.", "He ran un marathon."),
    ("23", "Some 2,3 percent."),
    ("2300", "In 2 3000 ships."),
    ("124", "Some 12⁴ ships."),
    ('"ferry"', "Ferries were late."),
    ("京", "他在上海。"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("search", "text"), OTHERS)
def test_another_word_is_not_found(search, text):
    make.article(text)
    assert list(Article.objects.filter(condition_for_search(search))) == []
    assert hits(text, search) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("search", "is_found"), [("carg", False), ("cargo", True)])
def test_from_five_letters_on_a_word_finds_longer_ones(search, is_found):
    article = make.article("Cargohold.")
    assert list(Article.objects.filter(condition_for_search(search))) == [article] * is_found


@pytest.mark.django_db
def test_the_language_of_an_article_says_what_its_forms_are():
    text = "Booten."
    german = make.article(text, language="de-AT")
    make.article(f"{text} {text}", language="en")
    assert list(Article.objects.filter(condition_for_search("boot"))) == [german]
    assert [hit.words for hit in hits(text, "boot", language="de-AT")] == ["Booten"]
    assert hits(text, "boot", language="en") == []


@pytest.mark.django_db
def test_a_corrected_language_gives_other_forms():
    article = make.article("Booten.", language="en")
    correct_article(article, {"language": "de"}, {}, number=1, by=make.user())
    assert list(Article.objects.filter(condition_for_search("boot"))) == [article]


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
