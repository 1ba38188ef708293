"""Write a file so that readers see either all of its new content or none of it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Return a context that gives a file to write, which replaces the one at `path` at the end.

    The old file is replaced only when everything is on disk, so readers see the old file until then. It stays
    as it was if the block raises an error. An existing file keeps its permissions. A new file gets
    the default permissions of the process.
    """
    with tempfile.NamedTemporaryFile(
        "wb",
        # The temporary file is in the same folder, because a file can be replaced in one step only within one
        # file system.
        dir=path.parent,
        prefix=f".{path.name}.",
        delete=False,
    ) as file:
        temporary = Path(file.name)
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(_permissions(path))
            temporary.replace(path)
        finally:
            # After success, the temporary file has its new name already.
            temporary.unlink(missing_ok=True)


def _permissions(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    # The mask of the process cannot be read without setting it.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
