"""Test that the wording of a text has its numbers at once, and its words as soon as they are asked for."""

import pickle

from annotations.logic.sources.own_words import read_own_words, sampled
from annotations.logic.sources.wordings import wording_of
from tests.annotations.logic.sources.test_copies import WIRE, document


def test_the_numbers_and_the_words_are_those_of_the_document():
    report = document(WIRE)
    wording = wording_of(report)
    assert wording.words == read_own_words(report)
    assert wording.numbers == sampled(wording.words)


def test_a_wording_from_another_process_is_the_same():
    wording = wording_of(document(WIRE))
    assert pickle.loads(pickle.dumps(wording)) == wording  # noqa: S301  (our own bytes)
