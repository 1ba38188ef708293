"""Encode and pack the text of an export while it is written."""

import zlib
from collections.abc import Iterable, Iterator

#: The option of zlib that makes the format of gzip (RFC 1952), with the largest window.
_GZIP = 31


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
