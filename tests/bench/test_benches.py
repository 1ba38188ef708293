"""Test that every bench still runs with the present code, because benches run rarely."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.bench.__main__ import BENCHES

MODULES = sorted(
    path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith(("_", "test_"))
)


@pytest.mark.parametrize("name", MODULES)
def test_every_module_finds_what_it_imports_and_says_what_it_is_for(name):
    assert import_module(f"tests.bench.{name}").__doc__


@pytest.mark.parametrize("name", BENCHES)
def test_every_bench_of_the_table_measures_something(name):
    assert callable(import_module(f"tests.bench.{name}").measure)
