"""Make Word documents for tests, and read them."""

import io
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
