"""Test that an export is encoded and packed part by part."""

import gzip
from itertools import repeat

from annotations.logic.export.packing import encoded, gzipped


def test_parts_are_encoded_in_utf_8() -> None:
    assert list(encoded(["ä", "b"])) == ["ä".encode(), b"b"]


def test_a_packed_file_holds_every_part_and_is_the_same_each_time() -> None:
    parts = [b"one\r\n", b"two\r\n" * 100_000]
    packed = b"".join(gzipped(parts))
    assert gzip.decompress(packed) == b"".join(parts)
    assert b"".join(gzipped(parts)) == packed


def test_packed_parts_come_before_the_input_ends() -> None:
    endless = repeat(bytes(range(256)) * 100)
    assert next(gzipped(endless))
