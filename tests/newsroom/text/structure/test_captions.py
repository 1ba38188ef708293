"""Test that the credit of a picture makes a line a caption."""

import pytest

from newsroom.text.structure.captions import is_caption


@pytest.mark.parametrize(
    "text",
    [
        "“We left early,” he told Reuters.",
        "He spoke to reporters from AFP and Reuters",
        "The agency (Reuters) reported it.",
        (
            "He said the photo: a fake, in his words, had been spread by state television for weeks "
            "without any check"
        ),
        "The European Union (EU) met.",
        "",
    ],
)
def test_naming_an_agency_makes_no_caption(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("x" * 688 + " Photo: AFP.", True),
        ("x" * 689 + " Photo: AFP.", False),
    ],
)
def test_a_caption_has_at_most_700_characters(text: str, answer: bool) -> None:
    assert len(text) in (700, 701)
    assert is_caption(text) is answer


@pytest.mark.parametrize(("number", "answer"), [(8, True), (9, False)])
def test_a_labelled_credit_without_an_agency_has_at_most_eight_words(number: int, answer: bool) -> None:
    assert is_caption("Photo: " + "word " * (number - 1) + "end") is answer


def test_a_longer_labelled_credit_closes_with_a_supplier() -> None:
    assert is_caption("Photo: the minister as he leaves the hall in the evening (Reuters)")
    assert not is_caption("Photo: the minister as he leaves the hall in the evening (right)")


@pytest.mark.parametrize(("number", "answer"), [(8, True), (9, False)])
def test_beside_a_supplier_stand_at_most_eight_words_of_names(number: int, answer: bool) -> None:
    names = " ".join(f"Name{index}" for index in range(number))
    assert is_caption(f"It rains. {names}/AFP") is answer


@pytest.mark.parametrize(("blanks", "answer"), [(192, True), (193, False)])
def test_a_credit_at_the_end_begins_in_the_last_200_characters(blanks: int, answer: bool) -> None:
    assert is_caption(f"It rains.{' ' * blanks}REUTERS") is answer


def test_an_agency_in_brackets_by_itself_supplied_the_report() -> None:
    assert not is_caption("(Reuters)")
    assert is_caption("(AP Photo)")
    assert is_caption("The port (Reuters)")
