import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.normalise import normalise, normalised_offsets
from tests.cpu_time import cpu_seconds

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
TRICKY = st.text(
    st.sampled_from(
        "e\u0301\u0316\u0344\u0958\u09c7\u09be\u1100\u1161\u11a8\r\n\t\0\x85\ud83d\ude00\u00a0 xé"
    ),
    max_size=120,
)


@given(ANY_TEXT | TRICKY)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(ANY_TEXT | TRICKY)
def test_only_the_line_feed_remains_of_control_characters_and_nothing_is_a_surrogate(text: str) -> None:
    assert {c for c in normalise(text) if unicodedata.category(c) in ("Cc", "Cs")} <= {"\n"}


@given(st.text(st.sampled_from("e\u0301\u0316\u0344\u0958"), min_size=10, max_size=200))
def test_runs_of_combining_marks_stay_stable(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_break_is_a_line_feed(line_break: str) -> None:
    assert normalise(f"one{line_break}two") == "one\ntwo"


@pytest.mark.parametrize("separator", ["\t", "\x0b", "\x0c"])
def test_what_separates_words_becomes_a_space(separator: str) -> None:
    assert normalise(f"one{separator}two") == "one two"


@pytest.mark.parametrize("control", ["\0", "\x01", "\x1b", "\x7f", "\x80", "\x9f"])
def test_other_control_characters_go(control: str) -> None:
    assert normalise(f"one{control}two") == "onetwo"


@pytest.mark.parametrize(
    "kept", ["\u200d", "\u200c", "\u00ad", "\u202b", "\u2067", "\u2069", "\u200f", "\u00a0", "\ufeff"]
)
def test_what_means_something_to_readers_stays(kept: str) -> None:
    assert normalise(f"one{kept}two") == f"one{kept}two"


def test_letters_and_their_marks_are_composed_even_across_a_removed_character() -> None:
    assert normalise("cafe\0\u0301") == "café"


def test_lone_surrogates_are_replaced_and_pairs_joined() -> None:
    assert normalise("a\ud83d b\ude00 c\ud83d\ude00") == "a\ufffd b\ufffd c😀"


def test_a_flood_of_combining_marks_takes_no_quadratic_time() -> None:
    with cpu_seconds(at_most=10):
        composed = normalise("a" + "\u0301\u0316" * 200_000)
    assert composed.startswith("á\u0316")
    assert (composed.count("\u0316"), composed.count("\u0301")) == (200_000, 199_999)


@given(
    st.lists(st.sampled_from(["a", "e\u0301", "\u1100\u1161\u11a8", "\r\n", "\0", "\u0958", "😀", "\t"])),
    st.data(),
)
def test_between_whole_characters_an_offset_moves_with_what_stands_before_it(
    pieces: list[str], data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, len(pieces)))
    offset = len("".join(pieces[:count]))
    places = normalised_offsets("".join(pieces), [(offset, False), (offset, True)])
    assert set(places.values()) == {len(normalise("".join(pieces[:count])))}


def test_a_mark_on_a_base_letter_covers_the_composed_letter() -> None:
    assert normalised_offsets("cafe\u0301 au lait", [(3, False), (4, True)]) == {(3, False): 3, (4, True): 4}
    assert normalised_offsets("cafe\u0301 au lait", [(4, False), (5, True)]) == {(4, False): 3, (5, True): 4}
    assert normalised_offsets("e\0\u0301x", [(0, False), (1, True)]) == {(0, False): 0, (1, True): 1}


@given(ANY_TEXT | TRICKY)
def test_the_ends_of_a_text_stay_its_ends(text: str) -> None:
    assert normalised_offsets(text, [(0, False), (len(text), True)]) == {
        (0, False): 0,
        (len(text), True): len(normalise(text)),
    }


@pytest.mark.parametrize(("marks", "breakers"), [(40, 0), (41, 2)])
def test_a_run_of_more_than_forty_marks_is_broken_up(marks: int, breakers: int) -> None:
    composed = normalise("a" + "\u0316" * marks)
    assert composed.count("\u034f") == breakers
    assert composed.count("\u0316") == marks


def test_a_broken_run_has_parts_of_twenty_marks() -> None:
    part = "\u0316" * 20
    assert normalise("a" + part * 2 + "\u0316") == f"a{part}\u034f{part}\u034f\u0316"
