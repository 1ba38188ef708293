"""Test that files packed with gzip are read, and that harmful ones are refused."""

import gzip

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.fetching.gzips import MOST_PARTS, unpack_gzip

RAIN = b"It rained."
PACKED = gzip.compress(RAIN)


def test_a_file_is_unpacked_with_all_its_parts():
    packed = gzip.compress(RAIN) + gzip.compress(RAIN)
    assert unpack_gzip(packed + b"\0" * 512, 20) == RAIN + RAIN


@pytest.mark.parametrize(("size", "fits"), [(1_000, True), (1_001, False)])
def test_a_file_unpacks_to_at_most_what_is_allowed(size, fits):
    packed = gzip.compress(b"x" * size)
    if fits:
        assert len(unpack_gzip(packed, 1_000)) == size
    else:
        with pytest.raises(TooLarge, match="unpacks to more than"):
            unpack_gzip(packed, 1_000)


@pytest.mark.parametrize(("parts", "fits"), [(MOST_PARTS, True), (MOST_PARTS + 1, False)])
def test_a_file_has_a_limited_number_of_parts(parts, fits):
    packed = gzip.compress(b"x") * parts
    if fits:
        assert len(unpack_gzip(packed, 10_000)) == parts
    else:
        with pytest.raises(Unreadable):
            unpack_gzip(packed, 10_000)


@pytest.mark.parametrize(
    "packed",
    [b"", PACKED[:2], PACKED[:-1], PACKED[:-8] + bytes(8), PACKED + b"x"],
    ids=["empty", "begun", "cut", "false sum", "more behind"],
)
def test_a_damaged_file_is_refused(packed):
    with pytest.raises(Unreadable, match="gzip archive is damaged"):
        unpack_gzip(packed, 1_000)
