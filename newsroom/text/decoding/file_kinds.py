"""Recognise files that are not text by their first bytes."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC_NUMBERS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (_OLD_OFFICE, "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "a PostScript file"),
    (b"OggS", "a sound recording"),
    (b"ID3\x03", "a sound recording"),
    (b"ID3\x04", "a sound recording"),
)


#: The name of a part that each message of Outlook has and other old office documents have not, in UTF-16.
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")


def is_outlook_message(raw: bytes, name: str = "") -> bool:
    """Return whether `raw`, the bytes of a file called `name`, is a message that Outlook saved (.msg).

    It must be an old office document that has the part which messages have, or whose name ends in `.msg`.
    """
    return raw.startswith(_OLD_OFFICE) and (_OUTLOOK in raw or name.lower().endswith(".msg"))


def kind_of_file(raw: bytes) -> str:
    """Return the kind of a file that is not text, such as `a PDF`.

    Returns an empty string if no kind is recognised.
    """
    for magic, kind in _MAGIC_NUMBERS:
        if raw.startswith(magic):
            return kind
    return ""
