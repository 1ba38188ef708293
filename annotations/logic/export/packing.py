"""Encode and pack what is exported while it is written."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator

#: The option of zlib that makes the format of gzip (RFC 1952), with the largest window.
_GZIP = 31
#: Every entry of an archive has this time, the first that ZIP knows. So the time of packing makes no
#: difference.
_TIME = (1980, 1, 1, 0, 0, 0)
#: The rights of a file that everybody may read, in the upper half of the field.
_RIGHTS = 0o644 << 16
_UNIX = 3


def encoded(parts: Iterable[str]) -> Iterator[bytes]:
    """Yield each part in UTF-8."""
    for part in parts:
        yield part.encode()


def gzipped(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the parts as one gzip file. It has no name and no time, so equal parts make equal files."""
    # Python's own module for gzip writes into a file, and this is sent part by part.
    packer = zlib.compressobj(wbits=_GZIP)
    for part in parts:
        packed = packer.compress(part)
        # The packer collects input until a block is full.
        if packed:
            yield packed
    yield packer.flush()


def archive_entry(name: str) -> zipfile.ZipInfo:
    """Return the description of a packed file in a ZIP archive. It is the same at any time, on any system."""
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _RIGHTS
    return entry
