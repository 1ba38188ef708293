"""Test that a pronoun stands for the last person or body that was named, and that a person is no body."""

import pytest

from annotations.logic.speech.antecedents import INTRODUCED, resolved_speaker
from annotations.logic.speech.reported import Speech
from newsroom.text.model import Block, Document, Span


def speaker_of(before: str, pronoun: str, *, pronouns_only: bool = False) -> str:
    """Return the speaker of “`pronoun` said” after the paragraphs in the lines of `before`."""
    text = f"{before}\n{pronoun} said so."
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    last = blocks[-1]
    speech = Speech(pronoun, " said", last.start + len(pronoun), Span(last.start, last.end))
    document = Document(text, tuple(blocks))
    return resolved_speaker(document, len(blocks) - 1, speech, pronouns_only=pronouns_only)


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        ("Mr. Berg said no. Mrs. Ilves said yes.", "he", "Mr. Berg"),
        ("Mrs. Ilves said yes. Mr. Berg said no.", "she", "Mrs. Ilves"),
        ("Ana Berg said yes. A spokesman for Kyiv said no.", "She", "Ana Berg"),
        ("Lavrov said no. For her part, Marta Ilves was calm.", "she", "Marta Ilves"),
        ("Marta Ilves said no. The company said yes.", "he", "Marta Ilves"),
        ("The Harbour Company said yes. Marta Ilves said no.", "it", "The Harbour Company"),
        ("NATO said yes. Marta Ilves said no.", "it", "NATO"),
        ("Kyiv officials said yes. Marta Ilves said no.", "they", "Kyiv officials"),
        ("Marta Ilves said no.", "it", ""),
        ("Marta Ilves said no.", "they", ""),
        ("Marta Ilves said no.", "we", ""),
        ("The interview comes late.", "he", ""),
    ],
)
def test_a_pronoun_is_whoever_it_can_be_and_was_named_last(before, pronoun, name):
    assert speaker_of(before, pronoun) == name


def test_a_description_is_replaced_unless_only_pronouns_are():
    before = "An unnamed Western official said no."
    assert speaker_of(before, "the official") == "An unnamed Western official"
    assert speaker_of(before, "the official", pronouns_only=True) == "the official"


@pytest.mark.parametrize(("between", "name"), [(3, "Ilves"), (4, "")])
def test_four_paragraphs_before_are_read(between, name):
    assert speaker_of("Ilves said no." + "\nRain fell." * between, "she") == name


@pytest.mark.parametrize(("number", "name"), [(1_980, "Ilves"), (2_000, "")])
def test_2000_code_points_of_a_paragraph_are_read(number, name):
    assert speaker_of(f"Ilves said no. {'a' * (number - 14)}.", "she") == name


@pytest.mark.parametrize(("distance", "name"), [(INTRODUCED, "Baerbock"), (INTRODUCED + 1, "Lavrov")])
def test_a_single_name_is_a_person_if_it_stands_in_full_20000_code_points_before(distance, name):
    assert INTRODUCED == 20_000
    opening = "Annalena Baerbock came.\n"
    middle = "\nLavrov said no. "
    between = "a" * (distance - len(opening) - len(middle))
    assert speaker_of(f"{opening}{between}{middle}Baerbock left.", "she") == name


@pytest.mark.parametrize(("letters", "name"), [(36, "Ana Berg"), (37, "Lavrov")])
def test_a_conjunction_within_40_code_points_joins_the_pronoun_to_the_clause(letters, name):
    # “and ” takes the other four code points.
    text = f"Lavrov said no. Ana Berg left and {'a' * letters} said so."
    position = text.index(" said so")
    speech = Speech("she", " said", position, Span(position, len(text)))
    document = Document(text, (Block(0, len(text)),))
    assert resolved_speaker(document, 0, speech) == name
