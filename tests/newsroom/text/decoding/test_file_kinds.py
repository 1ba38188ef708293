"""Test that files which are no text are recognised by their first bytes."""

import pytest

from newsroom.text.decoding.file_kinds import kind_of_file


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"PDF files are described here.", ""),
        (b"", ""),
    ],
)
def test_a_file_is_known_by_the_bytes_it_begins_with(raw: bytes, kind: str) -> None:
    assert kind_of_file(raw) == kind
