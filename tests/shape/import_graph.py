"""Read which module imports which, and find circles among them."""

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.shape import tree
from tests.shape.python_source import imports


def module_of(path: Path) -> str:
    """Return the name by which a file is imported."""
    return tree.name(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    """Return the full names that a file imports, anywhere in it."""
    module = module_of(path)
    # A relative import in an `__init__.py` starts from its own package, not from the folder above it.
    base = f"{module}.__init__" if path.name == "__init__.py" else module
    return imports(path.read_text(encoding="utf-8"), module=base)


def graph_of(paths: Iterable[Path]) -> dict[str, set[str]]:
    """Return `{module: modules it imports}` of these files. Imports of other files are left out."""
    files = {module_of(path): path for path in paths}
    return {
        module: {target(name, files) for name in imports_of(path)} - {"", module}
        for module, path in files.items()
    }


def target(name: str, modules: Iterable[str]) -> str:
    """Return the module that holds an imported name: `a.b` for `a.b.function`, or an empty string if
    it is none of `modules`.
    """
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Return the modules of one circle in the order of their imports, or an empty list if there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []
