"""Make small files that no program would save."""

import io
import zipfile
from random import Random

NAMES = (
    "a.txt",
    "a.md",
    "a.html",
    "a.eml",
    "a.csv",
    "a.jsonl",
    "a.zip",
    "a.docx",
    "a",
    "..",
    "a\x1b.txt",
    "🌾.html",
)
_REPORT = b"Rain falls\n\nIt rained for hours in the city, two officials said on Friday."


def _archive() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a\n.txt", _REPORT)
        archive.writestr(".", b"x")
    return packed.getvalue()


CONTENTS = (
    b"",
    _REPORT,
    b"\xff\xfe" + _REPORT,
    b"<html><head><meta property=article:published_time content=0001-01-01></head><p>" + _REPORT,
    b"<div>" * 2_000 + _REPORT,
    b"Date: 1 Jan 999999999999\nSubject: =?x?q?\xff?=\n\n" + _REPORT,
    b'{"text": "' + _REPORT.replace(b"\n", b"\\n") + b'", "published_at": "9999-12-31"}\n[]\n{"text": 1}\n',
    b'text,title,published_at\n"Rain, said he",,0001-01-01\n=1+1,\n',
    _archive(),
)


class NamedBytes(io.BytesIO):
    """A file with the name under which it is sent. Django's own class for uploads would
    refuse some of the names.
    """

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(content)
        self.name = name


def odd_file(dice: Random) -> NamedBytes:
    """Return a file whose name may not fit its content. In some files a few bytes are changed."""
    content = bytearray(dice.choice(CONTENTS))
    if content and dice.random() < 0.5:
        for _ in range(dice.randint(1, 5)):
            content[dice.randrange(len(content))] = dice.randrange(256)
    return NamedBytes(dice.choice(NAMES), bytes(content))
