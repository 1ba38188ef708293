"""Make Word documents for tests, and read them."""

import io
import struct
import zipfile

import docx

from newsroom.text.pipeline import draft_of
from newsroom.text.readers import docx as reader

BODY = "The foreign minister left the meeting before the others had spoken, two witnesses said on Friday."


def document(*paragraphs):
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    return made


def raw(made):
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def repacked(packed, part, change):
    """Return the package with one part replaced by `change(bytes)`."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == part else content)
    return file.getvalue()


def pieces(made):
    return draft_of(reader.read_docx(raw(made))).pieces


def with_far_entry(packed):
    """Return a ZIP archive of one entry that is said to begin at byte 2**63, further than a file can be."""
    raw = bytearray(packed)
    entry, end = raw.index(b"PK\x01\x02"), raw.index(b"PK\x05\x06")
    name_length = int.from_bytes(raw[entry + 28 : entry + 30], "little")
    # APPNOTE.TXT of ZIP, 4.3.12 and 4.5.3: the place stands in the extra field of ZIP64.
    place = struct.pack("<HHQ", 1, 8, 2**63)
    raw[entry + 42 : entry + 46] = b"\xff" * 4
    raw[entry + 30 : entry + 32] = struct.pack("<H", len(place))
    raw[end + 12 : end + 16] = struct.pack("<L", end - entry + len(place))
    behind_name = entry + 46 + name_length
    raw[behind_name:behind_name] = place
    return bytes(raw)
