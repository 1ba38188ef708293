"""Writing files that are either whole or not there."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, parts: Iterable[str]) -> None:
    """Write `parts` (UTF-8, newlines as they are) to `path`, which changes only once everything is on disk.

    It keeps the rights it had; a new file has those that the process gives to any.
    """
    with tempfile.NamedTemporaryFile(
        "w", dir=path.parent, prefix=f".{path.name}.", encoding="utf-8", newline="", delete=False
    ) as file:
        whole = Path(file.name)
        try:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
            whole.chmod(_mode(path))
            whole.replace(path)
        finally:
            # Gone already where all went well.
            whole.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    # There is no way to read it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
