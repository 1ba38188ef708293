import pytest

from newsroom.text.changes import essence as module
from newsroom.text.changes.essence import LONGEST_KEPT, essence, wording_overlap


@pytest.mark.parametrize(
    "text",
    [
        "He said no",
        "He  said:\nno!",
        "“He said” — no…",
        "He\u00a0said no.",
        "(He) said/no",
        "\u200bHe said no",
    ],
)
def test_texts_that_differ_in_space_and_punctuation_have_one_essence(text: str):
    assert essence(text) == "Hesaidno"


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("10.5 tons", "10.5tons"),
        ("at 6:30.", "at6:30"),
        ("1,000", "1,000"),
        ("-5 degrees", "-5degrees"),
        ("−5 degrees", "−5degrees"),
        ("5% of them", "5%ofthem"),
        ("5‰", "5‰"),
    ],
)
def test_signs_of_figures_belong_to_the_essence(text: str, letters: str):
    assert essence(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [("G-20", "G20"), ("page: 5", "page5"), ("the end. 5 men", "theend5men"), ("room 5.", "room5"), ("", "")],
)
def test_signs_beside_figures_do_not_belong_to_the_essence(text: str, letters: str):
    assert essence(text) == letters


def test_a_run_of_twelve_letters_is_shared_wording_and_eleven_are_not():
    assert wording_overlap("abcdefghijkl1", "abcdefghijkl2") == 0.5
    assert wording_overlap("abcdefghijk12", "abcdefghijk34") == 0.0


def test_the_shorter_text_says_how_much_is_shared():
    brief = "The minister left the hall."
    report = f"Officials in the city confirmed it. {brief} Nobody followed him."
    assert wording_overlap(brief, report) == wording_overlap(report, brief) == 1.0


def test_texts_shorter_than_a_run_share_their_wording_if_they_are_the_same():
    assert wording_overlap("Rain!", "rain") == 1.0
    assert wording_overlap("Rain", "Hail") == 0.0


def test_the_essence_of_a_long_text_is_not_kept_in_memory():
    module._essence_of_paragraph.cache_clear()
    essence("a" * (LONGEST_KEPT + 1))
    assert module._essence_of_paragraph.cache_info().currsize == 0
    essence("a" * LONGEST_KEPT)
    assert module._essence_of_paragraph.cache_info().currsize == 1
