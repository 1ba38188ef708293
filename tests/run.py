"""Runs every test three times over what it can run on: SQLite, PostgreSQL, and Chromium; and shows the counts apart.

Where `CI` is set nothing may be skipped. Elsewhere what cannot run here is skipped aloud.
"""

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "var" / "reports"
POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
IN_CI = bool(os.environ.get("CI"))


@dataclass(frozen=True, slots=True)
class Leg:
    """One run of pytest: its name in the table, what it runs, and where."""

    name: str
    arguments: tuple[str, ...]
    environment: dict[str, str]


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    passed: int
    failed: int
    skipped: int
    note: str = ""


def main() -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    for old in (*ROOT.glob(".coverage*"), *REPORTS.glob("*.xml")):
        old.unlink()
    results = [run(Leg("SQLite", ("-m", "not browser"), {}))]
    if postgres_answers():
        # Pure tests know no database: running them twice would show nothing new.
        unpure = ("-m", "not browser", "--ignore=tests/newsroom/text", "--ignore=tests/annotations/logic")
        results.append(run(Leg("PostgreSQL", (*unpure, "--ignore=tests/shape"), {"DATABASE_URL": POSTGRES})))
    else:
        results.append(absent("PostgreSQL", f"no server answers at {POSTGRES}: set TEST_POSTGRES_URL"))
    chromium = find_chromium() or install_chromium()
    if chromium:
        results.append(run(Leg("Chromium", ("-m", "browser"), {"CHROMIUM": chromium})))
    else:
        results.append(absent("Chromium", "not found and could not be installed: set CHROMIUM to its path"))
    covered = coverage()
    print_table(results)
    return 0 if covered and not any(result.failed for result in results) else 1


def run(leg: Leg) -> Result:
    print(f"\n=== {leg.name} ===", flush=True)
    report = REPORTS / f"{leg.name.lower()}.xml"
    command = [sys.executable, "-m", "coverage", "run", "-m", "pytest", "-q", f"--junit-xml={report}", *leg.arguments]
    environment = {"DEBUG": "1", "NEWSROOM_VAR": str(ROOT / "var" / "tests"), **os.environ, **leg.environment}
    finished = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if not report.is_file():
        return Result(leg.name, 0, 1, 0, "pytest could not start")
    suite = next(ElementTree.parse(report).getroot().iter("testsuite"))  # noqa: S314  (pytest wrote it a moment ago)
    total, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    if finished.returncode and not failed:
        failed = 1
    if skipped and IN_CI:
        return Result(leg.name, total - skipped - failed, failed + skipped, 0, "skipped tests count as failed in CI")
    return Result(leg.name, total - failed - skipped, failed, skipped)


def absent(name: str, why: str) -> Result:
    """A leg that cannot run here: a failure in CI, else skipped, and said aloud."""
    return Result(name, 0, 1 if IN_CI else 0, 0, f"NOT RUN: {why}")


def postgres_answers() -> bool:
    import psycopg

    try:
        with psycopg.connect(POSTGRES, connect_timeout=5):
            return True
    except psycopg.OperationalError:
        return False


def find_chromium() -> str | None:
    """A Chromium on this machine: the one CHROMIUM names, an installed one, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named
    if found := next(filter(None, map(shutil.which, CHROMIUMS)), None):
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def install_chromium() -> str | None:
    """Install a Chromium where that is allowed: Debian's package as root, else Playwright's own."""
    print("No Chromium found: installing one.", flush=True)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=quiet)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find_chromium()


def coverage() -> bool:
    """Combine what all legs covered and hold it to the floor in pyproject.toml."""
    for arguments in (["combine", "--quiet"], ["report"]):
        if subprocess.run([sys.executable, "-m", "coverage", *arguments], cwd=ROOT, check=False).returncode:
            return False
    return True


def print_table(results: list[Result]) -> None:
    print(f"\n{'':12}{'passed':>8}{'failed':>8}{'skipped':>9}")
    for result in results:
        print(f"{result.name:12}{result.passed:8}{result.failed:8}{result.skipped:9}  {result.note}")
    print(f"{sum(r.passed for r in results)} passed, {sum(r.failed for r in results)} failed")


if __name__ == "__main__":
    sys.exit(main())
