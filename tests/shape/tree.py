"""List the files of the project: those in the checkout that are not ignored. It does not need git."""

from fnmatch import fnmatch
from functools import cache
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def ignored() -> tuple[str, ...]:
    """Return the patterns of .gitignore, without their slashes."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    patterns = [line.strip("/") for line in lines if line and not line.startswith("#")]
    return (".git", *patterns)


def is_ignored(path: Path) -> bool:
    """Return whether a file, or a folder that holds it, matches a pattern."""
    parts = path.relative_to(ROOT).parts
    return any(fnmatch(part, pattern) for part, pattern in product(parts, ignored()))


@cache
def top() -> tuple[str, ...]:
    names = [path.name for path in ROOT.iterdir() if not is_ignored(path)]
    return tuple(sorted(names))


@cache
def files(*suffixes: str, under: str = "") -> tuple[Path, ...]:
    """Return every file of the project under the folder `under`, sorted. With suffixes
    (`.py`), return only those.
    """
    # Ignored folders at the top, such as .venv, are not searched, because they hold many thousands of files.
    starts = [ROOT / under] if under else [ROOT / name for name in top()]
    paths: list[Path] = []
    for start in starts:
        paths.append(start)
        paths += start.rglob("*")

    kept = [path for path in paths if path.is_file() and not is_ignored(path)]
    if suffixes:
        kept = [path for path in kept if path.suffix in suffixes]
    return tuple(sorted(kept))


def name(path: Path) -> str:
    """Return the path relative to the top of the project."""
    return path.relative_to(ROOT).as_posix()


def modules(*folders: str) -> tuple[Path, ...]:
    """Return the Python modules under these folders, without migrations, because Django writes those."""
    paths: list[Path] = []
    for folder in folders:
        paths += files(".py", under=folder)
    return tuple(path for path in paths if "migrations" not in path.parts)
