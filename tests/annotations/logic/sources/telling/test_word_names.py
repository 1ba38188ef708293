"""Test that a name which is also a word names an outlet only if the words next to it say so."""

import pytest

from annotations.logic.sources.outlet_names import Mention, OutletNames
from annotations.logic.sources.telling.word_names import (
    is_part_of_longer_name,
    is_word_name,
    names_person_before,
    outlet_mentions,
    tells_as_outlet,
)


@pytest.mark.parametrize(
    ("spelled", "is_word"),
    [
        *(("The Star", True), ("Time", True), ("the  Hill", True), ("Die Zeit", True), ("Vox", True)),
        *(("Reuters", False), ("AP", False), ("The New York Times", False), ("Die Tageszeitung", False)),
    ],
)
def test_some_names_are_words_too(spelled, is_word):
    assert is_word_name(spelled) is is_word


@pytest.mark.parametrize(
    "text",
    [
        "Crowds stood in Times Square.",
        "She told the Guardian Council.",
        "Michael Bloomberg said it.",
        "It rained in Scranton, PA, on Monday.",
        "A study by the Reuters Institute said it.",
        "El País Vasco is green.",
        "Then Malcolm Forbes said it.",
        "The Times Literary Prize was given.",
    ],
)
def test_a_part_of_a_longer_name_is_no_outlet(text):
    assert outlet_mentions(text, OutletNames()) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(
            ("It was Time Magazine.", "Time"),
            ("She told AP Monday.", "AP"),
            ("She told Bloomberg News.", "Bloomberg"),
        ),
        *(("But Bloomberg said it.", "Bloomberg"), ("Citing Bloomberg, she left.", "Bloomberg")),
        *(("Monday’s Independent says it.", "The Independent"), ("It is in the Post Office.", "")),
        *(("In London, PA reported it.", "PA"), ("Told by Reuters Chief Ida Holm.", "")),
        *(("It is by CNN Berlin.", "CNN"), ("According to The Times, it rained.", "The Times")),
    ],
)
def test_other_words_leave_the_name_of_the_outlet(text, name):
    assert [mention.name for mention in outlet_mentions(text, OutletNames())] == [name][: len(name)]


@pytest.mark.parametrize(
    ("before", "behind", "tells"),
    [
        *(("It fell, according to ", ".", True), ("", " reported that it fell.", True)),
        *(("It fell, ", " has learned.", True), ("It fell, she said in ", ".", False)),
        *(("It stands in a report in ", ".", False), ("", " found that it fell.", False)),
        *(("", ": bridge falls.", False), ("A picture in ", " shows it.", False)),
        *(("Minister to go: ", "", False), ("wrote Ana Berg of ", ".", False)),
        *(("", " was first to say so.", False), ("", " can reveal it.", False)),
        ("A letter obtained by ", " says so.", True),
        *(("It fell at ", ".", None), ("", " is running out.", None), ("It fell from ", " on Monday.", None)),
    ],
)
def test_an_ordinary_word_tells_only_with_a_word_of_telling(before, behind, tells):
    assert tells_as_outlet(before, "Time", behind) is tells


@pytest.mark.parametrize(
    ("spelled", "behind", "tells"),
    [
        ("The Guardian", ", which has the letter, agrees.", False),
        ("the Times", ".", False),
        ("Die Zeit", "", False),
        ("the Sun", " came up.", None),
        ("Time", ".", None),
    ],
)
def test_a_name_with_its_article_and_nothing_behind_may_be_an_outlet(spelled, behind, tells):
    assert tells_as_outlet("It emerged in an edition of ", spelled, behind) is tells


def test_a_name_in_a_bracket_may_be_an_outlet():
    assert tells_as_outlet("She will go (", "Times", ", May 3).") is False


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *(("Michael Bloomberg came by boat.", True), ("Citing Bloomberg, she left.", False)),
        *(("Bloomberg came by boat.", False), ("The guest was mayor Michael Bloomberg", True)),
    ],
)
def test_a_person_is_named_in_full_before(text, named):
    assert names_person_before(text, "Bloomberg", 0, len(text)) is named


def test_a_person_counts_only_between_the_places_that_are_asked_about():
    text = "Michael Bloomberg came. Bloomberg said it fell."
    assert names_person_before(text, "Bloomberg", 0, 24)
    assert names_person_before(text, "Bloomberg", 8, 9)
    assert not names_person_before(text, "Bloomberg", 0, 8)
    assert not names_person_before(text, "Bloomberg", 9, 24)


def test_a_name_with_an_article_is_no_family_name():
    assert not names_person_before("We saw the Star.", "the Star", 0, 16)


def test_the_place_of_the_name_is_meant_and_not_another_one():
    text = "Times Square, says The Times."
    assert is_part_of_longer_name(text, Mention(0, 5, "The Times"))
    assert not is_part_of_longer_name(text, Mention(19, 28, "The Times"))
