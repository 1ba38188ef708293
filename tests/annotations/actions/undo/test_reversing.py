import pytest

from annotations.actions.undo.reversing import changed_values, must_be_unchanged, values_of
from newsroom.errors import Conflict
from newsroom.models import Activity, User

LINE = Activity(changes={"note": ["", "Sure?"], "relation": ["context", "repeats"]})


def test_the_old_and_the_new_values_are_taken_apart() -> None:
    before, after = changed_values(LINE, ("note", "relation", "aspect"))
    assert before == {"note": "", "relation": "context"}
    assert after == {"note": "Sure?", "relation": "repeats"}


def test_a_field_that_the_reversal_does_not_know_is_refused() -> None:
    with pytest.raises(Conflict, match="Someone changed this since"):
        changed_values(LINE, ("note",))


def test_only_the_fields_that_the_act_changed_are_compared() -> None:
    now = {"note": "Sure?", "relation": "updates"}
    must_be_unchanged(now, {"note": "Sure?"})
    with pytest.raises(Conflict, match="Someone changed this since"):
        must_be_unchanged(now, {"note": "Sure?", "relation": "repeats"})


def test_the_present_values_are_read_by_the_names_of_the_fields() -> None:
    assert values_of(User(username="editor", role="editor"), ("username", "role")) == {
        "username": "editor",
        "role": "editor",
    }
