from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.text.compose import compose
from newsroom.text.language.sentences import event_sentences, sentences
from newsroom.text.model import Draft, Piece, Role


def split(text: str) -> list[str]:
    document = compose(Draft((Piece(text),)))
    return [document.text[span.start : span.end] for span in sentences(document)]


@example(["...", "?!", "U. U"])
@example(['"U!" U.'])
@example(["1. \n\n1"])
@example(["a. ", ".B", "😀؟ 😀"])
@given(st.lists(st.text(st.sampled_from('aBé.!?…。 \n"”)(U1😀؟।'), max_size=40), max_size=4))
def test_sentences_tile_each_block_but_for_white_space(texts: list[str]) -> None:
    document = compose(Draft(tuple(map(Piece, texts))))
    spans = sentences(document)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(any(span.within(block.span) for block in document.blocks) for span in spans)
    assert all(span and document.text[span.start : span.end].strip() for span in spans)
    joined = "".join(document.text[span.start : span.end] for span in spans)
    assert "".join(joined.split()) == "".join(document.text.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "U.S. Secretary of State Antony Blinken spoke.",
        "He met Mr. Smith, Dr. No and Gen. Milley at St. Peter's.",
        "Since the Feb. 24 invasion the price rose by 3.5 percent.",
        "J. K. Rowling and John F. Kennedy never met.",
        "She is employee No. 4 of Acme Inc. Germany today.",
        "Das Treffen am 9. Juli war kurz.",
        "“Why?” Marsudi asked reporters.",
        "“Why?” he asked.",
        "It was… not so.",
        "The U.K. Government said so.",
        "See www.example.org/a.b for more.",
        "Он родился в 1950 г. в Москве.",
    ],
)
def test_a_stop_that_ends_nothing_is_passed_over(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    "parts",
    [
        ["He left.", "She stayed!", "Why?", "Nobody knows…", "Yes."],
        ["“It was us.”", "He left."],
        ["(He left.)", "She stayed."],
        ["They flew to the U.S.", "The talks went on."],
        ["It ended in Feb.", "He left at 5 p.m.", "But she stayed."],
        ["هل غادر؟", "نعم."],
        ["वह चला गया।", "वह रुकी।"],
        ["He paid $3.5.", "“Fine,” she said."],
        ["It rose to 30.", "Then it fell."],
        ["Is that so?!", "No."],
        ["First line", "Second line"],
    ],
)
def test_each_stop_that_ends_a_sentence_does(parts: list[str]) -> None:
    assert split(("\n" if parts[0] == "First line" else " ").join(parts)) == parts


def test_scripts_without_blanks_are_split_too() -> None:
    assert split("他离开了。她留下了！为什么？「是的。」好。") == [
        "他离开了。",
        "她留下了！",
        "为什么？",
        "「是的。」",
        "好。",
    ]


def test_no_sentence_crosses_a_block() -> None:
    document = compose(Draft((Piece("One goes on"), Piece("and on."))))
    assert [document.text[span.start : span.end] for span in sentences(document)] == [
        "One goes on",
        "and on.",
    ]


def test_what_stands_there_for_readers_tells_of_no_event():
    told = (
        Piece("Rain fell. It hailed."),
        Piece("Support us.", Role.BOILERPLATE),
        Piece("SEE ALSO: Snow", Role.SEE_ALSO),
    )
    document = compose(Draft(told))
    assert [document.text[span.start : span.end] for span in event_sentences(document)] == [
        "Rain fell.",
        "It hailed.",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Am 12. Juli war es.", ["Am 12. Juli war es."]),
        ("Es war 2022. Juli kam.", ["Es war 2022.", "Juli kam."]),
        ("No. 4 won.", ["No. 4 won."]),
        ("He said no. Nobody won.", ["He said no.", "Nobody won."]),
        ("“Why?” the old man asked.", ["“Why?” the old man asked."]),
        ("“Why?” The man asked.", ["“Why?” The man asked."]),
        ("“Why?” The old man asked.", ["“Why?”", "The old man asked."]),
    ],
)
def test_a_day_has_two_digits_and_a_speaker_is_named_in_three_words(text: str, parts: list[str]) -> None:
    assert split(text) == parts
