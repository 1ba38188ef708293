"""Names in a ZIP archive that are not in UTF-8 although they say so.

The library that reads archives refuses a whole archive for one such name. Here the names are found and their
claim is taken back, so that the other files can be read. The layout is that of APPNOTE.TXT of ZIP, 4.3 and
4.4.4 (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
"""

import mmap
import struct

#: The end of the directory (4.3.16): at these places it states the size and the start of the directory.
_END = b"PK\x05\x06"
_END_SIZE = 22
_SIZE_AND_START = struct.Struct("<LL")
_SIZE_AND_START_AT = 12
#: A header of the directory (4.3.12): its flags, and the lengths of its name, extra field and comment.
_HEADER = b"PK\x01\x02"
_HEADER_SIZE = 46
_FLAGS_AT = 8
_FLAGS = struct.Struct("<H")
_LENGTHS = struct.Struct("<HHH")
_LENGTHS_AT = 28
#: The flag that a name is in UTF-8. Without it, names are in this charset.
_IS_UTF8 = 0x800
_OLD_CHARSET = "cp437"


class ArchiveMapping(mmap.mmap):
    """A file of which the memory can be changed and the bytes on the disk stay."""

    def seekable(self) -> bool:
        return True


def take_back_claims(archive: bytearray | ArchiveMapping) -> dict[str, str]:
    """Take back the claim of each name that it is in UTF-8, if it is not.

    Returns the names as they are read from now on, each with what of it can be read. An archive that is
    damaged in other ways, or larger than 4 GB, is left as it is.
    """
    damaged: dict[str, str] = {}
    end = archive.rfind(_END)
    if end < 0 or end + _END_SIZE > len(archive):
        return damaged

    size, _ = _SIZE_AND_START.unpack_from(archive, end + _SIZE_AND_START_AT)
    # Something may stand before the archive, so the stated start may be wrong: the directory ends at its end.
    header = end - size
    while 0 <= header <= end - _HEADER_SIZE and archive[header : header + 4] == _HEADER:
        name_length, extra, comment = _LENGTHS.unpack_from(archive, header + _LENGTHS_AT)
        name_at = header + _HEADER_SIZE
        name = bytes(archive[name_at : name_at + name_length])
        (flags,) = _FLAGS.unpack_from(archive, header + _FLAGS_AT)
        if flags & _IS_UTF8 and not _is_utf8(name):
            _FLAGS.pack_into(archive, header + _FLAGS_AT, flags & ~_IS_UTF8)
            damaged[name.decode(_OLD_CHARSET)] = name.decode("utf-8", "replace")
        header = name_at + name_length + extra + comment
    return damaged


def _is_utf8(name: bytes) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True
