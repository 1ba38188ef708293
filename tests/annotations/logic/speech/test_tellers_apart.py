"""Test that an outlet which reports what somebody said is no speaker, unless nobody else speaks."""

import pytest

from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.speech.reported import speeches
from annotations.logic.speech.tellers_apart import LONGEST_OUTLET, is_outlet, without_tellers
from newsroom.text.model import Span


@pytest.mark.parametrize(
    ("speaker", "is_one"),
    [
        ("Reuters", True),
        ("the Daily Mirror", True),
        ("The Harbour Gazette", True),
        ("the newspaper", True),
        ("Marta Ilves", False),
        ("the official", False),
        ("The Japanese news agency Kyodo", True),
        ("a spokesman for Reuters", False),
        ("the editor of the newspaper", False),
        ("the owner of the Gazette", False),
        ("Ana Post", False),
        ("", False),
    ],
)
def test_an_outlet_is_known_or_goes_by_a_word_for_one(speaker, is_one):
    assert is_outlet(speaker) == is_one


@pytest.mark.parametrize(
    ("speaker", "is_one"),
    [
        ("Linden Echo", True),
        ("the Echo", True),
        ("Voice of the Weir", True),
        ("Reuters", True),
        ("a spokesman for the Linden Echo", False),
        ("a man from Voice of the Weir", False),
        ("Linden Echo owner Per Lund", False),
    ],
)
def test_the_outlets_of_a_story_are_known_too(speaker, is_one):
    names = OutletNames(["Linden Echo", "Voice of the Weir"])
    assert is_outlet(speaker, names) == is_one


def test_the_name_of_an_outlet_has_at_most_five_words():
    assert LONGEST_OUTLET == 5
    assert is_outlet("the Upper and Lower Gazette")
    assert not is_outlet("the Upper and the Lower Gazette")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We go,” Ilves said, the Daily Mirror reported.", ["Ilves"]),
        ("“We go,” Ilves said, according to Reuters.", ["Ilves"]),
        ("“We go,” the Daily Mirror wrote.", ["the Daily Mirror"]),
    ],
)
def test_an_outlet_speaks_if_nobody_else_does(text, speakers):
    found = list(speeches(text, Span(0, len(text))))
    assert [speech.speaker for speech in without_tellers(found)] == speakers
