"""Test tolls of dead, injured and other people."""

import pytest

from newsroom.text.language.numbers.casualties import toll_of


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("12 were killed", "dead"),
        ("12 killed", "dead"),
        ("12 dead", "dead"),
        ("12 people have died", "dead"),
        ("12 of them were killed", "dead"),
        ("12 people, including three children, were killed", "dead"),
        ("12 people lost their lives", "dead"),
        ("killing 12", "dead"),
        ("killing at least 12", "dead"),
        ("leaving 12 dead", "dead"),
        ("a death toll of 12", "dead"),
        ("the toll has since risen to 12", "dead"),
        ("the number of dead rose to 12", "dead"),
        ("the number of injured rose to 12", "hurt"),
        ("the number of missing rose to 12", "missing"),
        ("12 fatalities were reported", "dead"),
        ("12 Tote", "dead"),
        ("12 were wounded", "hurt"),
        ("injuring 12", "hurt"),
        ("12 injuries", "hurt"),
        ("12 are missing", "missing"),
        ("12 were arrested", "detained"),
        ("shot 12 people", "shot"),
        ("shot dead 12 people", "dead"),
        ("12 casualties", "dead or hurt"),
        ("12 killed or wounded", "dead or hurt"),
        ("killed and injured 12", "dead or hurt"),
        ("12 people were there", ""),
        ("12 gunmen killed three guards", ""),
        ("12 were not killed", ""),
        ("12 came and three died", ""),
        ("12 dead birds", ""),
        ("They were killed, 12 said", ""),
    ],
)
def test_what_became_of_people_is_read_before_and_behind_their_number(text: str, toll: str):
    start = text.index("12")
    assert toll_of(text, start, start + 2) == toll


@pytest.mark.parametrize(("distance", "toll"), [(70, "dead"), (71, "")])
def test_a_toll_is_named_within_seventy_characters_before_the_number(distance: int, toll: str):
    between = " ".join(["a" * 20] * 3)
    last_word = "b" * (distance - len(f"toll {between}  "))
    text = f"The toll {between} {last_word} 12"
    start = text.index("12")
    assert start - text.index("toll") == distance
    assert toll_of(text, start, start + 2) == toll
