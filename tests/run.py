"""Run the tests on SQLite, on PostgreSQL and in Chromium, and show the counts of each run.

`tests.runs` lists which tests run on what, and `tests.line_coverage` which of them coverage measures.

If `CI` is set, no test may be skipped, and coverage must reach its floor. Elsewhere, runs that are not
possible on this machine are left out, and the end of the output says so. Coverage is not measured there,
because measuring makes the tests take half as much time more. The list of the slowest tests comes after that.
"""

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.chromium import find_chromium, install_chromium
from tests.environment import DEFAULTS, ROOT
from tests.html_validate import find_html_validate, install_html_validate
from tests.runs import DECIDED_BY_DATABASE, NEEDS_POSTGRESQL, ON_POSTGRESQL
from tests.serving import POSTGRES, SERVING

REPORTS = ROOT / "var" / "reports"
IN_CI = bool(os.environ.get("CI"))
#: The options of coverage. The run on SQLite measures both packages, including modules that it never imports.
BOTH_PACKAGES = "--source=newsroom,annotations"

#: If this is set, Python compiles every module again in every process: the workers, and what tests start.
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"

#: How many of the slowest tests are named at the end.
SLOWEST = 10
# An idle worker takes tests from the others, because the long tests are in a few modules.
IN_PARALLEL = ("-n", "auto", "--maxprocesses=4", "--dist=worksteal")


