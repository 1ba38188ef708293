"""How far and how often an edited or repeated quote is looked for."""

import pytest

from annotations.logic.marking.placement import LOST
from annotations.logic.vocabulary import AnchorState
from tests.placed_quotes import place_quote, words_of

OTHER = " ".join(f"Sentence number {number} says something of its own." for number in range(40))
RUMOURS = "Rumours of peace talks between both camps kept going round all over every pub and market " * 4

EDITED_BEFORE = ("The ships with grain from the harbour had waited for the decision since noon",
                 "The ships with grain from the harbour had waited for the decision since 9")  # fmt: skip
EDITED_AFTER = ("Some ships with grain from the harbour had waited for the decision since noon",
                "9 ships with grain from the harbour had waited for the decision since noon")  # fmt: skip


@pytest.mark.parametrize(("length", "found"), [(1_000, True), (1_001, False)])
def test_a_passage_of_a_thousand_characters_is_still_looked_for_letter_by_letter(
    length: int, found: bool
) -> None:
    quote = " ".join(f"Sentence {n} says of matter {n * 7 % 1000} what it says of it." for n in range(40))
    quote = f"{quote[: length - 1]}."
    edited = quote.replace("Sentence 3 says", "Sentence 3 now says")
    reports = " ".join(f"In between, report {n} was about the weather at sea." for n in range(80))
    was = f"It began at noon in the harbour of the town. {quote} Nothing more.\n\n{reports}"
    now = f"{reports}\n\nIt began at noon in the harbour of the town. {edited} But later it went otherwise."
    assert (place_quote(quote, was=was, now=now).state is AnchorState.CHANGED) == found


@pytest.mark.parametrize(("others", "found"), [(999, True), (1_000, False)])
def test_a_quote_is_looked_for_at_the_first_thousand_places_that_read_like_it(
    others: int, found: bool
) -> None:
    was = f"The number of the winners was 7 in the end. {RUMOURS}"
    now = f"{RUMOURS}{'7 ' * others}and the number of the winners was 7 in the end."
    assert (place_quote("7", was=was, now=now).state is AnchorState.MOVED) == found


@pytest.mark.parametrize(("between", "whole"), [(203, True), (204, False)])
def test_behind_its_old_prefix_an_edited_quote_is_looked_for_two_hundred_characters_further(
    between: int, whole: bool
) -> None:
    quote, edited = EDITED_BEFORE
    assert len(quote) + 200 == 203 + len(edited)
    was = f"{OTHER}\n\nAs the mayor of the town said: {quote}. And so on."
    now = f"As the mayor of the town said: {RUMOURS[: between - 1]} {edited}, they say.\n\n{OTHER}"
    words = words_of(place_quote(quote, was=was, now=now), now)
    assert words.endswith("since 9") == whole


@pytest.mark.parametrize(("between", "whole"), [(203, True), (204, False)])
def test_before_its_old_suffix_an_edited_quote_is_looked_for_two_hundred_characters_further(
    between: int, whole: bool
) -> None:
    quote, edited = EDITED_AFTER
    assert len(quote) + 200 == 203 + len(edited)
    was = f"{OTHER}\n\nSo: {quote}, according to the mayor of the town."
    now = f"Well: {edited} {RUMOURS[: between - 1]}, according to the mayor of the town.\n\n{OTHER}"
    words = words_of(place_quote(quote, was=was, now=now), now)
    assert words.startswith("9 ships") == whole


@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
def test_a_quote_taken_out_is_not_found_edited_where_its_very_words_stand_in_other_company(
    marks: str,
) -> None:
    quote = "“The ships with grain” from the harbour had waited for a decision since the morning"
    words = quote.replace("“The ships with grain”", marks.format("The ships with grain"))
    was = f"{OTHER}\n\nAs the mayor of the town said: {quote}. And so on."
    now = f"As the mayor of the town said: nothing. Elsewhere a poem has it: {words} or so.\n\n{OTHER}"
    assert place_quote(quote, was=was, now=now) == LOST
