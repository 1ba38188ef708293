"""Unpack single files that are packed with gzip (RFC 1952).

The reader process runs this, because a small file may unpack to a huge one.
"""

import zlib

from newsroom.errors import TooLarge, Unreadable

_MB = 2**20
#: The first bytes of each file.
GZIP_MAGIC = b"\x1f\x8b"
#: Tells zlib to expect the header of gzip, with the largest window.
_GZIP = 16 + zlib.MAX_WBITS
#: The most parts of a file. Programs that pack in parts write one for each some kilobytes.
MOST_PARTS = 2_000
_DAMAGED = "This gzip archive is damaged: pack the file again, or unpack it first."


def unpack_gzip(packed: bytes, largest: int) -> bytes:
    """Return the unpacked bytes of a gzip file, which may consist of several parts.

    Raises `TooLarge` if they are more than `largest` bytes, and `Unreadable` if the file is damaged.
    """
    unpacked = bytearray()
    for _ in range(MOST_PARTS):
        part = zlib.decompressobj(_GZIP)
        try:
            # One byte more than allowed shows that the file is too large.
            unpacked += part.decompress(packed, largest + 1 - len(unpacked))
        except zlib.error as error:
            raise Unreadable(_DAMAGED) from error
        if len(unpacked) > largest:
            raise TooLarge(
                f"It unpacks to more than {largest // _MB} MB: unpack it first, and split it."
            )
        if not part.eof:
            raise Unreadable(_DAMAGED)
        # Zeros behind the last part only fill up a block of the medium.
        packed = part.unused_data.lstrip(b"\0")
        if not packed:
            return bytes(unpacked)
    raise Unreadable(_DAMAGED)
