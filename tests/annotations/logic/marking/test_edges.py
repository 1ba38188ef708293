"""Test that a passage which ended with a whole word or figure does not end inside one."""

import pytest

from annotations.logic.marking.edges import Joint, joint_at, with_whole_tokens
from annotations.logic.marking.selectors import Selector
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span
from tests.placed_quotes import place_quote, words_of

FRAME = "On the second day of the talks the report said that {} was what all had heard. Later it rained."


@pytest.mark.parametrize(
    ("quote", "grown"),
    [
        ("200 homes", "1,200 homes"),
        ("200 homes", "1 200 homes"),
        ("1 May", "11 May"),
        ("8:30", "18:30"),
        ("legal", "illegal"),
        ("legal", "non-legal"),
        ("Ivo Lind", "Ivo Lindqvist"),
        ("Ann", "Ann-Marie"),
        ("Brien", "O’Brien"),
        ("they can", "they can't"),
        ("Gesetz", "Gesetzespaket"),
        ("£2", "£2.50"),
        ("$3", "$30"),
        ("$3", "$3 million"),
        ("$3", "$3bn"),
        ("$3 m", "$3 million"),
        ("$40 million", "A$40 million"),
        ("$40 million", "$30-$40 million"),
        ("40 people", "30–40 people"),
        ("40", "€40"),
        ("40", "40 €"),
        ("48", "48%"),
        ("48", "48 %"),
        ("48", "48 per cent"),
        ("5 degrees", "-5 degrees"),
        ("2 percent", "−2 percent"),
        ("5 degrees", "minus 5 degrees"),
        ("5人", "15人"),
    ],
)
def test_a_passage_that_became_part_of_a_longer_word_or_figure_is_changed_and_grows_to_all_of_it(
    quote: str, grown: str
) -> None:
    now = FRAME.format(grown)
    placement = place_quote(quote, was=FRAME.format(quote), now=now)
    assert (placement.state, words_of(placement, now)) == (AnchorState.CHANGED, grown)


@pytest.mark.parametrize(
    ("quote", "neighbours"),
    [
        ("Berg", "Berg’s ship"),
        ("200 homes", "200 homes, 12 shops"),
        ("200 homes", "in 2020, 200 homes"),
        ("200 homes", "in 2020 200 homes"),
        ("5 people", "the town — 5 people"),
        ("48", "48 people"),
        ("死者15", "死者15人"),
    ],
)
def test_a_passage_beside_another_word_or_sign_stays_as_it_is(quote: str, neighbours: str) -> None:
    now = f"Yes. {FRAME.format(neighbours)}"
    placement = place_quote(quote, was=FRAME.format(quote), now=now)
    assert (placement.state, words_of(placement, now)) == (AnchorState.MOVED, quote)


@pytest.mark.parametrize(("quote", "word"), [("legal", "illegal"), ("200", "1,200"), ("5 deg", "-5 degrees")])
def test_a_passage_that_was_drawn_within_a_word_or_figure_stays_there(quote: str, word: str) -> None:
    now = f"Yes. {FRAME.format(word)}"
    placement = place_quote(quote, was=FRAME.format(word), now=now)
    assert (placement.state, words_of(placement, now)) == (AnchorState.MOVED, quote)


@pytest.mark.parametrize(
    ("quote", "was", "now", "grown"),
    [
        ("$3", "$3 million", "$30 million", "$30"),
        ("40", "$40", "$140", "140"),
        ("legal", "non-legal", "non-illegal", "illegal"),
    ],
)
def test_a_passage_drawn_within_a_longer_expression_grows_to_its_own_word_or_figure_alone(
    quote: str, was: str, now: str, grown: str
) -> None:
    text = FRAME.format(now)
    placement = place_quote(quote, was=FRAME.format(was), now=text)
    assert (placement.state, words_of(placement, text)) == (AnchorState.CHANGED, grown)


@pytest.mark.parametrize(
    ("text", "place", "joint"),
    [
        ("rain", 0, Joint.NONE),
        ("rain", 4, Joint.NONE),
        ("no rain", 3, Joint.NONE),
        ("rain.", 4, Joint.NONE),
        ("rain", 2, Joint.WITHIN_TOKEN),
        ("1,200", 1, Joint.WITHIN_TOKEN),
        ("1 200", 2, Joint.WITHIN_TOKEN),
        ("rain-fed", 4, Joint.BETWEEN_TOKENS),
        ("$40", 1, Joint.BETWEEN_TOKENS),
        ("40 percent", 2, Joint.BETWEEN_TOKENS),
    ],
)
def test_letters_and_digits_belong_together_more_closely_than_words_and_signs(
    text: str, place: int, joint: Joint
) -> None:
    assert joint_at(text, place) is joint


@pytest.mark.parametrize(("letters", "whole"), [(100, True), (101, False)])
def test_an_edge_is_moved_by_a_hundred_letters_at_most(letters: int, whole: bool) -> None:
    text = f"rain{'x' * letters}"
    span = with_whole_tokens(Selector(0, 4, "rain"), text, Span(0, 4))
    assert (span == Span(0, len(text))) == whole
