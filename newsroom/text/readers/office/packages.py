"""Check the ZIP packages in which Office programs save documents and workbooks, before they are read."""

import io
import lzma
import zipfile
import zlib

from newsroom.errors import TooLarge, Unreadable

MAGIC = b"PK\x03\x04"
#: The largest size of all parts together after unpacking, in bytes.
LARGEST_UNPACKED = 100 * 1024 * 1024
#: The errors that reading a damaged or encrypted archive raises, whatever its compression.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    # The archive is encrypted, or its compression is unknown.
    RuntimeError,
    # The directory points before the file, claims a wrong charset, or lacks a name.
    OSError,
    ValueError,
    LookupError,
    # An offset is too large for the library.
    OverflowError,
)

_XML_ENDINGS = (".xml", ".rels")
#: How many bytes of a part are searched for a declaration of entities.
_LOOKED_AT = 4_096


def refuse_traps(
    raw: bytes,
    *,
    kind: str,
    remedy: str,
    largest_part: int,
) -> None:
    """Raise an error for a package that is too large or could harm the program that reads it.

    Raises `TooLarge` if it unpacks to too much, and `Unreadable` if it declares entities, is damaged or is
    encrypted. `kind` is a word for the file in the message, such as “Word document”, `remedy` is a sentence
    that says what to do, and `largest_part` limits each XML part, in bytes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            entries = package.infolist()
            xml_parts = [entry for entry in entries if entry.filename.endswith(_XML_ENDINGS)]
            unpacked = sum(entry.file_size for entry in entries)
            largest = max((entry.file_size for entry in xml_parts), default=0)
            if unpacked > LARGEST_UNPACKED or largest > largest_part:
                raise TooLarge(f"This {kind} unpacks to more than is read. {remedy}")
            if any(_declares_entities(package, entry) for entry in xml_parts):
                raise Unreadable(f"This {kind} declares entities, which may harm. {remedy}")
    except DAMAGED as error:
        raise Unreadable(f"This {kind} is damaged or encrypted. {remedy}") from error


def _declares_entities(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    # The whole part is read, because only then its check sum is compared.
    head = package.read(entry)[:_LOOKED_AT]
    # Without its NUL bytes, UTF-16 looks like ASCII.
    return b"<!DOCTYPE" in head.replace(b"\0", b"")
