"""Test how values of the history are written for people."""

import pytest

from newsroom.templatetags.changes import shown, words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"),
        ("", "—"),
        ([], "—"),
        (0, "0"),
        (True, "yes"),
        (False, "no"),
        (["facts", "claims/number"], "facts, claims/number"),
        ("open", "open"),
    ],
)
def test_a_value_is_shown_as_people_read_it(value, text):
    assert shown(value) == text


def test_the_name_of_a_column_is_words():
    assert words("published_on_day") == "published on day"
