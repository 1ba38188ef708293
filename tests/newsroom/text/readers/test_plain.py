import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.compose import check, compose
from newsroom.text.pipeline import draft_of
from newsroom.text.readers.accounting import lost_characters
from newsroom.text.readers.plain import is_wrapped, read_plain


@given(
    st.text(st.characters(exclude_categories=()))
    | st.lists(
        st.sampled_from(
            [
                "By AFP",
                "word",
                "Original url:",
                "https://a.b/c",
                "\n",
                "\n\n",
                "e\u0301 😀",
                "\u0634\u0645\u0633",
                "A message from X:",
                "July 9, 2022",
                "\r\n",
            ]
        )
    ).map(" ".join)
)
def test_every_character_is_found_again(source: str) -> None:
    draft = draft_of(read_plain(source))
    assert lost_characters(source, draft) == ""
    check(compose(draft))


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    source = (
        "The foreign minister left the\nmeeting before the others had\nspoken, witnesses said on\nFriday.\n\n"
        "By Some One\nJuly 9, 2022\n"
    )
    assert [piece.text for piece in draft_of(read_plain(source)).pieces] == [
        "The foreign minister left the meeting before the others had spoken, witnesses said on Friday.",
        "By Some One",
        "July 9, 2022",
    ]


@pytest.mark.parametrize(("width", "paragraphs"), [(120, 1), (121, 2)])
def test_a_column_is_at_most_120_characters_wide(width: int, paragraphs: int) -> None:
    line = "w" * width
    assert len(draft_of(read_plain(f"{line}\nwords")).pieces) == paragraphs


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    assert is_wrapped(["aaa bbb", "ccc ddd"], 10)
    assert not is_wrapped(["aaa bbb", "ccc ddd"], 11)
    assert not is_wrapped(["aaa bbb"], 7)


def test_a_line_of_a_strange_space_ends_a_paragraph() -> None:
    assert not is_wrapped(["It rained.", "\x85"], 12)
