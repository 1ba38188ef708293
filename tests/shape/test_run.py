"""Test that `make test` counts correctly what failed, what was skipped and what could not run."""

import pytest

from tests import run
from tests.run import Result, absent, counted, print_slowest, print_table
from tests.runs import DECIDED_BY_DATABASE, NEEDS_POSTGRESQL, ON_POSTGRESQL, WITHOUT_DATABASE
from tests.shape import tree
from tests.shape.import_graph import module_of
from tests.shape.layers import PACKAGES
from tests.shape.python_source import within
from tests.shape.tree import ROOT


def report(tests=0, failures=0, errors=0, skipped=0):
    counts = f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"'
    return f"<testsuites><testsuite {counts}/></testsuites>"


def test_failures_and_errors_are_failed_and_the_rest_passed():
    assert counted("SQLite", report(10, 2, 1, 3), 1, nothing_skipped=False) == Result("SQLite", 4, 3, 3)


def test_in_ci_what_was_skipped_has_failed():
    result = counted("SQLite", report(10, skipped=3), 0, nothing_skipped=True)
    assert (result.passed, result.failed, result.skipped) == (7, 3, 0)


def test_a_run_without_a_test_has_failed():
    assert counted("Chromium", report(), 5, nothing_skipped=False).failed == 1


def test_a_run_that_ended_badly_has_failed_whatever_it_reports():
    assert counted("SQLite", report(4), 3, nothing_skipped=False).failed == 1


@pytest.mark.parametrize(("in_ci", "failed"), [(True, 1), (False, 0)])
def test_what_cannot_run_fails_in_ci_and_is_said_aloud_everywhere(monkeypatch, capsys, in_ci, failed):
    monkeypatch.setattr(run, "IN_CI", in_ci)
    result = absent("PostgreSQL", "no server answers")
    print_table([Result("SQLite", 5), result])
    shown = capsys.readouterr().out
    assert result.failed == failed
    assert "*** The tests on PostgreSQL did NOT run: no server answers. ***" in shown
    assert shown.endswith(f"5 passed, {failed} failed\n")


def test_a_server_that_does_not_answer_is_named_without_its_password(monkeypatch):
    monkeypatch.setattr(run, "POSTGRES", "postgres://desk:secret@127.0.0.1:1/desk")
    result = run.on_postgresql()
    assert "127.0.0.1:1" in result.absent
    assert "secret" not in result.absent


def test_a_chromium_that_is_named_and_not_there_is_not_replaced_by_another(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "no-such-chromium")
    assert "set CHROMIUM" in run.in_chromium().absent


def test_what_runs_somewhere_is_there():
    named = [*ON_POSTGRESQL, *WITHOUT_DATABASE, *NEEDS_POSTGRESQL]
    assert [name for name in named if not is_there(name)] == []


def is_there(name):
    """Return whether a folder, a module or a test in a module (`module.py::test[case]`) exists."""
    path, _, test = name.partition("[")[0].partition("::")
    if not test:
        return (ROOT / path).exists()
    return f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")


def test_what_asks_which_database_it_runs_on_is_measured_on_both():
    asking = [
        module_of(path)
        for path in tree.modules(*PACKAGES)
        if "connection.vendor" in path.read_text(encoding="utf-8")
    ]
    assert asking
    assert [module for module in asking if not within(module, *DECIDED_BY_DATABASE)] == []


def test_the_check_before_a_commit_runs_what_needs_no_database():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.split("\ncheck:")[1].split("\n\n")[0]
    assert [folder for folder in WITHOUT_DATABASE if folder not in recipe] == []


def test_the_slowest_tests_of_all_runs_are_named_slowest_first(tmp_path, capsys):
    for name, seconds in {"sqlite": 1.5, "chromium": 12.25}.items():
        case = f'<testcase classname="tests.test_rain" name="test_{name}" time="{seconds}"/>'
        text = f"<testsuites><testsuite>{case}</testsuite></testsuites>"
        (tmp_path / f"{name}.xml").write_text(text, encoding="utf-8")
    print_slowest(tmp_path.glob("*.xml"))
    _, first, second = capsys.readouterr().out.strip().splitlines()
    assert first.split() == ["12.2", "s", "chromium", "tests.test_rain::test_chromium"]
    assert second.split() == ["1.5", "s", "sqlite", "tests.test_rain::test_sqlite"]
