from hypothesis import given
from hypothesis import strategies as st

from annotations.logic.undo import UndoLine, next_redo, next_undo


@given(st.lists(st.sampled_from(["act", "undo", "redo"]), max_size=40))
def test_undo_and_redo_go_back_and_forth_as_in_every_editor(steps: list[str]) -> None:
    """The model has the two stacks of an editor: acts done, and acts undone. A new act
    empties the second stack.
    """
    lines: list[UndoLine] = []
    done: list[int] = []
    undone: list[int] = []
    for number, step in enumerate(steps):
        if step == "act":
            lines.append(UndoLine(number))
            done.append(number)
            undone.clear()
            continue
        found = next_undo(lines) if step == "undo" else next_redo(lines)
        expected = done if step == "undo" else undone
        assert len(found) == min(1, len(expected))
        for line in found:
            act = expected.pop()
            assert head(line, lines) == act
            lines.append(UndoLine(number, undoes=line))
            (undone if step == "undo" else done).append(act)


def test_acts_that_are_left_are_passed_over() -> None:
    lines = [UndoLine(1), UndoLine(2), UndoLine(3)]
    assert next_undo(lines, {3}) == [2]
    assert next_undo(lines, {2, 3}) == [1]
    assert next_undo(lines, {1, 2, 3}) == []


def test_an_undoing_that_is_left_is_not_done_again_and_the_one_before_is() -> None:
    lines = [UndoLine(1), UndoLine(2), UndoLine(3, undoes=2), UndoLine(4, undoes=1)]
    assert next_redo(lines) == [4]
    assert next_redo(lines, {4}) == [3]


def test_nothing_done_is_nothing_to_undo_or_redo() -> None:
    assert (next_undo([]), next_redo([])) == ([], [])


def test_a_line_whose_act_is_too_old_to_be_seen_counts_for_nothing() -> None:
    assert (next_undo([UndoLine(9, undoes=1)]), next_redo([UndoLine(9, undoes=1)])) == ([], [])


MANY = [UndoLine(1), UndoLine(2, bulk_key="a"), UndoLine(3, bulk_key="a"), UndoLine(4)]


def test_an_act_on_many_rows_is_undone_and_redone_at_once() -> None:
    assert next_undo(MANY) == [4]
    assert next_undo(MANY[:3]) == [3, 2]
    undone = [*MANY[:3], UndoLine(5, undoes=3, bulk_key="a"), UndoLine(6, undoes=2, bulk_key="a")]
    assert (next_undo(undone), next_redo(undone)) == ([1], [6, 5])
    redone = [*undone, UndoLine(7, undoes=6, bulk_key="a"), UndoLine(8, undoes=5, bulk_key="a")]
    assert (next_undo(redone), next_redo(redone)) == ([8, 7], [])


def test_an_act_on_many_rows_is_left_as_a_whole() -> None:
    assert next_undo(MANY, {4, 2}) == [1]
    undone = [*MANY[:3], UndoLine(5, undoes=3, bulk_key="a"), UndoLine(6, undoes=2, bulk_key="a")]
    assert next_redo(undone, {5}) == []


def test_of_an_act_on_many_rows_only_what_is_still_in_effect_is_undone() -> None:
    assert next_undo([*MANY[:3], UndoLine(5, undoes=3)]) == [2]


def head(line: int, lines: list[UndoLine]) -> int:
    """Return the act that `line` did, undid or did again, by following the lines that it undoes."""
    undoes = {each.id: each.undoes for each in lines}
    while (before := undoes[line]) is not None:
        line = before
    return line
