"""Unpack what servers sent packed (`Content-Encoding` of HTTP): gzip, deflate, br and zstd."""

import zlib
from collections.abc import Callable, Mapping

import brotli
import zstandard

#: The ways in which zlib reads the content codings of HTTP: with any header, and without one.
_WITH_HEADER, _WITHOUT_HEADER = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
#: The first bytes of each member of gzip.
_MEMBER = b"\x1f\x8b"
#: How many bytes zlib and zstd get at a time. They copy the rest of them at the end of each member or frame,
#: however short.
_PIECE = 4_096
#: How much of what is already unpacked a page of zstd may refer to, in bytes. Browsers allow 8 MB (RFC 9659).
_LARGEST_WINDOW = 2**27


def unpacked(body: bytes, coding: str, most: int) -> bytes | None:
    """Return the bytes that `body` holds in `coding`, such as `br`: at most `most`, or a few more.

    Returns None if the coding is unknown, if `body` is not in it, or if `body` breaks off.
    """
    unpack = _UNPACK.get(coding)
    if unpack is None:
        return None
    if not body:
        # Servers may send no bytes at all for an empty page.
        return b""
    return unpack(body, most)


def _from_zlib(body: bytes, most: int) -> bytes | None:
    page = _inflated(body, most, _WITH_HEADER)
    if page is not None:
        return page
    return _inflated(body, most, _WITHOUT_HEADER)


def _inflated(body: bytes, most: int, window_bits: int) -> bytes | None:
    """Return what `body` holds, of which gzip may pack several members one behind the other (RFC 1952).

    Returns None if a member is not packed so, or breaks off. What follows the last member is left out.
    """
    decompressor = zlib.decompressobj(window_bits)
    parts: list[bytes] = []
    length = 0
    position = 0
    while length < most:
        piece = body[position : position + _PIECE]
        if not piece:
            return None
        try:
            part = decompressor.decompress(piece, most - length)
        except zlib.error:
            return None
        parts.append(part)
        length += len(part)
        position += len(piece) - len(decompressor.unused_data)
        if decompressor.eof:
            if not body.startswith(_MEMBER, position):
                break
            decompressor = zlib.decompressobj(window_bits)
    return b"".join(parts)


def _from_brotli(body: bytes, most: int) -> bytes | None:
    decompressor = brotli.Decompressor()
    parts: list[bytes] = []
    length = 0
    piece = body
    try:
        while length < most and not decompressor.is_finished():
            part: bytes = decompressor.process(piece, output_buffer_limit=most - length)
            piece = b""
            if not part and decompressor.can_accept_more_data():
                # It waits for more, and there is no more.
                return None
            parts.append(part)
            length += len(part)
    except brotli.error:
        return None
    return b"".join(parts)


def _from_zstd(body: bytes, most: int) -> bytes | None:
    decompressor = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    try:
        page = decompressor.stream_reader(body, read_across_frames=True).read(most)
        if len(page) < most and not _is_whole_zstd(decompressor, body):
            return None
    except zstandard.ZstdError:
        return None
    return page


def _is_whole_zstd(decompressor: zstandard.ZstdDecompressor, body: bytes) -> bool:
    """Return whether the last frame of `body` is complete. Call this only if the unpacked size is known to be
    small.

    The time is linear in the length of `body`, even if it has many short frames.
    """
    frame = decompressor.decompressobj()
    position = 0
    while position < len(body):
        if frame.eof:
            frame = decompressor.decompressobj()
        piece = body[position : position + _PIECE]
        frame.decompress(piece)
        position += len(piece) - len(frame.unused_data)
    return frame.eof


_UNPACK: Mapping[str, Callable[[bytes, int], bytes | None]] = {
    "gzip": _from_zlib,
    "x-gzip": _from_zlib,
    "deflate": _from_zlib,
    "br": _from_brotli,
    "zstd": _from_zstd,
}
