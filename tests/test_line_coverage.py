"""Test which tests coverage measures, and that a pause ends."""

import sys

import pytest

from tests import line_coverage
from tests.environment import ROOT
from tests.line_coverage import NOT_MEASURED, is_measured, path_of_tests, paused
from tests.runs import DECIDED_BY_DATABASE


class Tracer:
    """A tracer that looks at nothing."""

    def __call__(self, *_event):
        return None


@pytest.fixture
def tracer():
    """Return a tracer in place of the one that may measure this test."""
    before = sys.gettrace()
    tracer = Tracer()
    sys.settrace(tracer)
    yield tracer
    sys.settrace(before)


@pytest.fixture
def measuring(monkeypatch):
    monkeypatch.setattr(line_coverage.Coverage, "current", lambda: True)


@pytest.mark.usefixtures("measuring")
def test_a_pause_takes_the_tracer_away_and_gives_it_back(tracer):
    with paused():
        during = sys.gettrace()
    assert (during, sys.gettrace()) == (None, tracer)


@pytest.mark.usefixtures("measuring")
def test_the_tracer_comes_back_after_an_error(tracer):
    with pytest.raises(ZeroDivisionError), paused():
        raise ZeroDivisionError
    assert sys.gettrace() is tracer


def test_a_debugger_is_not_taken_away(tracer, monkeypatch):
    monkeypatch.setattr(line_coverage.Coverage, "current", lambda: None)
    with paused():
        assert sys.gettrace() is tracer


@pytest.mark.parametrize(
    ("module", "on_sqlite", "on_postgresql"),
    [
        ("tests/newsroom/test_roles.py", True, False),
        ("tests/newsroom/models/test_guards.py", True, True),
        ("tests/newsroom/search/test_texts.py", True, True),
        ("tests/newsroom/config/test_crawl.py", False, False),
        ("tests/load/test_load.py", False, False),
    ],
)
def test_on_postgresql_only_what_asks_for_the_database_is_measured(module, on_sqlite, on_postgresql):
    assert is_measured(module, "sqlite") == on_sqlite
    assert is_measured(module, "postgresql") == on_postgresql


def test_every_path_of_the_tables_is_there():
    paths = [*NOT_MEASURED, *map(path_of_tests, DECIDED_BY_DATABASE)]
    assert [path for path in paths if not (ROOT / path).exists()] == []
