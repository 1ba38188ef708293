"""Test what a merge says about the rows of a bundle."""

from annotations.logic.bundles.reports import MergeLine, MergeReport, RowState, summary_of


def report(*states: RowState) -> MergeReport:
    return MergeReport(tuple(MergeLine(state, "tags", str(state)) for state in states), ())


def test_the_rows_of_each_state_are_counted() -> None:
    states = [RowState.NEW, RowState.NEW, RowState.KEPT, RowState.CONFLICT, RowState.GONE]
    told = "2 new, 0 the same, 0 changed there, 1 changed here, 1 conflict, 1 gone there"
    assert summary_of(states) == told
    assert report(*states).summary == told
    assert summary_of([*states, RowState.WITHDRAWN]) == f"{told}, 1 withdrawn"


def test_only_new_changed_and_withdrawn_rows_change_something() -> None:
    assert not report(RowState.SAME, RowState.KEPT, RowState.CONFLICT, RowState.GONE).changes_something
    assert report(RowState.NEW).changes_something
    assert report(RowState.CHANGED).changes_something
    assert report(RowState.WITHDRAWN).changes_something


def test_a_person_decides_about_conflicts_and_what_is_gone_there() -> None:
    assert report(RowState.CONFLICT).needs_a_person
    assert report(RowState.NEW, RowState.GONE).needs_a_person
    assert not report(RowState.NEW, RowState.KEPT, RowState.WITHDRAWN).needs_a_person


def test_conflicts_are_named() -> None:
    assert [line.key for line in report(RowState.NEW, RowState.CONFLICT).lines_of(RowState.CONFLICT)] == [
        "conflict"
    ]
