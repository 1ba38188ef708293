"""Read what a Python module imports, catches and calls from its source."""

import ast
import re
from collections.abc import Iterator
from functools import cache

# Modules and calls that reach outside a pure function: files, network, processes, clock, random
# numbers, the machine.
OUTSIDE = {
    "asyncio", "glob", "http", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil",
    "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib.request",
    "urllib3", "warnings",
}  # fmt: skip
OUTWARD_CALLS = {"open", "print", "input", "breakpoint"}
OUTWARD_METHODS = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes"}
WRITES = {
    "save",
    "create",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "delete",
    "create_user",
}
MAKES_HTML = ("django.utils.html", "django.utils.safestring")
BLANKET = {"Exception", "BaseException"}

#: Words such as Told, Seen and Prepared at the end of a name. Feed and Need are nouns that only look so.
_PARTICIPLE = re.compile(
    r"(?:(?<!Fe)(?<!Ne)ed|Told|Given|Sought|Known|Found|Meant|Heard|Kept|Shown|Made|Seen|Taken|Held|Drawn|Sent)\Z"
)
_IMPORT = re.compile(r"\s*(from|import)\s")
_SET_ASIDE = re.compile(r"noqa(: ?[A-Z]+\d+(, ?[A-Z]+\d+)*)?|type: ignore(\[[\w,-]+\])?")


@cache
def _nodes(source: str) -> tuple[ast.AST, ...]:
    """Return all nodes of a module's syntax tree. They are cached, because many rules read each module."""
    return tuple(ast.walk(ast.parse(source)))


def imports(source: str, *, module: str = "") -> set[str]:
    """Return the full names that a module imports, anywhere in it.

    `from a import b` gives `a.b`, because b may be a module. `module` is the name of the importing module
    itself, with which relative imports start.
    """
    found: set[str] = set()
    for node in _nodes(source):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parent = ".".join(module.split(".")[: -node.level]) if node.level else ""
            start = ".".join(filter(None, (parent, node.module)))
            found.update(f"{start}.{alias.name}" for alias in node.names)
    return found


def within(name: str, *packages: str) -> bool:
    """Return whether a full name is one of these packages or lies in one of them."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def strings(source: str) -> set[str]:
    """Return every string literal, such as the `app.Model` that a foreign key names."""
    nodes = _nodes(source)
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def class_names(source: str) -> list[str]:
    """Return the names of the classes that a module defines, anywhere in it."""
    return [node.name for node in _nodes(source) if isinstance(node, ast.ClassDef)]


def early_returns_of_properties(source: str) -> list[str]:
    """Return the names of the property tests (`@given`) that return before their end.

    An example that does not fit would pass there, and nobody would see how many do. Inner functions may
    return.
    """
    names = []
    for node in _nodes(source):
        if isinstance(node, ast.FunctionDef) and _is_property(node):
            own = list(_own_nodes(node))
            if any(isinstance(inner, ast.Return) for inner in own):
                names.append(node.name)
    return names


def _is_property(function: ast.FunctionDef) -> bool:
    called = (decorator.func for decorator in function.decorator_list if isinstance(decorator, ast.Call))
    return any(isinstance(name, ast.Name) and name.id == "given" for name in called)


def _own_nodes(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Yield the nodes of a function that do not belong to a function inside it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.Lambda)):
            waiting += ast.iter_child_nodes(node)


def past_participles(source: str) -> list[str]:
    """Return the names of classes whose last word is a past participle, such as `Told` or `Prepared`.

    A type is called by a noun.
    """
    return [name for name in class_names(source) if _PARTICIPLE.search(name)]


def reaches_outside(source: str) -> set[str]:
    """Return what makes a module impure: imports of `OUTSIDE`, and calls that read,
    write, print or ask the clock.
    """
    found = {imported for imported in imports(source) if within(imported, *OUTSIDE)}
    for function in _called(source):
        if isinstance(function, ast.Name) and function.id in OUTWARD_CALLS:
            found.add(f"{function.id}()")
        elif isinstance(function, ast.Attribute) and function.attr in OUTWARD_METHODS:
            found.add(f".{function.attr}()")
    return found


def writes(source: str) -> set[str]:
    """Return the calls that write rows, such as `.save()` and `.objects.create()`. `form.save` counts too."""
    written = {f".{f.attr}()" for f in _called(source) if isinstance(f, ast.Attribute) and f.attr in WRITES}
    if any(_updates_rows(node) for node in _nodes(source)):
        written.add(".update()")
    return written


def paints(source: str) -> set[str]:
    """Return what a module imports in order to make HTML."""
    return {name for name in imports(source) if within(name, *MAKES_HTML)}


def unexplained_imports(source: str) -> list[int]:
    """Return the numbers of lines that import inside a function without a comment that gives the reason.

    The comment stands on the line of the import or above it.

    One comment explains all imports that follow each other.
    """
    lines = source.splitlines()
    unexplained = []
    for function in _nodes(source):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom) and not _explained(node, lines):
                unexplained.append(node.lineno)
    return sorted(set(unexplained))


def _explained(node: ast.Import | ast.ImportFrom, lines: list[str]) -> bool:
    own = "\n".join(lines[node.lineno - 1 : node.end_lineno])
    if _has_reason(own):
        return True
    above = node.lineno - 2
    # Imports that stand above share the comment of the first of them.
    while _IMPORT.match(lines[above]):
        if _has_reason(lines[above]):
            return True
        above -= 1
    return _has_reason(lines[above]) and lines[above].lstrip().startswith("#")


def _has_reason(text: str) -> bool:
    """Return whether the comment on a line says more than `noqa` or `type: ignore`."""
    _, _, comment = text.partition("#")
    return bool(re.search(r"[a-z]{2}", _SET_ASIDE.sub("", comment)))


def _updates_rows(node: ast.AST) -> bool:
    """Return whether the node is `rows.update(field=value)`. The update of a dictionary
    has a positional argument.
    """
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    return node.func.attr == "update" and not node.args and bool(node.keywords)


def blanket_catches(source: str) -> list[int]:
    """Return the lines that catch or suppress every exception."""
    lines = []
    for node in _nodes(source):
        caught: list[ast.expr] = []
        if isinstance(node, ast.ExceptHandler):
            if node.type is None:
                lines.append(node.lineno)
                continue
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        elif isinstance(node, ast.Call) and _last_name(node.func) == "suppress":
            caught = node.args
        if any(_last_name(expression) in BLANKET for expression in caught):
            lines.append(node.lineno)
    return lines


def _called(source: str) -> Iterator[ast.expr]:
    return (node.func for node in _nodes(source) if isinstance(node, ast.Call))


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
