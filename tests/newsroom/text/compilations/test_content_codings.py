"""Test that what servers sent packed is unpacked within a limit."""

import gzip
import random
import time
import zlib

import brotli
import pytest
import zstandard

from newsroom.text.compilations.content_codings import unpacked

PAGE = b"<p>It rained for hours in the city, two officials said on Friday.</p>" * 40
MANY = 50_000_000


def zstd(content: bytes, **named: bool) -> bytes:
    """Pack `content` without its size, as servers do that send a page while they make it."""
    packer = zstandard.ZstdCompressor(**named).compressobj()
    return packer.compress(content) + packer.flush()


PACKED = {
    "gzip": gzip.compress(PAGE),
    "x-gzip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    "br": brotli.compress(PAGE),
    "zstd": zstd(PAGE),
}


@pytest.mark.parametrize("coding", PACKED)
def test_each_coding_is_unpacked(coding):
    assert unpacked(PACKED[coding], coding, len(PAGE)) == PAGE
    assert unpacked(PACKED[coding], coding, MANY) == PAGE


def test_frames_that_follow_each_other_are_one_page():
    assert unpacked(zstd(PAGE) + zstandard.compress(PAGE), "zstd", MANY) == PAGE * 2


def test_many_short_frames_are_unpacked_in_linear_time():
    frames = zstd(b"x") * 400_000
    began = time.process_time()
    assert unpacked(frames, "zstd", MANY) == b"x" * 400_000
    assert unpacked(frames[:-1], "zstd", MANY) is None
    assert time.process_time() - began < 10


@pytest.mark.parametrize("content", [PAGE, random.Random(7).randbytes(30_000)])  # noqa: S311  (no secret)
def test_members_of_gzip_that_follow_each_other_are_one_page(content):
    both = gzip.compress(content) + gzip.compress(PAGE)
    assert unpacked(both, "gzip", MANY) == content + PAGE
    assert unpacked(both + b"\0" * 7, "gzip", MANY) == content + PAGE
    assert unpacked(both[:-1], "gzip", MANY) is None


@pytest.mark.parametrize("coding", PACKED)
def test_no_bytes_are_an_empty_page(coding):
    assert unpacked(b"", coding, MANY) == b""


def test_a_deflated_page_without_a_header_that_breaks_off_is_not_taken_for_a_whole_one():
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(PAGE) + packer.flush()
    assert unpacked(packed, "deflate", MANY) == PAGE
    assert unpacked(packed[:-1], "deflate", MANY) is None


@pytest.mark.parametrize("coding", PACKED)
@pytest.mark.parametrize("kept", [1, 9, 40, -1])
def test_a_page_that_breaks_off_is_not_taken_for_a_whole_one(coding, kept):
    assert unpacked(PACKED[coding][:kept], coding, MANY) is None


@pytest.mark.parametrize("coding", [*PACKED, "compress", "gzip, br", ""])
@pytest.mark.parametrize("body", [b"\xff\xfe\x00no such packing", PAGE])
def test_what_is_not_packed_so_is_not_unpacked(coding, body):
    assert unpacked(body, coding, MANY) is None


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(MANY))),
        ("br", brotli.compress(bytes(MANY), quality=1)),
        ("zstd", zstd(bytes(MANY))),
    ],
)
def test_little_more_than_the_limit_is_unpacked(coding, bomb):
    page = unpacked(bomb, coding, 1_000)
    assert page is not None
    assert 1_000 <= len(page) < 100_000
