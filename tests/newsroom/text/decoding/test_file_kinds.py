"""Test that files which are no text are recognised by their first bytes."""

import pytest

from newsroom.errors import Unreadable
from newsroom.text.decoding.decode import decode
from newsroom.text.decoding.file_kinds import is_outlook_message, kind_of_file


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


def test_a_message_of_outlook_is_told_from_other_old_office_documents():
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    message = old + "__properties_version1.0".encode("utf-16-le")
    assert is_outlook_message(message)
    assert not is_outlook_message(old + "WordDocument".encode("utf-16-le"))
    assert not is_outlook_message(message[1:])
    with pytest.raises(Unreadable, match=r"message of Outlook \(\.msg\)"):
        decode(message)
