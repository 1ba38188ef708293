"""The files of the project: what stands in the checkout and is not ignored. Needs no git."""

from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def ignored() -> tuple[str, ...]:
    """The patterns of .gitignore, without their slashes."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (".git", *(line.strip("/") for line in lines if line and not line.startswith("#")))


def is_ignored(path: Path) -> bool:
    return any(fnmatch(part, pattern) for part in path.relative_to(ROOT).parts for pattern in ignored())


@cache
def top() -> tuple[str, ...]:
    return tuple(sorted(path.name for path in ROOT.iterdir() if not is_ignored(path)))


@cache
def files(*suffixes: str, under: str = "") -> tuple[Path, ...]:
    """Every file of the project under a folder, sorted; with suffixes (`.py`), those only."""
    start = ROOT / under
    if not under:
        found = (path for name in top() for path in (ROOT / name, *(ROOT / name).rglob("*")))
    else:
        found = iter(start.rglob("*"))
    kept = (path for path in found if path.is_file() and not is_ignored(path))
    return tuple(sorted(path for path in kept if not suffixes or path.suffix in suffixes))


def name(path: Path) -> str:
    """The path as people write it: from the top of the project."""
    return path.relative_to(ROOT).as_posix()


def modules(*folders: str) -> tuple[Path, ...]:
    """The Python modules under these folders, migrations left out (Django writes them)."""
    return tuple(
        path for folder in folders for path in files(".py", under=folder) if "migrations" not in path.parts
    )
