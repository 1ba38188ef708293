"""Test that most letters of a text decide its direction on a page, not the first one."""

from newsroom.templatetags.directions import direction, direction_of_words
from newsroom.text.changes.rows import word_by_word


def test_a_name_at_the_beginning_does_not_turn_a_text_around():
    assert direction("יאיר לפיד said that it rained.") == "ltr"
    assert direction("WHO: קال ירד גשם כל היום") == "rtl"


def test_a_text_with_changes_runs_as_most_of_its_letters_do():
    assert direction_of_words(word_by_word("ירד גשם", "ירד גשם כל היום")) == "rtl"
    assert direction_of_words(word_by_word("ירד said it rained", "ירד said it snowed")) == "ltr"
