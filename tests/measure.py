"""Measure how dense the code is: `python -m tests.measure [PATH...]`, by default in both packages.

It prints a table: lines of code, tokens per line, ternaries and nested comprehensions per thousand lines,
comments per hundred lines, functions with more than ten branches, and the folder that holds the most
modules. A line of code is a line on which a token begins that is neither a comment nor part of a docstring.
Migrations are left out because Django writes them.
"""

import argparse
import ast
import io
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("newsroom", "annotations")
#: A function with more branches than this is counted as hard to read.
MOST_BRANCHES = 10
LAYOUT = {
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.match_case, ast.comprehension)


@dataclass(frozen=True, slots=True)
class Measure:
    """The counts of some modules."""

    lines: int
    tokens: int
    comments: int
    ternaries: int
    nested: int
    branchy: tuple[str, ...]
    siblings: tuple[str, int]

    @property
    def tokens_a_line(self) -> float:
        return self.tokens / self.lines

    @property
    def ternaries_a_thousand_lines(self) -> float:
        return 1_000 * self.ternaries / self.lines

    @property
    def nested_a_thousand_lines(self) -> float:
        return 1_000 * self.nested / self.lines

    @property
    def comments_a_hundred_lines(self) -> float:
        return 100 * self.comments / self.lines

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield each figure of the table, as (name, value)."""
        yield "lines of code", f"{self.lines:,}"
        yield "tokens a line", f"{self.tokens_a_line:.2f}"
        yield "ternaries per 1,000 lines", f"{self.ternaries_a_thousand_lines:.1f}"
        yield "nested comprehensions per 1,000 lines", f"{self.nested_a_thousand_lines:.1f}"
        yield "comments per 100 lines", f"{self.comments_a_hundred_lines:.1f}"
        yield f"functions with over {MOST_BRANCHES} branches", str(len(self.branchy))
        yield "most modules in one folder", f"{self.siblings[1]} ({self.siblings[0]})"


def measure(paths: Iterable[Path]) -> Measure:
    """Count the code in these Python files."""
    lines = tokens = comments = ternaries = nested = 0
    branchy: list[str] = []
    siblings: Counter[str] = Counter()
    for path in paths:
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        all_tokens = tokens_of(source)
        code = code_tokens(all_tokens, tree)
        lines += len({token.start[0] for token in code})
        tokens += len(code)
        comments += sum(token.type == tokenize.COMMENT for token in all_tokens)
        nodes = list(ast.walk(tree))
        ternaries += sum(isinstance(node, ast.IfExp) for node in nodes)
        nested += sum(is_nested(node) for node in nodes if isinstance(node, COMPREHENSIONS))
        functions = [node for node in nodes if isinstance(node, FUNCTIONS)]
        hard = [function.name for function in functions if branches(function) > MOST_BRANCHES]
        branchy += [f"{path.stem}.{name}" for name in hard]
        if path.name != "__init__.py":
            siblings[str(path.parent.relative_to(ROOT))] += 1
    return Measure(lines, tokens, comments, ternaries, nested, tuple(branchy), siblings.most_common(1)[0])


def tokens_of(source: str) -> list[tokenize.TokenInfo]:
    return list(tokenize.generate_tokens(io.StringIO(source).readline))


def code_tokens(all_tokens: Iterable[tokenize.TokenInfo], tree: ast.AST) -> list[tokenize.TokenInfo]:
    """Return the tokens of a module without comments, layout and docstrings."""
    documented = docstring_starts(tree)
    passed_over = {*LAYOUT, tokenize.COMMENT}
    return [token for token in all_tokens if token.type not in passed_over and token.start not in documented]


def docstring_starts(tree: ast.AST) -> set[tuple[int, int]]:
    """Return the places where docstrings begin, as (line, column)."""
    starts = set()
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Module, ast.ClassDef, *FUNCTIONS)) or not node.body:
            continue
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            starts.add((first.lineno, first.col_offset))
    return starts


def is_nested(node: ast.AST) -> bool:
    """Return whether a comprehension holds another one, or has two levels of `for`."""
    inner = (child for child in ast.walk(node) if child is not node)
    levels = len(node.generators) if isinstance(node, COMPREHENSIONS) else 0
    return levels > 1 or any(isinstance(child, COMPREHENSIONS) for child in inner)


def branches(function: ast.AST) -> int:
    """Return how many ways lead through a function beside the first. Each branch and
    each `and` or `or` adds one.
    """
    count = 0
    for node in ast.walk(function):
        if isinstance(node, BRANCHES):
            count += 1
        elif isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
    return count


def modules(folders: Iterable[str]) -> list[Path]:
    """Return the Python files under these folders, without migrations."""
    found: list[Path] = []
    for folder in folders:
        path = ROOT / folder
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return [path for path in found if "migrations" not in path.parts]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how densely the code is written.")
    parser.add_argument("paths", nargs="*", default=PACKAGES)
    parser.add_argument("--list", action="store_true", help="name the functions with too many branches")
    options = parser.parse_args()
    measured = measure(modules(options.paths))
    for name, value in measured.rows():
        print(f"{name:40}{value}")
    if options.list:
        print(*measured.branchy, sep="\n")


if __name__ == "__main__":
    main()
