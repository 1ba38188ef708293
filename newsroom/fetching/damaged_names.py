"""Find file names in a ZIP archive that are marked as UTF-8 but are not valid UTF-8.

Python's `zipfile` refuses a whole archive because of one such name. Here the UTF-8 flag of the name is
removed, so that the other files can be read. The layout is that of APPNOTE.TXT of ZIP, 4.3 and 4.4.4
(https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
"""

import mmap
import struct

#: The record at the end of the directory (4.3.16), with the offset of the size and the start of the
#: directory.
_END = b"PK\x05\x06"
_END_SIZE = 22
_SIZE_AND_START = struct.Struct("<LL")
_SIZE_AND_START_AT = 12
#: A header of the directory (4.3.12), with the offsets of its flags and of the lengths of its name, extra
#: field and comment.
_HEADER = b"PK\x01\x02"
_HEADER_SIZE = 46
_FLAGS_AT = 8
_FLAGS = struct.Struct("<H")
_LENGTHS = struct.Struct("<HHH")
_LENGTHS_AT = 28
#: The flag for a name in UTF-8. Without it, names are in this old charset.
_IS_UTF8 = 0x800
_OLD_CHARSET = "cp437"


class ArchiveMapping(mmap.mmap):
    """An archive on disk that is mapped into memory.

    With `ACCESS_COPY`, changes of the memory do not change the file. `zipfile` needs the method `seekable`,
    which `mmap` lacks before Python 3.13.
    """

    def seekable(self) -> bool:
        return True


def take_back_claims(archive: bytearray | ArchiveMapping) -> dict[str, str]:
    """Remove the UTF-8 flag, in place, from each file name that is not valid UTF-8.

    Returns these names as {name as `zipfile` reads it without the flag: readable part of the name}. Returns
    an empty dictionary and changes nothing if there is no such name, or if the archive is damaged in other
    ways or larger than 4 GB.
    """
    damaged: dict[str, str] = {}
    end = archive.rfind(_END)
    if end < 0 or end + _END_SIZE > len(archive):
        return damaged

    size, _ = _SIZE_AND_START.unpack_from(archive, end + _SIZE_AND_START_AT)
    # Other bytes may precede the archive, so the stated start may be wrong. The size is used instead, because
    # the directory ends where its end record begins.
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
