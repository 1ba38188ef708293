"""Read archives of the web (WARC, WACZ) from the disk, because they may be larger than other files.

The reader process runs these functions, because archives come from outside and may be harmful.
"""

from pathlib import Path

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.compilations.compiled import CompiledArticle
from newsroom.text.compilations.web_records import is_web_records, read_web_records

_MB = 2**20
#: The size of the largest archive of the web, in bytes. Most of it are pictures, which are not read.
LARGEST_WEB_ARCHIVE = 500 * _MB


def recorded_pages(path: str) -> list[CompiledArticle]:
    """Return the pages in the archive of the web at `path`.

    Raises `TooLarge` if the file is larger than `LARGEST_WEB_ARCHIVE`, `Unreadable` if it is none, and the
    errors of `read_web_records`.
    """
    if Path(path).stat().st_size > LARGEST_WEB_ARCHIVE:
        raise TooLarge(f"Larger than {LARGEST_WEB_ARCHIVE // _MB} MB: split it.")
    with Path(path).open("rb") as file:
        if not is_web_records(file):
            raise Unreadable("This is no WARC file and no WACZ package, or it is damaged.")
        return read_web_records(file)
