"""Test that the quote decides where an annotation stands, then the words around it, then the position."""

import pytest

from annotations.logic.arrivals.placing import LEAD, LONGEST, FoundPassage, Occurrence, find_passage
from annotations.logic.interchange.records import ForeignAnnotation, ForeignDocument
from newsroom.text.model import Span

TEXT = "Rain? No rain fell.\n\nLater rain fell on Bali."


def found(exact: str, text: str = TEXT, **known: object) -> FoundPassage:
    document = known.pop("document", ForeignDocument())
    return find_passage(ForeignAnnotation("1", document, exact, **known), text)  # type: ignore[arg-type]


def test_words_that_stand_once_are_found_whatever_the_position_says() -> None:
    assert found("on Bali", start=3) == FoundPassage(Occurrence.ONCE, Span(37, 44), 1)


def test_white_space_and_normal_forms_may_differ() -> None:
    assert found("fell.  Later\train").span == Span(14, 31)
    assert found("cafe\u0301", "A café.").span == Span(2, 6)


def test_the_words_around_choose_among_several() -> None:
    assert found("rain fell", prefix="No ").span == Span(9, 18)
    assert found("rain fell", prefix="Later ").span == Span(27, 36)
    assert found("rain fell", suffix=" on").span == Span(27, 36)


def test_a_letter_that_is_alike_by_chance_chooses_nothing() -> None:
    text = "He saw the fire spread. She lit the fire alone."
    passage = found("the fire", text, prefix="watched and wrote about ", suffix=" again")
    assert passage == FoundPassage(Occurrence.AMBIGUOUS, times=2)


def test_a_part_of_the_words_around_chooses_if_it_is_long_enough() -> None:
    for letters, occurrence in ((LEAD, Occurrence.ONCE), (LEAD - 1, Occurrence.AMBIGUOUS)):
        near = "abcdefghij"[-letters:]
        assert found("fire", f"x fire. y{near} fire.", prefix="zabcdefghij ").found is occurrence


def test_the_lead_counts_and_not_the_letters() -> None:
    text = "of the president fire, at the president fire"
    assert found("fire", text, prefix="so at the president ").found is Occurrence.AMBIGUOUS


def test_the_position_breaks_ties_if_it_counts_in_the_text_of_the_article() -> None:
    same = ForeignDocument(text=f"{TEXT}\n")
    assert found("rain fell", start=10, document=same).span == Span(9, 18)
    assert found("rain fell", start=40, document=same).span == Span(27, 36)
    assert found("rain fell", start=18, document=same) == FoundPassage(Occurrence.AMBIGUOUS, times=2)
    for other in (ForeignDocument(), ForeignDocument(text=f"Weather. {TEXT}")):
        assert found("rain fell", start=9, document=other).found is Occurrence.AMBIGUOUS


def test_a_tie_that_nothing_breaks_is_ambiguous() -> None:
    assert found("rain fell") == FoundPassage(Occurrence.AMBIGUOUS, times=2)


@pytest.mark.parametrize("exact", ["snow", " ", "Rain fell"])
def test_words_that_stand_nowhere_are_not_found(exact: str) -> None:
    assert found(exact).found is Occurrence.NOWHERE


def test_a_quote_longer_than_the_limit_is_not_looked_for() -> None:
    assert found("a" * LONGEST, "a" * LONGEST).found is Occurrence.ONCE
    assert found("a" * (LONGEST + 1), "a" * (LONGEST + 1)).found is Occurrence.NOWHERE
