"""Show which small changes of the code no test notices: `python -m tests.mutants [MODULE...]`.

A mutant is a module with one change: another limit, another comparison, a negated condition. cosmic-ray
makes one after the other in a copy of the tree, and runs the tests that `tests/mutants.toml` names for
the module. A mutant that passes all of them has survived: either a rule has no test, or the change makes
no difference. MODULE is a path of that table, or the beginning of several paths; by default all are
tried, which takes hours.

The survivors are listed in `var/mutants/survivors.txt`. A run that was stopped continues where it stopped, as
long as the module and the tests are the same.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult

from tests.environment import ROOT

FOLDER = ROOT / "var" / "mutants"
TREE = FOLDER / "tree"
SURVIVORS = FOLDER / "survivors.txt"
TABLE = ROOT / "tests" / "mutants.toml"


@dataclass(frozen=True, slots=True)
class Trial:
    """A module to change, and the tests that should notice the changes."""

    module: str
    tests: tuple[str, ...]

    @property
    def session(self) -> Path:
        """Return the file that holds the results. Its name changes with the content of the
        module and of its tests.

        The content is read from the copy of the tree, because people may continue to
        work while the mutants run.
        """
        content = hashlib.sha256()
        for name in (self.module, *self.tests):
            for path in _python_files(TREE / name):
                content.update(path.read_bytes())
        return FOLDER / f"{self.module.replace('/', '.')}-{content.hexdigest()[:12]}.sqlite"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    wanted = tuple(parser.parse_args(arguments).modules)

    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    trials = [Trial(module, tuple(tests)) for module, tests in table["modules"].items()]
    if wanted:
        trials = [trial for trial in trials if trial.module.startswith(wanted)]
    if not trials:
        parser.error("No module of tests/mutants.toml begins so.")

    _copy_tree()
    with SURVIVORS.open("w", encoding="utf-8") as report:
        for trial in trials:
            _run(trial, table)
            mutants, survivors = _results(trial)
            print(f"{trial.module}: {mutants} mutants, {len(survivors)} survive", flush=True)
            report.write(f"{trial.module}: {len(survivors)} of {mutants} survive\n\n")
            report.writelines(f"{diff}\n\n" for diff in survivors)
    print(f"Listed in {SURVIVORS.relative_to(ROOT)}.")
    return 0


def _copy_tree() -> None:
    """Copy all files that git tracks or would track, because the modules are changed in place."""
    shutil.rmtree(TREE, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        source, target = ROOT / name, TREE / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def _run(trial: Trial, table: dict[str, object]) -> None:
    """Try every mutant of the module that was not tried yet.

    Raises `CalledProcessError` if its tests fail without a mutant.
    """
    config = FOLDER / "config.toml"
    config.write_text(_config(trial, table), encoding="utf-8")
    if not trial.session.exists():
        _call("cosmic-ray", "init", str(config), str(trial.session))
        _call("cr-filter-operators", str(trial.session), str(config))
        _leave_untouched(trial, table["untouched"])
    _call("cosmic-ray", "baseline", str(config))
    _call("cosmic-ray", "exec", str(config), str(trial.session))


def _leave_untouched(trial: Trial, beginnings: object) -> None:
    """Skip the mutants of lines that begin with one of these strings."""
    assert isinstance(beginnings, list)
    lines = (TREE / trial.module).read_text(encoding="utf-8").splitlines()
    with use_db(str(trial.session), WorkDB.Mode.open) as session:
        for item in list(session.pending_work_items):
            line, _ = item.mutations[0].start_pos
            if lines[line - 1].lstrip().startswith(tuple(beginnings)):
                session.set_result(item.job_id, WorkResult(worker_outcome=WorkerOutcome.SKIPPED))


def _config(trial: Trial, table: dict[str, object]) -> str:
    """Return the configuration of cosmic-ray in TOML. A string of JSON is also a string of TOML."""
    tests = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *trial.tests]
    replacements = table["replacements"]
    assert isinstance(replacements, list)
    others = f"core/Replace(Binary|Comparison)Operator_(?!({'|'.join(replacements)})$)"
    return (
        "[cosmic-ray]\n"
        f"module-path = {json.dumps(trial.module)}\n"
        f"timeout = {table['timeout']}\n"
        f"test-command = {json.dumps(' '.join(tests))}\n"
        "excluded-modules = []\n"
        "[cosmic-ray.distributor]\n"
        'name = "local"\n'
        "[cosmic-ray.filters.operators-filter]\n"
        f"exclude-operators = [{json.dumps(others)}]\n"
    )


def _call(program: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(program)), *arguments], cwd=TREE, check=True)


def _results(trial: Trial) -> tuple[int, list[str]]:
    """Return how many mutants were tried, and the diffs of those that survived, in
    the order of the module.
    """
    tried = 0
    survivors: list[tuple[tuple[int, int], str]] = []
    with use_db(str(trial.session), WorkDB.Mode.open) as session:
        for item, result in session.completed_work_items:
            if result.test_outcome is None:
                continue
            tried += 1
            if result.test_outcome is TestOutcome.SURVIVED:
                survivors.append((item.mutations[0].start_pos, result.diff or ""))
    return tried, [diff for _, diff in sorted(survivors)]


def _python_files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(path.rglob("*.py"))
    else:
        yield path


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
