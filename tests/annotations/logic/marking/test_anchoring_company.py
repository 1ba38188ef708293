"""Test that a passage is found by the words around it, in whatever style it is written."""

import pytest

from annotations.logic.marking.placement import LOST
from annotations.logic.vocabulary import AnchorState
from tests.placed_quotes import place_quote, words_of

HALL = "They spoke in the hall of the old town about grain, ships and the price of bread this year. " * 2


@pytest.mark.parametrize(
    ("note", "state"),
    [
        ("", AnchorState.CHANGED),
        ("Correction: an earlier version said 1,200 homes were without power.", AnchorState.CHANGED),
    ],
)
def test_edited_words_in_full_company_beat_the_same_words_in_a_note(note: str, state: AnchorState) -> None:
    was = "It rained all day. Officials said 1,200 homes were without power on Friday. It was cold."
    now = f"{was.replace('1,200', '12,000')}\n\n{note}"
    placement = place_quote("1,200 homes", was=was, now=now)
    assert (placement.state, words_of(placement, now)) == (state, "12,000 homes")


def test_a_name_that_was_taken_out_is_not_taken_for_the_notice_that_says_so() -> None:
    was = "It rained all day. The court heard that Karl Lund had driven the car on that evening. It was cold."
    now = was.replace("Karl Lund ", "") + "\n\nBy order of the court the name Karl Lund had been taken out."
    assert place_quote("Karl Lund", was=was, now=now) == LOST


@pytest.mark.parametrize(
    ("quote", "styled"),
    [
        ("“It’s their war,”", '"It\'s their war,"'),
        ("the ships – all of them – left", "the ships — all of them — left"),
        ("so they waited…", "so they waited..."),
        ("a final office", "a ﬁnal oﬃce"),
        ("undivided attention", "undi\u00advided atten\u00adtion"),
        ("no rain fell", "no  rain\u00a0fell"),
        ("Storm kills four", "STORM KILLS FOUR"),
    ],
)
def test_a_change_of_style_changes_a_passage_and_does_not_lose_it(quote: str, styled: str) -> None:
    was = f"On that day the mayor said “{quote}” to all who had come. {HALL}"
    now = f'On that day the mayor said "{styled}" to all who had come. {HALL}'
    placement = place_quote(quote, was=was, now=now)
    assert (placement.state, words_of(placement, now)) == (AnchorState.CHANGED, styled)


def test_quotation_marks_of_another_style_around_a_passage_leave_it_as_it_is() -> None:
    was = f"At the gate she said “we know how” twice. {HALL}"
    now = f'So: at the gate she said "we know how" twice. {HALL}'
    placement = place_quote("we know how", was=was, now=now)
    assert (placement.state, words_of(placement, now)) == (AnchorState.MOVED, "we know how")


def test_of_a_passage_over_two_paragraphs_the_one_that_stands_is_kept() -> None:
    first = "The minister left the room before the others had spoken of grain."
    second = "Ships had waited in the old harbour for a decision since the morning."
    was = f"It was noon.\n\n{first}\n\n{second}\n\nThen it rained in the town."
    now = f"It was noon.\n\n{second}\n\nThen it rained in the town."
    placement = place_quote(f"{first}\n\n{second}", was=was, now=now)
    assert (placement.state, words_of(placement, now)) == (AnchorState.CHANGED, second)


@pytest.mark.parametrize("between", ["\n\n", " "])
@pytest.mark.parametrize(
    ("gone", "came", "is_first"),
    [
        (
            "And any boycott would have the potential to cut much of the revenue that hotels, restaurants "
            "and shops in the town hope for.",
            "On Thursday the firm said it would halt all travel.",
            True,
        ),
        (
            "Carney contended that Congress would not be focused at all on jobs if not for the president's "
            "power of persuasion.",
            "In fact, they inscribed in the stones that our motto was older.",
            True,
        ),
        (
            "Nobody in the hall had asked for more time, and the chair said at noon that nobody would be "
            "told.",
            "The new bridge will be built at once, its mayor wrote.",
            True,
        ),
        (
            "The union expects that more of them follow in May, when the contract of the drivers ends after "
            "three years.",
            "Fares rise by a tenth, it wrote on the day before, and so do taxes after this.",
            False,
        ),
    ],
)
def test_a_word_met_by_chance_in_what_came_for_a_part_of_a_passage_is_left_out(
    gone: str, came: str, is_first: bool, between: str
) -> None:
    kept = "Ships had waited in the old harbour for a decision since the morning, two officials said."
    frame = "It was noon when the talks began again.\n\n{}\n\nThen it rained in the town for hours."
    quote = between.join([gone, kept] if is_first else [kept, gone])
    now = frame.format(between.join([came, kept] if is_first else [kept, came]))
    placement = place_quote(quote, was=frame.format(quote), now=now)
    assert (placement.state, words_of(placement, now)) == (AnchorState.CHANGED, kept)


def test_a_few_chinese_characters_are_known_between_their_neighbours() -> None:
    was = "当地时间星期五上午,港口发生爆炸,死者12人以上,另有三十人受伤,救援仍在进行。"
    now = was.replace("12人", "15人")
    placement = place_quote("死者12人以上", was=was, now=now)
    assert (placement.state, words_of(placement, now)) == (AnchorState.CHANGED, "死者15人以上")
