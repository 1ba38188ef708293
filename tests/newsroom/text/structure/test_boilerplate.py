"""Test which lines are boilerplate, such as share buttons and language switchers."""

import pytest

from newsroom.text.structure.boilerplate import is_boilerplate, is_language_switcher


def test_a_language_switcher_is_boilerplate_only_at_an_edge() -> None:
    assert is_boilerplate("ua en ru", at_edge=True)
    assert not is_boilerplate("ua en ru", at_edge=False)


@pytest.mark.parametrize("text", ["en de", "EN | DE", "English / Deutsch"])
def test_two_languages_make_a_switcher(text: str) -> None:
    assert is_language_switcher(text)


@pytest.mark.parametrize("text", ["en", "en en", "en but", ""])
def test_one_language_repetitions_and_other_words_make_none(text: str) -> None:
    assert not is_language_switcher(text)


MANY = [
    "en",
    "uk",
    "ua",
    "ru",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "pl",
    "nl",
    "cs",
    "cz",
    "sk",
    "hu",
    "ro",
    "bg",
    "el",
    "gr",
    "tr",
    "ar",
    "he",
    "fa",
    "zh",
    "cn",
    "ja",
    "jp",
    "ko",
    "kr",
    "vi",
    "th",
    "id",
    "ms",
    "hi",
    "bn",
    "ur",
    "ta",
    "ka",
    "am",
    "az",
    "kk",
]


@pytest.mark.parametrize(("number", "answer"), [(40, True), (41, False)])
def test_a_switcher_offers_at_most_forty_languages(number: int, answer: bool) -> None:
    assert is_language_switcher(" ".join(MANY[:number])) is answer


@pytest.mark.parametrize(("text", "answer"), [("Facebook and Twitter", True), ("Facebook and", False)])
def test_a_share_line_names_two_services_at_least(text: str, answer: bool) -> None:
    assert is_boilerplate(text, at_edge=False) is answer


@pytest.mark.parametrize(("words", "answer"), [(16, True), (17, False)])
def test_a_share_line_has_at_most_sixteen_words(words: int, answer: bool) -> None:
    assert is_boilerplate(" ".join(["Facebook"] * words), at_edge=False) is answer


@pytest.mark.parametrize(("length", "answer"), [(320, True), (321, False)])
def test_boilerplate_has_at_most_320_characters(length: int, answer: bool) -> None:
    label = "Tags: "
    assert is_boilerplate(label + "x" * (length - len(label)), at_edge=False) is answer


def test_what_somebody_said_is_news() -> None:
    assert is_boilerplate("Sign up for our newsletter", at_edge=False)
    assert not is_boilerplate("Sign up for our newsletter, the mayor urged", at_edge=False)
