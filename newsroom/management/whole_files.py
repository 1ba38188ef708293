"""Writing files that are either whole or not there."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, parts: Iterable[str]) -> None:
    """Write `parts` to `path` as UTF-8, with newlines as they are.

    The file at `path` changes only once everything is on disk, so whoever reads it meanwhile reads the old
    one. It keeps the permissions it had; a new file has those that the process gives to any file.
    """
    with tempfile.NamedTemporaryFile(
        "w",
        # Beside the file, because only within one file system a file is replaced at once.
        dir=path.parent,
        prefix=f".{path.name}.",
        encoding="utf-8",
        newline="",
        delete=False,
    ) as file:
        temporary = Path(file.name)
        try:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(_permissions(path))
            temporary.replace(path)
        finally:
            # If all went well, it has its new name already.
            temporary.unlink(missing_ok=True)


def _permissions(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    # The mask of the process cannot be read without setting it.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