@dataclass(frozen=True, slots=True)
class Result:
    """The counts of one run. `absent` says why it could not take place and how to make it possible."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    note: str = ""
    absent: str = ""


def main() -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    for old in (*ROOT.glob(".coverage*"), *REPORTS.glob("*.xml")):
        old.unlink()
    results = [on_sqlite(), on_postgresql(), in_chromium()]
    covered = not IN_CI or coverage()
    print_table(results)
    print_slowest(REPORTS.glob("*.xml"))
    failed = any(result.failed for result in results)
    return int(failed or not covered)


def on_sqlite() -> Result:
    elsewhere = (f"--deselect={path}" for path in NEEDS_POSTGRESQL)
    return run("SQLite", "-m", "not browser", *IN_PARALLEL, *elsewhere, measured=BOTH_PACKAGES)


def on_postgresql() -> Result:
    if not postgres_answers():
        parts = urlsplit(POSTGRES)
        server = f"{parts.hostname}:{parts.port or 5432}"
        why = f"no server answers at {server}; set TEST_POSTGRES_URL to one that does"
        return absent("PostgreSQL", why)
    return run(
        "PostgreSQL",
        *IN_PARALLEL,
        *ON_POSTGRESQL,
        *NEEDS_POSTGRESQL,
        measured=f"--include={','.join(files_of(DECIDED_BY_DATABASE))}",
        DATABASE_URL=POSTGRES,
    )


def in_chromium() -> Result:
    chromium = find_chromium() or install_chromium()
    if not chromium:
        why = "none was found and none could be installed; install one or set CHROMIUM to its path"
        return absent("Chromium", why)
    validates = find_html_validate() or install_html_validate()
    # The other runs cover what pages do on the server.
    result = run("Chromium", "tests/browser", *IN_PARALLEL, CHROMIUM=chromium)
    if not validates and not result.note:
        note = "whether the pages are valid HTML was NOT tested: that takes node and npm"
        return replace(result, note=note)
    return result


def files_of(modules: Iterable[str]) -> Iterator[str]:
    """Yield the files of modules and packages as patterns for coverage.

    Coverage gets files and not modules, because it imports each module that is named to it several times.
    Then Django's classes exist twice, and an `isinstance` can fail in a test.
    """
    for module in modules:
        path = module.replace(".", "/")
        yield f"{path}.py"
        yield f"{path}/*"


def run(name: str, *arguments: str, measured: str = "", **variables: str) -> Result:
    """Run pytest once, print its output as it comes, and return the counts of its report.

    In CI coverage is measured. `measured` is its option that says which files it measures.
    """
    print(f"\n=== {name} ===", flush=True)
    report = REPORTS / f"{name.lower()}.xml"
    measuring = ["-m", "coverage", "run", measured] if IN_CI and measured else []
    command = [sys.executable, *measuring, "-m", "pytest", "-q", f"--junit-xml={report}", *arguments]
    own = {key: value for key, value in os.environ.items() if key not in {*SERVING, UNCOMPILED}}
    environment = {**own, **DEFAULTS, **variables}
    finished = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if not report.is_file():
        return Result(name, failed=1, note="pytest could not start")
    return counted(name, report.read_text(encoding="utf-8"), finished.returncode, nothing_skipped=IN_CI)


def counted(name: str, report: str, returncode: int, *, nothing_skipped: bool) -> Result:
    """Return the counts of a JUnit report. A run with a bad exit status has failed,
    whatever its report says.
    """
    counts = Counter[str]()
    for suite in ElementTree.fromstring(report).iter("testsuite"):  # noqa: S314  (pytest wrote it just now)
        for count in ("tests", "failures", "errors", "skipped"):
            counts[count] += int(suite.get(count, 0))
    total = counts["tests"]
    failed = counts["failures"] + counts["errors"]
    skipped = counts["skipped"]
    passed = max(0, total - failed - skipped)
    note = ""

    if nothing_skipped and skipped:
        failed += skipped
        skipped = 0
        note = "in CI a skipped test counts as failed"
    # pytest also ends badly when it found no test, or when something broke outside of all tests.
    if returncode and not failed:
        failed = 1
        note = f"pytest ended with {returncode}" if total else "no test was found"
    return Result(name, passed, failed, skipped, note)


def absent(name: str, why: str) -> Result:
    """Return the result of a run that is not possible on this machine. In CI it counts as one failure."""
    return Result(name, failed=1 if IN_CI else 0, absent=why)


def postgres_answers() -> bool:
    try:
        with psycopg.connect(POSTGRES, connect_timeout=5):
            return True
    except psycopg.OperationalError:
        return False


def coverage() -> bool:
    """Combine what the runs covered, and return whether it reaches the floor in pyproject.toml."""
    command = [sys.executable, "-m", "coverage"]
    subprocess.run([*command, "combine", "--quiet"], cwd=ROOT, check=False)
    report = subprocess.run([*command, "report"], cwd=ROOT, check=False)
    return report.returncode == 0


def print_table(results: list[Result]) -> None:
    print(f"\n{'':12}{'passed':>8}{'failed':>8}{'skipped':>9}")
    for result in results:
        counts = f"{result.passed:8}{result.failed:8}{result.skipped:9}"
        if result.absent:
            counts = "NOT RUN".rjust(len(counts))
        print(f"{result.name:12}{counts}  {result.note}".rstrip())
    for result in results:
        if result.absent:
            print(f"\n*** The tests on {result.name} did NOT run: {result.absent}. ***")
    if not IN_CI:
        print("\nCoverage was not measured: that takes CI=1.")
    passed = sum(result.passed for result in results)
    failed = sum(result.failed for result in results)
    print(f"\n{passed} passed, {failed} failed", flush=True)


def print_slowest(reports: Iterable[Path]) -> None:
    """Name the slowest tests of all runs, with the seconds of each, its set-up included."""
    cases = []
    for report in reports:
        for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314  (pytest wrote it just now)
            name = f"{case.get('classname')}::{case.get('name')}"
            cases.append((float(case.get("time", 0)), report.stem, name))
    print(f"\nThe slowest {SLOWEST} tests:")
    for seconds, run_name, name in sorted(cases, reverse=True)[:SLOWEST]:
        print(f"{seconds:6.1f} s  {run_name:12}{name[:120]}")


if __name__ == "__main__":
    sys.exit(main())
