"""Test which words of a source stand neither in the draft nor in its metadata."""

import pytest

from newsroom.text.model import Draft, Mark, MarkKind, Metadata, Piece
from newsroom.text.readers.accounting import labels_of, lost_characters, lost_characters_in


def test_a_word_counts_as_often_as_it_is_there() -> None:
    assert lost_characters("rain and rain", Draft((Piece("rain and"),))) == "rain"
    assert lost_characters("rain", Draft((Piece("ra in"),))) == ""


def test_lines_of_metadata_and_values_of_marks_count_too() -> None:
    link = Mark(0, 4, MarkKind.LINK, "https://x.org")
    draft = Draft((Piece("rain", marks=(link,)),), Metadata(lines=("By AFP",)))
    assert lost_characters("rain https://x.org By AFP", draft) == ""


def test_a_heading_s_level_is_no_word() -> None:
    heading = Piece("Rain", marks=(Mark(0, 4, MarkKind.HEADING, "2"),))
    assert lost_characters("Rain 2", Draft((heading,))) == "2"


@pytest.mark.parametrize(("text", "missing"), [("©", ""), ("&copy;", ""), ("c", "&opy;"), ("&copy; ©", "")])
def test_a_character_reference_counts_as_the_character_it_names(text: str, missing: str) -> None:
    assert lost_characters_in("&copy;", [Piece(text)]) == missing


def test_a_link_s_label_counts_if_it_is_defined_elsewhere() -> None:
    labels = labels_of(["[The  Port]: https://x.org"])
    assert labels == {"the port"}
    assert lost_characters_in("[a][the port]", [Piece("a")], labels=labels) == "[]"
    assert lost_characters_in("[a][the port]", [Piece("a")]) == "[][theport]"
