"""Test the subject of a sentence: a name with its roles, a pronoun, or a noun phrase
that ends before the verb.
"""

import pytest

from annotations.logic.speech.subjects import opening_subject


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Ilves left the room", "Ilves"),
        ("Party spokesman Juan Prado declined to comment", "Party spokesman Juan Prado"),
        ("Kyiv party spokesman Juan Prado declined", "Kyiv party spokesman Juan Prado"),
        ("Ursula von der Leyen came", "Ursula von der Leyen"),
        ("He left the room", "He"),
        ("The Harbour campaign sent an email", "The Harbour campaign"),
        ("A Coca-Cola spokesman declined", "A Coca-Cola spokesman"),
        ("But Ilves left", "Ilves"),
        ("The unnamed journalist went on", "The unnamed journalist"),
        ("Abdul al-Fahd left", "Abdul al-Fahd"),
    ],
)
def test_a_sentence_begins_with_its_subject(sentence, subject):
    assert opening_subject(sentence) == subject


@pytest.mark.parametrize(
    "sentence",
    [
        "On Friday, Marta Ilves left",
        "For her part, Marta Ilves was calm",
        "After the vote, in the hall, Marta Ilves left",
        "Leaving the hall, on Friday, after lunch, Marta Ilves wept",
    ],
)
def test_up_to_three_circumstances_stand_before_the_subject(sentence):
    assert opening_subject(sentence) == "Marta Ilves"


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Leaving the hall, on Friday, after lunch, in tears, Marta Ilves wept",
        "Marta Ilves’s plane was late",
        "The interview two weeks before the vote",
        "After the vote",
        "rain fell",
        "Those who read it",
        "Others left",
    ],
)
def test_what_is_no_subject_is_blank(sentence):
    assert opening_subject(sentence) == ""
