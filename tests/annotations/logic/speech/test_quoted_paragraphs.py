"""Test whose a quotation is: the speaker of its sentence, or the speaker named before or after it."""

import pytest

from annotations.logic.speech.quoted_paragraphs import speech_of_quotation
from newsroom.text.model import Block, Document, Span


def speaker_of(text: str, words: str) -> str:
    """Return the speaker of the quotation `words` in `text`, whose lines are
    paragraphs, or an empty string.
    """
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    begin = text.index(f"“{words}")
    index = next(number for number, block in enumerate(blocks) if block.end > begin)
    end = text.find("”", begin) + 1 or blocks[index].end
    quotation = Span(begin, end)
    reported = speech_of_quotation(Document(text, tuple(blocks)), index, quotation)
    return "" if reported is None else reported.speech.speaker


TWO = "“First,” Ilves said, but Kerr said: “Second.” “Third,” said Sato, adding: “Fourth.”"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("First", "Ilves"), ("Second", "Kerr"), ("Third", "Sato"), ("Fourth", "Sato")],
)
def test_several_speakers_of_one_paragraph_are_kept_apart(words, speaker):
    assert speaker_of(TWO, words) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ilves spoke first, saying “we go”. Kerr said little.", "Ilves"),
        ("“One,” Ilves said. “We go.” Kerr said little.", "Ilves"),
        ("“We go.” It was late, Kerr said.", "Kerr"),
        ("In the hall, where Kerr said talks were on, “we go,” Ilves told reporters.", "Ilves"),
        ("Kerr said it was late. “We go,” Ilves said.", "Ilves"),
        ("“We go,” Kerr said, according to an aide.", "an aide"),
        ("“We go,” says fisherwoman Ragna Holte.", "fisherwoman Ragna Holte"),
        ("“We go”, the 34-year-old driver Ivo Berg said.", "the 34-year-old driver Ivo Berg"),
    ],
)
def test_the_sentence_and_then_what_stands_before_and_behind_is_asked(text, speaker):
    words = "we go" if "“we go" in text else "We go"
    assert speaker_of(text, words) == speaker


def test_a_sentence_with_words_of_its_own_does_not_go_on_with_another():
    assert speaker_of("Ilves said no. The book “We go” is out.", "We go") == ""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is late,” Ilves said.\n“We go.”", "Ilves"),
        ("“It is late,” Ilves said.\n“One.”\n“Two.”\n“Three.”\n“We go.”", "Ilves"),
        ("“It is late,” Ilves said.\n“One.”\n“Two.”\n“Three.”\n“Four.”\n“We go.”", ""),
        ("“It is late,” Ilves said.\nRain fell.\n“We go.”", ""),
        ("Rain fell.\n“We go.”\n“It is late,” Ilves said.", "Ilves"),
        ("Rain fell.\n“We go.”\nRain fell.\n“It is late,” Ilves said.", ""),
    ],
)
def test_a_paragraph_that_is_all_quotation_goes_on_with_its_neighbour(text, speaker):
    assert speaker_of(text, "We go") == speaker


@pytest.mark.parametrize(("number", "speaker"), [(1_987, "Ilves"), (1_988, "")])
def test_a_paragraph_is_read_2000_code_points_behind_the_quotation(number, speaker):
    # The verb ends 13 code points behind the letters.
    text = f"“We go.” {'A' * number}. Ilves said so."
    assert speaker_of(text, "We go") == speaker
