"""How far and how often an edited or repeated quote is looked for."""

import pytest

from annotations.logic.marking.candidates import Edges, kept_edges, occurrences, similar_stretches
from annotations.logic.marking.placement import LOST
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span
from tests.placed_quotes import place_quote, search_for, words_of

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


def test_the_place_a_quote_is_sent_to_is_looked_at_first_and_then_all_in_order() -> None:
    text = "rain, rain, and “rain”"
    search = search_for("rain, and", was=text, now=text)
    assert list(occurrences(search)) == [6, 6]
    search = search_for("rain", was="Snow or rain", now="rain or rain")
    assert list(occurrences(search)) == [8, 0, 8]


def test_a_quote_is_looked_for_in_any_style_of_quotation_marks() -> None:
    search = search_for("“rain”", was="He said “rain”", now='He said "rain"')
    assert list(occurrences(search)) == [8, 8]


@pytest.mark.parametrize(
    ("quote", "now", "edges"),
    [
        ("rain fell all day", "Then rain fell all day.", Edges(5, 22)),
        ("rain fell all day", "Then snow fell all day.", Edges(None, 22)),
        ("rain fell all day", "Then rain fell all night.", Edges(5, None)),
        ("rain fell all day", "Then snow fell all night.", Edges(None, None)),
        ("rain fell all day.", "Then rain fell all day.", Edges(5, 23)),
        ("rain fell all day.", "Then rain fell all day!", Edges(5, 22)),
        (" rain fell all day", "Then rain fell all day.", Edges(5, 22)),
        ("Then", "Then rain fell all day.", Edges(0, 4)),
    ],
)
def test_an_edge_is_known_where_its_word_stands_unchanged(quote: str, now: str, edges: Edges) -> None:
    assert kept_edges(search_for(quote, was="Then rain fell all day.", now=now)) == edges


def test_signs_alone_have_no_edges() -> None:
    assert kept_edges(search_for("(!)", was="He came (!) alone", now="He came (!) alone")) == Edges(
        None, None
    )


@pytest.mark.parametrize(
    ("edges", "stretch", "known"),
    [
        (Edges(3, 7), Span(3, 7), True),
        (Edges(None, 7), Span(2, 7), False),
        (Edges(3, None), Span(3, 9), False),
        (Edges(None, None), Span(2, 9), False),
    ],
)
def test_an_edge_that_is_not_known_is_that_of_the_likely_stretch(
    edges: Edges, stretch: Span, known: bool
) -> None:
    assert edges.within(Span(2, 9)) == stretch
    assert edges.are_known == known


@pytest.mark.parametrize(
    ("edges", "stretches"),
    [
        (Edges(8, None), ["the grey rain fell, they say", "the grey rain fell"]),
        (Edges(None, 36), ["the grey rain fell, they say", "rain fell, they say"]),
        (
            Edges(None, None),
            ["the grey rain fell, they say", "the grey rain fell", "rain fell, they say"],
        ),
        (Edges(8, 36), ["the grey rain fell, they say"]),
    ],
)
def test_of_a_stretch_with_more_words_as_many_as_the_quote_has_are_taken_from_an_edge_that_is_known(
    edges: Edges, stretches: list[str]
) -> None:
    now = "It says the grey rain fell, they say, all day"
    search = search_for("the dark rain fell", was="It says the dark rain fell all day", now=now)
    spans = similar_stretches(search, Span(8, 36), edges)
    assert [now[span.start : span.end] for span in spans] == stretches


def test_a_stretch_with_no_more_words_than_the_quote_is_taken_as_it_is() -> None:
    now = "It says the grey rain fell all day"
    search = search_for("the dark rain fell", was="It says the dark rain fell all day", now=now)
    assert similar_stretches(search, Span(8, 26), Edges(None, None)) == [Span(8, 26)]


def test_a_sign_at_the_end_stays_if_the_quote_has_one_there() -> None:
    now = "the grey rain fell! they say"
    search = search_for("the dark rain fell.", was="the dark rain fell.", now=now)
    spans = similar_stretches(search, Span(0, len(now)), Edges(0, None))
    assert [now[span.start : span.end] for span in spans] == [now, "the grey rain fell!"]


@pytest.mark.parametrize(
    ("prefix", "suffix", "between"),
    [
        ("abcdefghijk ", " mnopqrstuvw", True),
        ("abcdefghij ", " mnopqrstuvw", False),
        ("abcdefghijk ", " mnopqrstuv", False),
    ],
)
def test_a_long_quote_is_looked_for_between_old_neighbours_of_twelve_characters(
    prefix: str, suffix: str, between: bool
) -> None:
    quote = " ".join(f"word{n}" for n in range(200))
    edited = quote.replace("word", "other")
    search = search_for(quote, was=f"{prefix}{quote}{suffix}", now=f"{prefix}{edited}{suffix}")
    sent = Span(0, 3)
    found = [Span(12, 12 + len(edited))] if between else []
    assert similar_stretches(search, sent, Edges(None, None)) == [sent, *found]


def test_a_long_quote_is_not_looked_for_between_neighbours_that_changed_places() -> None:
    quote = " ".join(f"word{n}" for n in range(200))
    now = f"and nothing more at all {quote.replace('word', 'other')} it began with these"
    search = search_for(quote, was=f"it began with these {quote} and nothing more at all", now=now)
    assert similar_stretches(search, Span(0, 3), Edges(None, None)) == [Span(0, 3)]
