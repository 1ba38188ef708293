"""Test how stretches of text are compared letter by letter."""

import pytest

from annotations.logic.marking.letters import (
    UnstyledText,
    letters_of,
    overlap,
    shared_end,
    shared_start,
    trimmed,
    unstyled,
    weight,
    whole_words,
    with_closing_sign,
)
from newsroom.text.model import Span


@pytest.mark.parametrize(
    ("first", "second", "start", "end"),
    [
        ("", "", 0, 0),
        ("", "rain", 0, 0),
        ("rain", "rain", 4, 4),
        ("rain", "rainy", 4, 0),
        ("train", "rain", 0, 4),
        ("rain", "ruin", 1, 2),
    ],
)
def test_shared_letters_are_counted_from_the_start_and_from_the_end(
    first: str, second: str, start: int, end: int
) -> None:
    assert shared_start(first, second) == shared_start(second, first) == start
    assert shared_end(first, second) == shared_end(second, first) == end


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("“a” „b« »c‘ ’d‚", "'a' 'b' 'c' 'd'"),
        ("one — two – three", "one - two - three"),
        ("so…", "so..."),
        ("No  rain\n\nfell\u00a0there", "no rain fell there"),
        ("di\u00advided", "divided"),
        ("ﬁnal oﬃce", "final office"),
        ("İstanbul ΛΟΓΟΣ", "istanbul λογοσ"),
    ],
)
def test_case_spaces_and_the_style_of_signs_make_no_difference(words: str, plain: str) -> None:
    assert unstyled(words) == plain
    assert letters_of(words) == plain.replace(" ", "")


def test_a_character_of_a_script_without_spaces_says_as_much_as_four_letters() -> None:
    assert weight("rain") == 4
    assert weight("死者15人") == 3 * 4 + 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No  rain fell.", "rain fell"),
        ("“So… No” rain", "No” rain"),
        ("A ﬁne di\u00advided day…", "divided day..."),
        ("A ﬁne day", "ﬁne"),
    ],
)
def test_letters_lead_back_to_their_place_in_the_text(text: str, words: str) -> None:
    unstyled_text = UnstyledText(text)
    start = unstyled_text.letters.index(letters_of(words))
    span = unstyled_text.span(start, start + len(letters_of(words)))
    assert letters_of(text[span.start : span.end]) == letters_of(words)
    assert unstyled_text.unstyled_place(span.start) == start
    assert unstyled_text.unstyled_place(span.end) == start + len(letters_of(words))


def test_an_empty_text_has_one_place() -> None:
    assert UnstyledText(" ").span(0, 0) == Span(0, 0)
    assert UnstyledText(" ").unstyled_place(1) == 0


@pytest.mark.parametrize(
    ("first", "second", "covered"),
    [
        (Span(0, 5), Span(3, 9), 2),
        (Span(3, 9), Span(0, 5), 2),
        (Span(0, 9), Span(3, 5), 2),
        (Span(0, 3), Span(3, 5), 0),
        (Span(0, 3), Span(5, 9), -2),
    ],
)
def test_an_overlap_is_counted_in_code_points_and_a_gap_is_negative(
    first: Span, second: Span, covered: int
) -> None:
    assert overlap(first, second) == covered


@pytest.mark.parametrize(
    ("span", "inner"), [(Span(0, 9), Span(2, 6)), (Span(2, 6), Span(2, 6)), (Span(0, 2), Span(2, 2))]
)
def test_white_space_at_the_ends_is_trimmed(span: Span, inner: Span) -> None:
    assert trimmed("  rain   ", span) == inner


@pytest.mark.parametrize(
    ("quote", "span", "closed"),
    [
        ("It rained.", Span(0, 9), Span(0, 10)),
        ("It rained!", Span(0, 9), Span(0, 9)),
        ("It rained", Span(0, 9), Span(0, 9)),
        ("It rained.", Span(0, 10), Span(0, 10)),
        ("It rained.", Span(9, 9), Span(9, 9)),
    ],
)
def test_the_sign_behind_a_stretch_belongs_to_it_if_the_quote_ends_with_it(
    quote: str, span: Span, closed: Span
) -> None:
    assert with_closing_sign(quote, "It rained. So.", span) == closed


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (4, 6, "rain"),
        (3, 7, "rain"),
        (1, 9, "no rain fell"),
        (7, 9, "fell"),
        (1, 1, "no"),
        (0, 13, "no rain fell."),
        (9, 5, ""),
    ],
)
def test_a_stretch_grows_to_whole_words_but_not_beyond(start: int, end: int, words: str) -> None:
    text = "no rain fell."
    span = whole_words(text, start, end)
    assert text[span.start : span.end] == words
