"""Who may import whom."""

import subprocess
import sys

import pytest

from tests.shape import tree
from tests.shape.python_source import blanket_catches, imports, reaches_outside, strings, within, writes

PURE = ("newsroom/text", "annotations/logic")
PURE_MAY_KNOW = {
    "newsroom/text": ("newsroom.text", "newsroom.errors"),
    "annotations/logic": ("annotations.logic", "newsroom.text", "newsroom.errors"),
}
# A layer, and what lies above it: reading knows no writing, writing knows no pages.
ABOVE = {
    "models": ("actions", "queries", "forms", "views", "admin"),
    "queries": ("actions", "forms", "views", "admin"),
    "actions": ("forms", "views", "admin"),
    "forms": ("views", "admin"),
}


def imports_of(path):
    module = tree.name(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    own = f"{module}.__init__" if path.name == "__init__.py" else module
    return imports(path.read_text(encoding="utf-8"), module=own)


def offenders(paths, wrong):
    """`{file: what is wrong in it}`, for the files where something is."""
    return {tree.name(path): sorted(found) for path in paths if (found := wrong(path))}


def test_newsroom_knows_nothing_of_annotations():
    def wrong(path):
        named = imports_of(path) | strings(path.read_text(encoding="utf-8"))
        return {name for name in named if within(name, "annotations")}

    below = [path for path in tree.modules("newsroom") if "config" not in path.relative_to(tree.ROOT).parts]
    assert offenders(below, wrong) == {}


@pytest.mark.parametrize("folder", PURE)
def test_a_pure_package_does_no_io_and_knows_only_what_is_pure(folder):
    def wrong(path):
        own = {name for name in imports_of(path) if within(name, "newsroom", "annotations")}
        strange = {name for name in own if not within(name, *PURE_MAY_KNOW[folder])}
        django = {name for name in imports_of(path) if within(name, "django")}
        return strange | django | reaches_outside(path.read_text(encoding="utf-8"))

    assert offenders(tree.modules(folder), wrong) == {}


def test_the_pure_packages_run_without_django():
    names = [tree.name(path).removesuffix(".py").replace("/", ".") for path in tree.modules(*PURE)]
    importing = "\n".join(f"import {name.removesuffix('.__init__')}" for name in names)
    program = f"{importing}\nimport sys\nprint(sorted(name for name in sys.modules if name.split('.')[0] == 'django'))"
    shown = subprocess.run(
        [sys.executable, "-c", program], cwd=tree.ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "[]"


def test_bleach_is_known_in_one_place():
    ours = tree.modules("newsroom", "annotations")
    assert [tree.name(p) for p in ours if any(within(i, "bleach") for i in imports_of(p))] == [
        "newsroom/presentation/markdown.py"
    ]


@pytest.mark.parametrize("package", ["newsroom", "annotations"])
@pytest.mark.parametrize("layer", ABOVE)
def test_a_layer_knows_nothing_of_what_lies_above_it(package, layer):
    above = [f"{app}.{name}" for app in ("newsroom", "annotations") for name in ABOVE[layer]]
    paths = [*tree.modules(f"{package}/{layer}"), *tree.files(".py", under=package)]
    own = [
        path for path in paths if tree.name(path).startswith((f"{package}/{layer}/", f"{package}/{layer}.py"))
    ]
    assert offenders(own, lambda path: {name for name in imports_of(path) if within(name, *above)}) == {}


def test_only_actions_write_rows():
    shell = (
        "views",
        "forms",
        "queries",
        "commands",
        "templatetags",
        "admin.py",
        "queries.py",
        "forms.py",
        "admin",
    )
    paths = [
        path
        for path in tree.modules("newsroom", "annotations")
        if set(shell) & set(path.relative_to(tree.ROOT).parts)
    ]
    assert offenders(paths, lambda path: writes(path.read_text(encoding="utf-8"))) == {}


def test_nothing_catches_whatever_comes():
    paths = (*tree.modules("newsroom", "annotations", "tests"), tree.ROOT / "manage.py")
    assert offenders(paths, lambda path: blanket_catches(path.read_text(encoding="utf-8"))) == {}
