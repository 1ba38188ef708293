"""Test which lines look like running text, and which like a headline."""

import pytest

from newsroom.text.structure.line_shapes import is_sentence, is_title_like


@pytest.mark.parametrize(
    "text", ["He left.", "“He left.”", "Did he leave?", "He left…", "他走了。", "He left;", "He left.)"]
)
def test_running_text_ends_with_a_stop(text: str) -> None:
    assert is_sentence(text)


@pytest.mark.parametrize("text", ["He left", "He said:", "", "“He left”", "(Reuters)"])
def test_a_line_without_a_stop_is_no_sentence(text: str) -> None:
    assert not is_sentence(text)


@pytest.mark.parametrize(
    "text", ["Minister leaves", "9 dead in storm", "“No signs” of talks", "Storm hits the U.S."]
)
def test_a_headline_begins_large_and_has_no_stop(text: str) -> None:
    assert is_title_like(text)


@pytest.mark.parametrize("text", ["minister leaves", "Minister leaves.", "He said,", "", "---"])
def test_other_lines_have_no_headline_s_shape(text: str) -> None:
    assert not is_title_like(text)


@pytest.mark.parametrize(("length", "answer"), [(220, True), (221, False)])
def test_a_headline_has_at_most_220_characters(length: int, answer: bool) -> None:
    assert is_title_like("M" * length) is answer


@pytest.mark.parametrize(("words", "answer"), [(35, True), (36, False)])
def test_a_headline_has_at_most_35_words(words: int, answer: bool) -> None:
    assert is_title_like(" ".join(["Rain"] * words)) is answer
