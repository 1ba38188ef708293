"""Test what pages say about where a passage comes from."""

import pytest

from annotations.templatetags.origins import tellers_in_words


@pytest.mark.parametrize(
    ("teller", "words"),
    [
        ("", ""),
        ("Kyodo", "Kyodo"),
        ("Reuters; AP", "Reuters, AP"),
        ("?", "a source that is not named"),
        ("dpa; ?", "dpa, a source that is not named"),
    ],
)
def test_tellers_are_named_and_who_is_not_named_is_said_in_words(teller: str, words: str) -> None:
    assert tellers_in_words(teller) == words
