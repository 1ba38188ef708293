"""Test Word documents of the kind “Strict Open XML”, and those that Word Online writes."""

import io
import zipfile

import docx
import pytest

from newsroom.text.pipeline import prepare
from newsroom.text.readers.docx import is_docx
from newsroom.text.readers.office.docx_strict import as_transitional


def word():
    document = docx.Document()
    document.add_heading("Rain", 1)
    document.add_paragraph("It rained for hours, ").add_run("two officials said.").bold = True
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def rewritten(raw, change):
    """Return the package `raw` with each part as `change` makes it from its name and its bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as package, zipfile.ZipFile(buffer, "w") as copy:
        for name in package.namelist():
            copy.writestr(*change(name, package.read(name)))
    return buffer.getvalue()


def strict(name, part):
    for room in (b"wordprocessingml", b"officeDocument", b"drawingml"):
        usual = b"http://schemas.openxmlformats.org/" + room + b"/2006/"
        part = part.replace(usual, b"http://purl.oclc.org/ooxml/" + room + b"/")
    return name, part


def online(name, part):
    return name.replace("document.xml", "document22.xml"), part.replace(b"document.xml", b"document22.xml")


@pytest.mark.parametrize("change", [strict, online])
def test_a_document_is_read_like_the_usual_one(change):
    raw = rewritten(word(), change)
    assert is_docx(raw)
    source, usual = prepare(raw, name="a.docx"), prepare(word(), name="a.docx")
    assert source.document == usual.document
    assert source.title == "Rain"


def test_the_usual_document_is_left_as_it_is():
    raw = word()
    assert as_transitional(raw) is raw
