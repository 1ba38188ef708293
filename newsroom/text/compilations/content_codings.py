"""Unpack what servers sent packed (`Content-Encoding` of HTTP): gzip, deflate, br and zstd."""

import zlib
from collections.abc import Callable, Mapping

import brotli
import zstandard

#: The ways in which zlib reads the content codings of HTTP: with any header, and without one.
_WITH_HEADER, _WITHOUT_HEADER = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
#: How much of what is already unpacked a page of zstd may refer to, in bytes. Browsers allow 8 MB (RFC 9659).
_LARGEST_WINDOW = 2**27


def unpacked(body: bytes, coding: str, most: int) -> bytes | None:
    """Return the bytes that `body` holds in `coding`, such as `br`: at most `most`, or a few more.

    Returns None if the coding is unknown, if `body` is not in it, or if `body` of br or zstd breaks off.
    """
    unpack = _UNPACK.get(coding)
    return None if unpack is None else unpack(body, most)


def _from_zlib(body: bytes, most: int) -> bytes | None:
    try:
        return zlib.decompressobj(_WITH_HEADER).decompress(body, most)
    except zlib.error:
        pass
    decompressor = zlib.decompressobj(_WITHOUT_HEADER)
    try:
        page = decompressor.decompress(body, most)
    except zlib.error:
        return None
    # Without a header, other bytes may look like the beginning of a packed page.
    return page if decompressor.eof or len(page) >= most else None


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
    """Return whether the last frame of `body` ends. Its size, unpacked, is known to be small."""
    rest = body
    while rest:
        frame = decompressor.decompressobj()
        frame.decompress(rest)
        if not frame.eof:
            return False
        rest = frame.unused_data
    return True


_UNPACK: Mapping[str, Callable[[bytes, int], bytes | None]] = {
    "gzip": _from_zlib,
    "x-gzip": _from_zlib,
    "deflate": _from_zlib,
    "br": _from_brotli,
    "zstd": _from_zstd,
}
