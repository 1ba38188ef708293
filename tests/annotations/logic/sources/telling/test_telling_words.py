"""Test which phrases around the name of an outlet say that it reports something, with any white space."""

import pytest

from annotations.logic.sources.telling.telling_words import (
    BEFORE_NAME,
    BEHIND_NAME,
    BRACKET_BEFORE_NAME,
    KIND_ALONE,
    NOBODY,
    OWN,
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (BEFORE_NAME, "It fell, according  to the newspaper "),
        (BEFORE_NAME, "Il est tombé, selon l’"),
        (BEFORE_NAME, "Es fiel, meldet "),
        (BRACKET_BEFORE_NAME, "It fell (h/t "),
        (KIND_ALONE, "The magazine has also reported it."),
        (KIND_ALONE, "Es fiel, schreibt das Blatt."),
        (KIND_ALONE, "Il est tombé, écrit le journal."),
        (KIND_ALONE, "Cayó, según el diario."),
        (KIND_ALONE, "Det falt, skriver avisen."),
        (NOBODY, "Unconfirmed local media reports say so."),
        (NOBODY, "According to Russian media it fell."),
        (NOBODY, "It reportedly fell."),
        (NOBODY, "Selon la presse, tout va bien."),
        (OWN, "Our own crime reporter saw it."),
        (OWN, "He told this newspaper."),
    ],
)
def test_a_phrase_of_telling_is_found(pattern, words):
    assert pattern.search(words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (BEFORE_NAME, "It fell on "),
        (BRACKET_BEFORE_NAME, "It fell (on "),
        (KIND_ALONE, "The magazine is glossy."),
        (KIND_ALONE, "Es fiel, schreibt die Zeitung Ostbote."),
        (NOBODY, "Local media are small."),
        (OWN, "Their reporter saw it."),
        (OWN, "We wept."),
    ],
)
def test_other_words_are_none(pattern, words):
    assert not pattern.search(words)


@pytest.mark.parametrize(
    ("words", "tells"),
    [(" news agency reports", True), ("’s envoy wrote", True), (" staff left", False)],
)
def test_a_verb_of_telling_stands_right_behind_the_name(words, tells):
    assert bool(BEHIND_NAME.match(words)) == tells
