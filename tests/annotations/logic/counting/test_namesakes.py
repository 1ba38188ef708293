"""Test that people of one family name are two people if their given names are known and differ."""

import pytest

from annotations.logic.counting.namesakes import told_apart
from annotations.logic.counting.voices import voices


def number_of_voices(*speakers: str) -> int:
    return len(set(told_apart(speakers, voices(speakers)).values()))


@pytest.mark.parametrize(
    "speakers",
    [
        ("Joe Biden", "Jill Biden"),
        ("Rahul Gandhi", "Sonia Gandhi"),
        ("Ana Berg", "taxi driver Ivo Berg"),
        ("Ana Petersen", "Ida Pedersen"),
        ("traffic police sergeant Huib Kessler", "the railway police"),
        ("Mr Berg", "Mrs Berg"),
        ("Danish minister Hansen", "Swedish minister Hansen"),
        ("farmer Hansen", "baker Hanson"),
        ("Jan Berg", "Jana Berg"),
        ("Martin Berg", "Martina Berg"),
        ("a spokeswoman for the police", "port spokeswoman Lena Dahl"),
        ("an aide to the minister", "Minister Ana Berg"),
        ("the German foreign minister", "French Foreign Minister Ana Berg"),
        ("Señor Peña", "Señora Peña"),
        ("Senor Pena", "Señora Peña"),
        ("José Peña", "Ana Pena"),
    ],
)
def test_namesakes_are_two(speakers):
    assert number_of_voices(*speakers) == 2


@pytest.mark.parametrize(
    "speakers",
    [
        ("Joe Biden", "Biden", "President Joseph Biden"),
        ("J. Biden", "Joe Biden"),
        ("Sergei Lavrov", "Russian Foreign Minister Sergey Lavrov"),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy"),
        ("fire chief Ana Holm", "Ms Holm"),
        ("Last night Ana Berg", "Ana Berg"),
        ("Governor Marat Ospan", "the regional governor"),
        ("Governor José Peña", "the regional governor"),
        ("Señor José Peña", "Jose Pena"),
        ("farmer Peña", "baker Pena"),
        ("Señor Luis Peña", "Luis Pena"),
        ("Petersen", "Pedersen"),
        ("farmer Hansen", "Hanson"),
        ("farmer Hansen", "baker Hansen"),
        ("Sgt. Berg", "Ana Berg"),
        ("Robert F. Kennedy", "Robert Kennedy"),
        ("Maria Ana Berg", "Maria Berg"),
        ("Labour MP Ana Berg", "Ana Berg"),
        ("a spokeswoman for the port", "port spokeswoman Lena Dahl"),
        ("a Western official in the room", "A senior Western official present at the talks"),
    ],
)
def test_one_person_is_one_however_they_are_called(speakers):
    assert number_of_voices(*speakers) == 1


def test_a_family_name_alone_is_one_of_the_two_and_no_third():
    assert number_of_voices("Ana Berg", "Ivo Berg", "Berg") == 2


def test_a_role_that_two_hold_is_neither_of_them():
    assert number_of_voices("Mayor Ana Berg", "Mayor Ivo Lind", "the mayor") == 3
