"""Test the formats whose readers get the bytes of a file."""

import pytest

from newsroom.text.readers.parts import READER_OF_PARTS, format_of_parts


@pytest.mark.parametrize(
    ("raw", "name", "expected"),
    [
        (b"%PDF-1.4", "a.txt", "pdf"),
        (b"From: a@example.org\nSubject: Rain\nDate: x\n\nIt rained.", "a.eml", "email"),
        (rb"{\rtf1 It rained.}", "a.doc", "rtf"),
        (b"It rained.", "a.pdf", ""),
        (b"PK\x03\x04", "a.docx", ""),
        (b"", "", ""),
    ],
)
def test_a_format_is_known_by_the_bytes(raw, name, expected):
    assert format_of_parts(raw, name=name) == expected
    assert not expected or expected in READER_OF_PARTS
