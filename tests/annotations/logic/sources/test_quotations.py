"""Test which words of a paragraph are quoted, and so are not the reporter's own."""

import pytest

from annotations.logic.sources.quotations import unquoted_stretches
from tests.cpu_time import cpu_seconds


def outside(paragraph: str, following: str = "") -> str:
    """Return the words outside quotations, in one line."""
    stretches = unquoted_stretches(paragraph, 0, len(paragraph), following=following)
    return " ".join(" ".join(paragraph[start:end] for start, end in stretches).split())


def in_marks(paragraph: str, marks: str) -> str:
    """Return a paragraph that is written with curly single quotation marks, with `marks` in their place."""
    return paragraph if marks == "curly" else paragraph.replace("‘", "'").replace("’", "'")


SPEECH = "It was the nurses’ courage that brought this to light, and not those whom we pay for it"


@pytest.mark.parametrize("marks", ["curly", "straight"])
@pytest.mark.parametrize(
    ("paragraph", "own"),
    [
        (f"‘{SPEECH},’ said Mrs Bell.", "said Mrs Bell."),
        (f"‘{SPEECH}’, said Mrs Bell.", ", said Mrs Bell."),
        (f"She said: ‘{SPEECH}.’", "She said:"),
        (f"‘{SPEECH},’ she said. ‘{SPEECH}.’", "she said."),
        (f"‘{SPEECH}. {'And so it went on for years. ' * 30}It is over,’ said Mrs Bell.", "said Mrs Bell."),
    ],
)
def test_a_quotation_ends_at_the_mark_that_is_no_apostrophe(paragraph: str, own: str, marks: str) -> None:
    assert outside(in_marks(paragraph, marks)) == own


@pytest.mark.parametrize("marks", ["curly", "straight"])
@pytest.mark.parametrize(
    ("paragraph", "own"),
    [
        ("They are ‘the good guys’ to some and ‘the bad guys’ to others.", "They are to some and to others."),
        ("They are ‘the good guys’ to some.", "They are to some."),
        ("The hosts’ choice was the guests’ loss.", "The hosts’ choice was the guests’ loss."),
        ("He said ‘no’ and left.", "He said and left."),
    ],
)
def test_a_mark_behind_an_s_closes_a_quotation_where_nothing_else_does(
    paragraph: str, own: str, marks: str
) -> None:
    assert outside(in_marks(paragraph, marks)) == in_marks(own, marks)


def test_a_decade_opens_no_quotation() -> None:
    told = "In the '90s and after, that was the hosts', not the guests', choice."
    assert outside(told) == told


@pytest.mark.parametrize("marks", ["curly", "straight"])
@pytest.mark.parametrize("before", ["", "She told reporters: ", "‘We won’t,’ she said. "])
def test_a_speech_left_open_is_quoted_where_the_next_paragraph_goes_on_with_it(
    before: str, marks: str
) -> None:
    paragraph = in_marks(f"{before}‘We have waited long enough. {SPEECH}.", marks)
    own = outside(in_marks(before, marks))
    assert outside(paragraph, following=in_marks("‘", marks)) == own
    assert outside(paragraph, following="M").endswith("pay for it.")


@pytest.mark.parametrize(
    "endless",
    [
        "'",
        "‘",
        "a ‘",
        "’",
        "'a ",
        "‘a ",
        "s’ a",
        "s' a ",
        "‘as’ a ",
        ": ‘",
        ": 'a",
        ", 'as' b",
        "' '",
        "’ ",
        "‘ ",
        "”a",
    ],
)
@pytest.mark.parametrize("following", ["", "‘", "'"])
def test_finding_quotations_takes_time_in_line_with_length(endless: str, following: str) -> None:
    with cpu_seconds(at_most=2):
        outside(endless * (100_000 // len(endless)), following=following)
