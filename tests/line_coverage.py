"""Decide which tests coverage measures, because measuring makes a test take half as much time again.

Tests that are not measured run lines that other tests run as well. So the share of covered lines can only be
reported too low, never too high.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage

from tests.environment import ROOT
from tests.runs import DECIDED_BY_DATABASE
from tests.serving import DATABASE

#: Modules and folders of tests that are not measured, each with what measures the same lines.
NOT_MEASURED = {
    "tests/fuzz/": "the tests of each reader and each form",
    "tests/load/": "the tests of each act; and a site that is measured answers late",
    "tests/newsroom/config/test_crawl.py": "the tests of each page, and who may see it",
    "tests/newsroom/config/test_headers.py": "the tests of each page, and who may see it",
    "tests/newsroom/config/test_hostile.py": "the tests of each page, and who may see it",
    "tests/shape/": "these tests read the code and do not run it",
}


@contextmanager
def paused() -> Iterator[None]:
    """Measure no coverage in the block.

    The function that Python calls for each line is taken away. `Coverage.stop()` is not used, because
    starting again takes longer than a test. Nothing happens if coverage is off, or if it needs no such
    function (from Python 3.14 on).
    """
    tracer = sys.gettrace()
    if tracer is None or Coverage.current() is None:
        yield
        return
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


def is_measured(module: str, database: str = DATABASE) -> bool:
    """Return whether the tests of a module, such as `tests/newsroom/test_roles.py`, are measured.

    On PostgreSQL these are the tests of what asks which database it runs on.
    """
    if database == "postgresql":
        return module.startswith(tuple(path_of_tests(each) for each in DECIDED_BY_DATABASE))
    return not module.startswith(tuple(NOT_MEASURED))


def path_of_tests(module: str) -> str:
    """Return the path of the tests of a module or a package: a file, or a folder with a slash at its end."""
    *rooms, name = module.split(".")
    if (ROOT / module.replace(".", "/")).is_dir():
        return "/".join(["tests", *rooms, name, ""])
    return "/".join(["tests", *rooms, f"test_{name}.py"])
