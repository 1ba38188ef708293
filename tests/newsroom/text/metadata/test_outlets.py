"""Test when two names are probably those of one outlet."""

import pytest

from newsroom.text.metadata.outlets import bare_name


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The Moscow Times", "Moscow Times"),
        ("The Moscow Times", "THE MOSCOW TIMES"),
        ("Reuters", "reuters.com"),
        ("Le Monde", "www.lemonde.fr"),
        ("El País", "El Pais"),
        ("RBC-Ukraine", "RBC Ukraine"),
        ("The Guardian", "theguardian.co.uk"),
    ],
)
def test_spellings_of_one_name_are_one(one, two):
    assert bare_name(one) in {bare_name(two), bare_name(two).removeprefix("the").removeprefix("le")}


@pytest.mark.parametrize(
    ("one", "two"), [("The Times", "The Sunday Times"), ("日本経済新聞", "朝日新聞"), ("***", "???")]
)
def test_different_names_stay_apart(one, two):
    assert bare_name(one) != bare_name(two)
