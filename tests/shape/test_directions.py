"""Test what the pure packages may import, and what no module may do.

`test_layers` tests which layer may import which.
"""

import re
import subprocess
import sys

import pytest

from tests.shape import tree
from tests.shape.import_graph import imports_of, module_of
from tests.shape.python_source import blanket_catches, reaches_outside, within

PURE = ("newsroom/text", "annotations/logic")
PURE_MAY_KNOW = {
    "newsroom/text": ("newsroom.text", "newsroom.errors"),
    "annotations/logic": ("annotations.logic", "newsroom.text", "newsroom.errors"),
}


def offenders(paths, wrong):
    """Return `{file: what is wrong in it}` for the files in which `wrong` finds something."""
    return {tree.name(path): sorted(found) for path in paths if (found := wrong(path))}


@pytest.mark.parametrize("folder", PURE)
def test_a_pure_package_does_no_io_and_knows_only_what_is_pure(folder):
    def wrong(path):
        own = {name for name in imports_of(path) if within(name, "newsroom", "annotations")}
        strange = {name for name in own if not within(name, *PURE_MAY_KNOW[folder])}
        django = {name for name in imports_of(path) if within(name, "django")}
        return strange | django | reaches_outside(path.read_text(encoding="utf-8"))

    assert offenders(tree.modules(folder), wrong) == {}


def test_the_pure_packages_run_without_django():
    importing = [f"import {module_of(path)}" for path in tree.modules(*PURE)]
    telling = "print(sorted(name for name in sys.modules if name.split('.')[0] == 'django'))"
    program = "\n".join([*importing, "import sys", telling])
    shown = subprocess.run(
        [sys.executable, "-c", program], cwd=tree.ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "[]"


def test_bleach_is_known_in_one_place():
    ours = tree.modules("newsroom", "annotations")
    assert [tree.name(p) for p in ours if any(within(i, "bleach") for i in imports_of(p))] == [
        "newsroom/presentation/markdown.py"
    ]


def test_nothing_catches_whatever_comes():
    """The exception is the process that reads foreign formats, which must survive any error of one source."""
    paths = {*tree.modules("newsroom", "annotations", "tests"), tree.ROOT / "manage.py"}
    paths.remove(tree.ROOT / "newsroom" / "reading" / "worker.py")
    assert offenders(paths, lambda path: blanket_catches(path.read_text(encoding="utf-8"))) == {}


def test_commands_write_in_one_way():
    """Commands write through `LineCommand`. The only exception is the export,
    whose rows are for a program.
    """
    paths = set(tree.modules("newsroom/management", "annotations/management"))
    paths.remove(tree.ROOT / "newsroom" / "management" / "line_command.py")
    own = re.compile(r"std(?:out|err)\.(?:buffer\.)?write|print\(|tqdm\.write|\bBaseCommand\b")
    wrong = {tree.name(path): own.findall(path.read_text(encoding="utf-8")) for path in paths}
    assert {name: ways for name, ways in wrong.items() if ways} == {
        "annotations/management/commands/export.py": ["stdout.buffer.write"]
    }
