import pytest

from newsroom.text.changes.alignment import TextPair, align, moved_pairs
from tests.cpu_time import cpu_seconds

GONE_AND_COME = [TextPair(0, None), TextPair(None, 0)]


def text(shared: int, length: int, filling: str) -> str:
    """Return a text of `length` characters, of which the first `shared` are the
    same whatever the `filling`.
    """
    return "a" * shared + filling * (length - shared)


@pytest.mark.parametrize(
    ("shared", "pairs"),
    [(50, [TextPair(0, 0)]), (49, [TextPair(0, None), TextPair(None, 0)])],
)
def test_texts_in_one_place_are_one_if_half_of_them_is_alike(shared: int, pairs: list[TextPair]):
    assert align([text(shared, 100, "b")], [text(shared, 100, "c")]) == pairs


@pytest.mark.parametrize(("shared", "moved"), [(70, {0: 0}), (69, {})])
def test_an_edited_text_was_moved_if_seven_tenths_of_it_are_alike(shared: int, moved: dict[int, int]):
    assert moved_pairs([text(shared, 100, "b")], [text(shared, 100, "c")], GONE_AND_COME) == moved


@pytest.mark.parametrize(
    ("old_length", "new_length", "moved"), [(40, 40, {0: 0}), (39, 40, {}), (40, 39, {}), (39, 39, {})]
)
def test_a_text_shorter_than_forty_characters_was_not_moved_and_edited(
    old_length: int, new_length: int, moved: dict[int, int]
):
    old, new = text(38, old_length, "b"), text(38, new_length, "c")
    assert moved_pairs([old], [new], GONE_AND_COME) == moved


def test_a_short_text_may_be_moved_unchanged():
    assert moved_pairs(["He said no."], ["He said: no"], GONE_AND_COME) == {0: 0}


def test_punctuation_alone_is_not_moved():
    assert moved_pairs(["***"], ["* * *"], GONE_AND_COME) == {}


def test_texts_that_repeat_are_moved_one_by_one_in_order():
    old, new = ["Rain.", "Rain.", "Rain."], ["Rain.", "Rain."]
    pairs = [
        *(TextPair(number, None) for number in range(3)),
        *(TextPair(None, number) for number in range(2)),
    ]
    assert moved_pairs(old, new, pairs) == {0: 0, 1: 1}


def test_no_two_texts_were_moved_to_one_place():
    old = [f"The mayor spoke of the old bridge on day {day}." for day in (1, 2)]
    new = ["The mayor spoke of the old bridge on day 3."]
    pairs = [TextPair(0, None), TextPair(1, None), TextPair(None, 0)]
    assert moved_pairs(old, new, pairs) == {0: 0}


def test_the_pairs_most_alike_in_sum_win():
    old = ["The minister left the hall early.", "Ships waited in the harbour."]
    new = ["Ships waited in the old harbour.", "Snow fell."]
    assert align(old, new) == [TextPair(0, None), TextPair(1, 0), TextPair(None, 1)]


def test_a_long_text_weighs_more_than_a_short_one_that_is_more_alike():
    old = [text(9, 10, "b"), text(60, 100, "d")]
    new = [text(60, 100, "e"), text(9, 10, "c")]
    assert align(old, new) == [TextPair(0, None), TextPair(1, 0), TextPair(None, 1)]


@pytest.mark.parametrize(("number_of_new", "paired"), [(200, 100), (201, 0)])
def test_a_gap_of_more_than_twenty_thousand_pairs_counts_as_rewritten(number_of_new: int, paired: int):
    old = [f"Old report on the harbour, number {number}." for number in range(100)]
    new = [f"New report on the harbour, number {number}." for number in range(number_of_new)]
    with cpu_seconds(at_most=10):
        pairs = align(old, new)
    assert sum(None not in pair for pair in pairs) == paired


@pytest.mark.parametrize(("number_of_new", "moved"), [(200, 100), (201, 0)])
def test_more_than_twenty_thousand_pairs_are_not_searched_for_moves(number_of_new: int, moved: int):
    old = [f"An old report on the harbour and its ships, number {number}." for number in range(100)]
    new = [
        f"A newer report on the harbour and its ships, number {number}." for number in range(number_of_new)
    ]
    pairs = [TextPair(number, None) for number in range(100)]
    pairs += [TextPair(None, number) for number in range(number_of_new)]
    with cpu_seconds(at_most=10):
        assert len(moved_pairs(old, new, pairs)) == moved
