"""Test what a merge says about the rows of a bundle."""

from annotations.logic.bundles.reports import MergeLine, MergeReport, RowState, summary_of


def report(*states: RowState) -> MergeReport:
    return MergeReport(tuple(MergeLine(state, "tags", str(state)) for state in states), ())


def test_the_rows_of_each_state_are_counted() -> None:
    states = [RowState.NEW, RowState.NEW, RowState.KEPT, RowState.CONFLICT]
    assert summary_of(states) == "2 new, 0 the same, 0 changed there, 1 changed here, 1 conflict"
    assert report(*states).summary == summary_of(states)


def test_only_new_and_changed_rows_change_something() -> None:
    assert not report(RowState.SAME, RowState.KEPT, RowState.CONFLICT).changes_something
    assert report(RowState.NEW).changes_something
    assert report(RowState.CHANGED).changes_something


def test_conflicts_are_named() -> None:
    assert [line.key for line in report(RowState.NEW, RowState.CONFLICT).conflicts] == ["conflict"]
