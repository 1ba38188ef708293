from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.logic.marking.drift import DriftPart, alike, drift, reported_differently, witnesses
from tests.cpu_time import cpu_seconds

TEXTS = st.lists(
    st.sampled_from(["a", "B", "b", " ", ", ", "“", '"', "don’t", "don't", "\n", "😀"]), max_size=20
).map("".join) | st.text(max_size=30)


def drift_parts(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(part.kind, part.left, part.right) for part in drift(left, right)]


@given(TEXTS, TEXTS)
def test_the_parts_joined_are_the_two_tellings(left: str, right: str) -> None:
    parts = drift(left, right)
    assert "".join(part.left for part in parts) == left
    assert "".join(part.right for part in parts) == right


@given(TEXTS, TEXTS)
def test_what_is_equal_and_what_drifted_take_turns(left: str, right: str) -> None:
    assert all((a.kind == "equal") != (b.kind == "equal") for a, b in pairwise(drift(left, right)))


@given(TEXTS, TEXTS)
def test_a_part_is_deleted_or_inserted_where_one_side_is_blank(left: str, right: str) -> None:
    for part in drift(left, right):
        assert (part.kind == "inserted") == (not part.left)
        assert (part.kind == "deleted") == (not part.right)


@given(TEXTS)
def test_the_same_words_are_one_equal_part(text: str) -> None:
    assert drift(text, text) == ((DriftPart("equal", text, text),) if text else ())


@given(TEXTS, TEXTS)
def test_drift_the_other_way_round_finds_as_many_equal_words(left: str, right: str) -> None:
    there, back = (
        sum(len(part.left.split()) for part in parts if part.kind == "equal")
        for parts in (drift(left, right), [DriftPart(p.kind, p.right, p.left) for p in drift(right, left)])
    )
    assert bool(there) == bool(back)


def test_the_words_that_changed_stand_beside_each_other() -> None:
    assert drift_parts("It was not us who abandoned all contacts", "It was not us who abandoned contact") == [
        ("equal", "It was not us who abandoned ", "It was not us who abandoned "),
        ("replaced", "all contacts", "contact"),
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“We left,” he said", '"we left," he said'),
        ("„Nein“, sagte er", "»Nein«, sagte er"),
        ("It's over", "It’s over"),
        ("The  Minister\nleft", "the minister left"),
    ],
)
def test_case_spacing_and_the_style_of_quotation_marks_are_no_drift(left: str, right: str) -> None:
    assert drift_parts(left, right) == [("equal", left, right)]


def test_words_told_by_one_side_only_are_inserted_or_deleted() -> None:
    assert drift_parts("He left during his speech.", "He left his speech.") == [
        ("equal", "He left ", "He left "),
        ("deleted", "during ", ""),
        ("equal", "his speech.", "his speech."),
    ]
    assert drift_parts("He left.", "He left early.")[1] == ("inserted", "", "early")


def test_a_sign_is_a_word_of_its_own() -> None:
    assert drift_parts("No!", "No?") == [("equal", "No", "No"), ("replaced", "!", "?")]


def test_the_longest_passages_are_compared_at_once() -> None:
    with cpu_seconds(at_most=10):
        parts = drift("and so it went " * 1_400, "so and it is " * 1_500)
    assert "".join(part.right for part in parts) == "so and it is " * 1_500


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("it was not us who abandoned all contacts", "It was not us who abandoned contact", True),
        ("Lavrov left the room again during his speech", "He then left before the minister spoke", False),
        ("one two three four", "one two", True),
        ("one two three four", "five two six one", False),
        ("one two three four", "one two five six", True),
        ("one two three four", "one five six seven", False),
        ("one two three four five", "one two six seven eight", False),
    ],
)
def test_tellings_are_alike_where_the_shorter_shares_half_its_words(
    left: str, right: str, expected: bool
) -> None:
    assert alike(drift(left, right)) is expected


@pytest.mark.parametrize(
    ("verb", "other", "expected"),
    [
        ("said", "claimed", True),
        ("said", "Said", False),
        ("said", "", False),
        ("", "claimed", False),
        ("", "", False),
    ],
)
def test_two_verbs_of_speech_are_different_where_both_are_known(
    verb: str, other: str, expected: bool
) -> None:
    assert reported_differently(verb, other) is expected


@pytest.mark.parametrize(
    ("left", "right", "gone", "come"),
    [("他周五离开。", "他周六离开。", "五", "六"), ("मंत्री के साथ", "मंत्री की साथ", "के ", "की ")],
)
def test_in_any_script_only_what_changed_is_drift(left: str, right: str, gone: str, come: str) -> None:
    changed = [(part.left, part.right) for part in drift(left, right) if part.kind != "equal"]
    assert changed == [(gone, come)]


def test_two_sentences_have_nothing_in_common_for_ending_in_a_stop() -> None:
    assert not alike(drift("今天天气很好。", "普京访问了北京。"))
    assert not alike(drift("No.", "Yes."))


def test_several_tellings_are_collated_so_that_each_column_is_one_variant_or_none() -> None:
    tellings = [
        "It was not us who abandoned all contacts",
        "it was not us who abandoned contact",
        "It was never us",
    ]
    columns = witnesses(tellings)
    assert [(column.agreed, column.wordings) for column in columns] == [
        (True, ("It was ", "it was ", "It was ")),
        (False, ("not ", "not ", "never ")),
        (True, ("us ", "us ", "us")),
        (False, ("who abandoned all contacts", "who abandoned contact", "")),
    ]


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_the_cells_of_a_witness_joined_are_its_telling(tellings: list[str]) -> None:
    columns = witnesses(tellings)
    assert ["".join(column.wordings[row] for column in columns) for row in range(len(tellings))] == tellings


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_columns_that_agree_and_columns_that_differ_take_turns(tellings: list[str]) -> None:
    assert all(a.agreed != b.agreed for a, b in pairwise(witnesses(tellings)))
