"""Test which unchanged words of a passage count as its core."""

import pytest

from annotations.logic.marking.unchanged_core import unchanged_core
from tests.placed_quotes import search_for

FRAME = "On the second day of the talks the report said that {} Later it rained in the harbour."


@pytest.mark.parametrize(("put_in", "whole"), [(39, True), (41, False)])
def test_each_letter_put_in_takes_a_tenth_of_a_letter_from_the_word_behind_it(
    put_in: int, whole: bool
) -> None:
    words = "the ships with grain had waited for a decision in the harbour of our"
    quote, edited = f"{words} city", f"{words}{' ' + 'z' * (put_in - 2)} city"
    now = FRAME.format(edited)
    core = unchanged_core(search_for(quote, was=FRAME.format(quote), now=now))
    assert core is not None
    _, new = core
    assert now[new.start : new.end].rstrip() == (edited if whole else words)


# 49 letters take away less than the five of “ city”, and 50 as much.
@pytest.mark.parametrize(("put_in", "whole"), [(30, True), (31, False)])
def test_each_letter_that_was_replaced_takes_as_much(put_in: int, whole: bool) -> None:
    words = "the ships with grain had waited for a decision in the harbour of our"
    quote, edited = f"{words} yyyy yyyy yyyy yyyy city", f"{words} {'z' * put_in} city"
    now = FRAME.format(edited)
    core = unchanged_core(search_for(quote, was=FRAME.format(quote), now=now))
    assert core is not None
    _, new = core
    assert now[new.start : new.end].rstrip() == (edited if whole else words)


def test_words_that_were_only_taken_out_part_nothing() -> None:
    words = "the ships with grain had waited in the harbour of our"
    quote, edited = f"{words} {'y ' * 90}city", f"{words} city"
    now = FRAME.format(edited)
    core = unchanged_core(search_for(quote, was=FRAME.format(quote), now=now))
    assert core is not None
    assert now[core[1].start : core[1].end] == edited


def test_a_passage_without_unchanged_words_has_no_core() -> None:
    search = search_for("ships with grain", was=FRAME.format("ships with grain"), now="Nothing of it.")
    assert unchanged_core(search) is None
