"""Test that a passage which was deleted from the text is lost, even if similar words stand elsewhere."""

import pytest

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.placement import LOST
from annotations.logic.marking.selectors import select
from newsroom.text.changes.offsets import changes
from newsroom.text.model import Span
from tests.placed_quotes import place_quote


@pytest.mark.parametrize("quote", ["rain", "Nobody wished to say who had asked for it."])
def test_a_deleted_passage_whose_words_stand_elsewhere_is_lost(quote: str) -> None:
    was = f"The day began. {quote} was noted by those at the gate. The evening came late."
    between = " ".join(["Much later it was over."] * 9)
    now = f"The day began. The evening came late. {between} A letter held: {quote} Odd."
    assert place_quote(quote, was=was, now=now) == LOST


def test_a_deleted_passage_is_not_taken_for_its_twin_that_stood_in_the_old_text_too() -> None:
    twin = "the minister left early and said nothing to reporters about the talks"
    was = f"On Friday in the capital {twin}. Then it rained for hours. On Sunday in the village {twin}."
    now = f"Then it rained for hours. On Sunday in the village {twin}."
    assert place_quote(twin, was=was, now=now) == LOST


def test_a_deleted_passage_is_not_taken_for_the_same_words_put_in_where_the_comparison_meets_them() -> None:
    passage = "The second witness had not heard of a meeting behind closed doors on Friday."
    was = (
        f"He came at noon to the town hall. {passage} Grain was the only topic, he said. "
        "Then he left for the airport."
    )
    now = (
        "He came at noon to the town hall. Grain was the only topic, he said. "
        f"Asked about another day, a third person wrote to us: {passage} We could not reach her."
    )
    assert place_quote(passage, was=was, now=now) == LOST


@pytest.mark.parametrize(
    ("taken_out", "twin"),
    [
        (
            "A hospital in Khan Younis was struck on Tuesday, killing 40 people, officials said.",
            "A hospital in Gaza City was struck on Tuesday, killing 50 people, officials said.",
        ),
        ("Germany: 14 votes for, 5 against", "France: 12 votes for, 3 against"),
        ("Ivan Petrov, 36, a driver from Kharkiv", "Anna Petrova, 34, a teacher from Kharkiv"),
        (
            "12 March: The court in Lille rejects the appeal of the two sisters.",
            "8 March: The court in Lyon rejects the appeal of the two brothers.",
        ),
    ],
)
@pytest.mark.parametrize("between", ["\n\n", " "])
@pytest.mark.parametrize(
    "rows", ["Before. {twin}{between}{gone}{between}After.", "{gone}{between}{twin} After."]
)
def test_a_passage_taken_out_is_not_taken_for_another_much_like_it_that_stood_beside_it(
    rows: str, between: str, taken_out: str, twin: str
) -> None:
    was = rows.format(twin=twin, gone=taken_out, between=between)
    assert place_quote(taken_out, was=was, now=was.replace(taken_out + between, "")) == LOST


def test_a_passage_taken_out_is_not_taken_for_its_edited_neighbour() -> None:
    twin = "A hospital in Gaza City was struck on Tuesday, killing {} people, officials said."
    taken_out = "A hospital in Khan Younis was struck on Tuesday, killing 40 people, officials said."
    was = f"It was night.\n\n{twin.format(50)}\n\n{taken_out}\n\nMore follows."
    assert place_quote(taken_out, was=was, now=f"It was night.\n\n{twin.format(52)}\n\nMore follows.") == LOST


@pytest.mark.parametrize(
    ("was", "row"),
    [
        ("Labour: declined to comment.\nGreens: {}\nLiberals: declined to comment.", "declined to comment."),
        ("Berg stood at 20 percent in the poll.\nLund {}\nHolm stood at 9 percent in the poll.",
         "stood at 20 percent in the poll."),
    ],
)  # fmt: skip
def test_the_words_of_a_row_taken_out_are_not_those_of_another_row(was: str, row: str) -> None:
    rows = was.format(row).split("\n")
    quote = "\n".join(rows)
    start = quote.index(row, len(rows[0]))
    now = f"{rows[0]}\n{rows[2]}"
    selector = select(quote, Span(start, start + len(row)))
    assert place(selector, changes(quote, now), now) == LOST
