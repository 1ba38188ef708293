"""Read the records of WARC files (ISO 28500), and the pages that servers answered in them.

A record that is damaged or shorter than it states is an error, so that no page is cut without notice.
"""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import IO, Any

from newsroom.errors import TooLarge
from newsroom.text.compilations.content_codings import unpacked

_MB = 2**20
#: The largest page, in bytes, packed and unpacked.
LARGEST_PAGE = 10 * _MB
VERSION = b"WARC/"
GZIP = b"\x1f\x8b"
#: The longest line of a head, and how much is skipped at once, in bytes.
_LONGEST_LINE, _PIECE = 2**16, 2**16
#: The most lines of a head.
_MOST_LINES = 500
#: Errors of the library for records that are damaged.
DAMAGED = (EOFError, OSError, ValueError, TypeError, zlib.error)
#: How much of a record is read, in bytes: enough for a page and the head of its answer.
_LONGEST_BLOCK = 2 * LARGEST_PAGE
_PAGES = frozenset({"response", "resource"})
_OK = "200"
#: How a body begins that a program has unpacked although it keeps the header.
_PLAIN_OPENINGS = (b"<", b"%PDF")
_NOT_PACKED = ("", "identity")


@dataclass(frozen=True, slots=True)
class RecordedPage:
    """An answer of a server with status 200: its address, its media type and charset, and its bytes.

    `recorded` is the time of the recording as the archive writes it. `packing` is the content coding if the
    bytes could not be unpacked, else empty.
    """

    address: str
    recorded: str
    kind: str
    charset: str
    raw: bytes
    packing: str = ""


def recorded_pages(file: IO[bytes]) -> Iterator[RecordedPage]:
    """Yield all answers with status 200 in a WARC file, pictures too.

    `file` is read from its present position, and may be packed with gzip. Raises one of `DAMAGED` if a record
    is damaged, and `TooLarge` for an answer larger than `LARGEST_PAGE`, unless it is a picture, a film or a
    sound.
    """
    buffered = io.BufferedReader(file)  # type: ignore[type-var]
    stream: Any = buffered
    if buffered.peek(len(GZIP)).startswith(GZIP):
        # A further buffer would read ahead, and a damaged record would take the one before with it.
        stream = gzip.GzipFile(fileobj=buffered)
    while line := _filled_line(stream):
        if not line.startswith(VERSION):
            raise ValueError("no record begins here")
        headers = _headers(stream)
        length = int(headers["Content-Length"])
        if headers["WARC-Type"] not in _PAGES:
            _skip(stream, length)
            continue
        # A picture or a film may be larger, and is passed over.
        block = stream.read(min(length, _LONGEST_BLOCK))
        _skip(stream, length - len(block))
        page = _page(headers, block)
        if page is not None:
            yield page


def _filled_line(stream: Any) -> bytes:
    """Return the next line that is not blank, or empty bytes at the end of the file."""
    line: bytes = stream.readline(_LONGEST_LINE)
    while line and not line.strip():
        line = stream.readline(_LONGEST_LINE)
    return line


def _headers(stream: Any) -> Message:
    """Read the header lines up to the blank line that ends them, and return them. Raises `EOFError` if there
    is no blank line.
    """
    lines: list[bytes] = []
    while len(lines) <= _MOST_LINES:
        line: bytes = stream.readline(_LONGEST_LINE)
        if not line.strip() and line:
            return message_from_bytes(b"".join(lines))
        if not line:
            break
        lines.append(line)
    raise EOFError("the head of the record breaks off")


def _skip(stream: Any, length: int) -> None:
    """Read `length` bytes of the stream and drop them. Raises `EOFError` if there are fewer."""
    while length > 0:
        piece = stream.read(min(length, _PIECE))
        if not piece:
            raise EOFError("the record breaks off")
        length -= len(piece)


def _page(headers: Message, block: bytes) -> RecordedPage | None:
    """Return the page in the block of a record, or None if the server answered with another status than 200.

    Raises `TooLarge` as `recorded_pages` does.
    """
    address = (headers["WARC-Target-URI"] or "").strip("<> ")
    body, own_headers = block, headers
    if headers["WARC-Type"] == "response":
        stream = io.BytesIO(block)
        status = stream.readline(_LONGEST_LINE).split()
        if len(status) < 2 or status[1].decode("latin-1") != _OK:  # noqa: PLR2004 - version and status
            return None
        own_headers = _headers(stream)
        body = stream.read()
    body, packing = _unpacked(_joined(body, own_headers), own_headers)
    kind = own_headers.get_content_type()
    if len(body) > LARGEST_PAGE and not kind.startswith(("image/", "video/", "audio/")):
        raise TooLarge(
            f"A file in this archive is larger than {LARGEST_PAGE // _MB} MB: {address[:200]}"
        )
    charset = (own_headers.get_param("charset") or "") if own_headers["Content-Type"] else ""
    return RecordedPage(address, headers["WARC-Date"] or "", kind, str(charset)[:40], body, packing)


def _joined(body: bytes, headers: Message) -> bytes:
    """Return a body that was sent in chunks as one piece, and any other body unchanged.

    Some programs join the chunks but keep the header, so a body without chunks is unchanged too.
    """
    if (headers["Transfer-Encoding"] or "").strip().lower() != "chunked":
        return body
    chunks: list[bytes] = []
    stream = io.BytesIO(body)
    while True:
        try:
            length = int(stream.readline(_LONGEST_LINE).partition(b";")[0], 16)
        except ValueError:
            return body
        if length <= 0:
            return b"".join(chunks)
        chunks.append(stream.read(length))
        stream.readline(_LONGEST_LINE)


def _unpacked(body: bytes, headers: Message) -> tuple[bytes, str]:
    """Return the unpacked body and an empty string, or, if it cannot be unpacked, the body and the name of
    its coding.

    Some programs unpack a body but keep the header; such a body is recognised by its beginning.
    """
    packing = (headers["Content-Encoding"] or "").strip().lower()
    if packing in _NOT_PACKED:
        return body, ""
    # One byte more than allowed shows that the page is too large.
    page = unpacked(body, packing, LARGEST_PAGE + 1)
    if page is not None:
        return page, ""
    opening = body.removeprefix(codecs.BOM_UTF8).lstrip()
    return body, "" if opening.startswith(_PLAIN_OPENINGS) else packing
