"""Test where a passage is looked for, and where its edges are."""

import pytest

from annotations.logic.marking.candidates import candidate_spans, similar_spans
from annotations.logic.marking.placement import LOST
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span
from tests.placed_quotes import place_quote, search_for, words_of

OTHER = " ".join(f"Sentence number {number} says something of its own." for number in range(40))
RUMOURS = "Rumours of peace talks between both camps kept going round all over every pub and market " * 4
FRAME = "On the second day of the talks the report said that {} Later it rained in the harbour."


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
    was = f"The number of the winners was § in the end. {RUMOURS}"
    now = f"{RUMOURS}{'§ ' * others}and the number of the winners was § in the end."
    search = search_for("§", was=was, now=now)
    assert (Span(now.rindex("§"), now.rindex("§") + 1) in candidate_spans(search)) == found


@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
def test_a_quote_taken_out_is_not_found_edited_where_its_very_words_stand_in_other_company(
    marks: str,
) -> None:
    quote = "“The ships with grain” from the harbour had waited for a decision since the morning"
    words = quote.replace("“The ships with grain”", marks.format("The ships with grain"))
    was = f"{OTHER}\n\nAs the mayor of the town said: {quote}. And so on."
    now = f"As the mayor of the town said: nothing. Elsewhere a poem has it: {words} or so.\n\n{OTHER}"
    assert place_quote(quote, was=was, now=now) == LOST


@pytest.mark.parametrize(
    ("quote", "now", "places"),
    [("rain", "rain or Rain", [0, 8]), ("“rain”", 'He said "rain"', [8]), ("no rain", "no\n\nrain", [0])],
)
def test_a_quote_is_looked_for_wherever_its_letters_stand_in_any_style(
    quote: str, now: str, places: list[int]
) -> None:
    search = search_for(quote, was=f"He said {quote}", now=now)
    starts = {span.start for span in candidate_spans(search) if len(span) >= len(quote)}
    assert starts >= set(places)


def test_a_quote_is_looked_for_only_where_a_neighbour_stands_or_where_the_comparison_leads() -> None:
    was = "Head axrainyb tail."
    elsewhere = "qrainq. Head tail. Then qxrainq and qrainyq and qrainq."
    starts = {span.start for span in candidate_spans(search_for("rain", was=was, now=elsewhere)) if span}
    assert starts == {elsewhere.index("xrain") + 1, elsewhere.index("rainy")}

    in_place = "Head qrainq tail. Then qrainq."
    starts = {span.start for span in candidate_spans(search_for("rain", was=was, now=in_place))}
    assert in_place.index("rain") in starts
    assert in_place.rindex("rain") not in starts


@pytest.mark.parametrize(
    ("quote", "edited", "words"),
    [
        ("The pier was closed in March.", "The pier was closed in March, and boats stayed.", None),
        ("rain fell all day", "rain fell all night, they say.", "rain fell all night"),
        ("“rain” fell all day", "“rain” fell all night, they say.", "“rain” fell all night"),
        ("rain fell all day", "snow fell all day.", "snow fell all day"),
        ("rain fell all day.", "rain fell all day!", "rain fell all day"),
        ("three of the survivors", "four of the survivors.", "four of the survivors"),
    ],
)
def test_a_passage_begins_and_ends_with_its_own_words_and_what_came_in_place_of_them(
    quote: str, edited: str, words: str | None
) -> None:
    was = FRAME.format(quote if quote.endswith(".") else f"{quote}.")
    now = FRAME.format(edited)
    assert words_of(place_quote(quote, was=was, now=now), now) == (words or "The pier was closed in March")


@pytest.mark.parametrize(("replaced", "whole"), [(2, True), (3, False)])
def test_two_words_at_an_edge_may_be_replaced_by_any_others(replaced: int, whole: bool) -> None:
    words = "the ships with grain had waited for a decision in the harbour of the town"
    quote = f"{' '.join(['Bxqk'] * replaced)} {words}"
    edited = f"{' '.join(['zumf'] * replaced)} {words}"
    now = FRAME.format(f"{edited}.")
    found = words_of(place_quote(quote, was=FRAME.format(f"{quote}."), now=now), now)
    assert found == (edited if whole else words)


@pytest.mark.parametrize(
    ("edge", "whole"),
    [
        ("abcdzz abcdzz abcdzz", True),
        # Ten of the twenty characters are the same, and then nine.
        ("abcdzz abzzzz abzzzz", True),
        ("abczzz abzzzz abzzzz", False),
        ("abzzzz abzzzz abzzzz", False),
    ],
)
def test_more_words_at_an_edge_are_kept_if_half_of_their_letters_are(edge: str, whole: bool) -> None:
    words = "the ships with grain had waited for a decision in the harbour of the town"
    quote = f"abcdef abcdef abcdef {words}"
    edited = f"{edge} {words}"
    now = FRAME.format(f"{edited}.")
    found = words_of(place_quote(quote, was=FRAME.format(f"{quote}."), now=now), now)
    assert found == (edited if whole else words)


@pytest.mark.parametrize(
    ("prefix", "suffix", "between"),
    [
        ("abcdefghijkl ", " mnopqrstuvwx", True),
        ("abcdefghijk ", " mnopqrstuvwx", False),
        ("abcdefghijkl ", " mnopqrstuvw", False),
    ],
)
def test_a_quote_is_looked_for_between_old_neighbours_of_twelve_letters(
    prefix: str, suffix: str, between: bool
) -> None:
    now = f"{OTHER} {prefix}a few{suffix}"
    search = search_for("120", was=f"{prefix}120{suffix} {OTHER}", now=now)
    start = now.index("a few")
    assert (Span(start, start + 5) in candidate_spans(search)) == between


@pytest.mark.parametrize(("neighbour", "found"), [("abcdefghijkl", True), ("abcdefghijk", False)])
def test_an_edited_quote_is_looked_for_beside_an_old_neighbour_of_twelve_letters(
    neighbour: str, found: bool
) -> None:
    """The comparison of the texts leads to the place where the quote was, which is far away."""
    quote = "he published the guide to the old town in two volumes"
    edited = quote.replace("two", "ten")
    for was, now in (
        (f"{neighbour} {quote}. {OTHER}", f"{OTHER} {neighbour} {edited}"),
        (f"{OTHER} {quote} {neighbour}", f"So {edited} {neighbour} {OTHER}"),
    ):
        start = now.index(edited)
        spans = similar_spans(search_for(quote, was=was, now=now))
        assert (Span(start, start + len(edited)) in spans) == found


def test_old_neighbours_side_by_side_leave_a_gap() -> None:
    was = "It was noon in the harbour. Rain fell. Nobody in the town had seen it."
    now = "It was noon in the harbour. Nobody in the town had seen it."
    gaps = [span for span in candidate_spans(search_for("Rain fell.", was=was, now=now)) if not span]
    assert gaps


@pytest.mark.parametrize(("put_in", "whole"), [("all of", True), (" and ".join(["old"] * 9), False)])
def test_the_likest_stretch_grows_to_the_last_word_of_the_quote_if_it_stands_close_by(
    put_in: str, whole: bool
) -> None:
    quote = "he published the guide to the old town in two volumes, one thick and another thin"
    edited = quote.replace("to the", f"to {put_in} the")
    now = f"{OTHER} As the mayor said: {edited}, they say."
    search = search_for(quote, was=f"As the mayor said: {quote}. {OTHER}", now=now)
    start = now.index(edited)
    assert (Span(start, start + len(edited)) in similar_spans(search)) == whole
