"""Test how the words that a text shares with another are joined to stretches."""

from dataclasses import dataclass

import pytest

from annotations.logic.sources.shared_wording.coverage import covered_stretches, covered_words, runs_within


@dataclass(frozen=True)
class Words:
    keys: tuple[str, ...]
    stretches: tuple[int, ...]


def words_of(*stretches: str) -> Words:
    """Return a row of words, each letter of `stretches` one word."""
    keys: list[str] = []
    first_words: list[int] = []
    for stretch in stretches:
        first_words += [len(keys)] * len(stretch)
        keys += stretch
    return Words(tuple(keys), tuple(first_words))


def stretches_of(words: Words, covered: str, *, edited: int = 0) -> list[tuple[int, int]]:
    flags = bytearray(flag == "x" for flag in covered)
    return list(covered_stretches(words, flags, edited=edited))


def test_a_run_does_not_extend_over_two_stretches():
    assert runs_within(words_of("abc", "de"), 2) == {0: ("a", "b"), 1: ("b", "c"), 3: ("d", "e")}


def test_each_word_of_a_shared_run_is_covered():
    words = words_of("abcd")
    runs = runs_within(words, 2)
    assert covered_words(words, runs, {("b", "c")}, 2) == bytearray([0, 1, 1, 0])


def test_words_in_a_row_are_one_stretch():
    assert stretches_of(words_of("abcdefgh"), "xx.xxx.x") == [(0, 2), (3, 6), (7, 8)]


@pytest.mark.parametrize(("edited", "expected"), [(2, [(0, 6)]), (1, [(0, 2), (4, 6)])])
def test_stretches_are_joined_over_few_edited_words(edited: int, expected: list[tuple[int, int]]):
    assert stretches_of(words_of("abcdef"), "xx..xx", edited=edited) == expected


def test_no_stretch_extends_over_a_quotation():
    words = words_of("ab", "c", "def")
    assert stretches_of(words, "xxxxxx", edited=3) == [(0, 2), (2, 3), (3, 6)]
    assert stretches_of(words, "x..x.x", edited=3) == [(0, 1), (3, 6)]


def test_without_shared_words_there_is_no_stretch():
    assert stretches_of(words_of("abc"), "...") == []
    assert stretches_of(words_of(), "") == []
