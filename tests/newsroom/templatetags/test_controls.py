"""Test that controls of direction in a text are visible, and that nothing in it becomes markup."""

from newsroom.templatetags.controls import controls


def test_a_control_of_direction_is_shown_by_its_name():
    assert 'data-control="RLO"' in controls("a\u202eb")


def test_what_looks_like_markup_stays_text():
    assert controls("<b>") == "&lt;b&gt;"
