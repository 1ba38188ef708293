"""Test how much a word weighs."""

import math

import pytest

from newsroom.text.language.word_weights import idf, idf_weights
from newsroom.text.language.words import term


def test_before_anything_is_counted_common_words_tell_less_than_names():
    told = [idf(term(word), 0, 0) for word in ("the", "said", "minister", "Lavrov")]
    assert told == sorted(told)
    assert told[0] < 2 < told[-1]


def test_a_year_tells_as_little_as_a_month():
    assert idf("2022", 0, 0) == idf(term("July"), 0, 0) < idf("2,022", 0, 0)


def test_what_is_counted_here_outweighs_what_was_known_beforehand():
    assert idf("lavrov", 50_000, 100_000) < idf("minist", 10, 100_000)


def test_a_term_nobody_counted_is_as_rare_as_can_be():
    weigh = idf_weights({"lavrov": 500}, 10_000)
    assert weigh("lavrov") < weigh("zakharova")


def test_what_is_known_beforehand_counts_as_two_thousand_sentences():
    # An unknown word is assumed to occur in 0.0002 of all sentences.
    assert idf("tavira", 0, 0) == pytest.approx(math.log(1 / 0.0002))
    assert idf("tavira", 500, 2_000) == pytest.approx(math.log(1 / ((500 + 0.4) / 4_000)))


def test_a_word_with_two_shares_has_the_larger_one():
    assert idf(term("had"), 0, 0) == pytest.approx(math.log(1 / 0.1))
