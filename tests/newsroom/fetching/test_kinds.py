"""Test which files were written by people and not left by a system, and how large a file may be."""

import pytest

from newsroom.errors import TooLarge
from newsroom.fetching.kinds import is_litter, is_web_archive_name, refuse_large


@pytest.mark.parametrize("name", ["__MACOSX/a.txt", "a/._b.txt", ".DS_Store", "x/Thumbs.db"])
def test_what_systems_leave_is_litter(name):
    assert is_litter(name)


@pytest.mark.parametrize("name", ["a.txt", "a/b.txt", ".", "./.", "", "/"])
def test_peoples_files_are_none_and_neither_is_what_has_no_name(name):
    assert not is_litter(name)


def test_a_source_has_at_most_ten_megabytes():
    refuse_large(10_485_760)
    with pytest.raises(TooLarge, match="Larger than 10 MB"):
        refuse_large(10_485_761)


def test_the_file_that_is_too_large_is_named():
    refuse_large(10_485_760, "a.txt")
    with pytest.raises(TooLarge, match=r"^“a.txt” is larger than 10 MB: split it"):
        refuse_large(10_485_761, "a.txt")


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("a.warc", True), ("a.WARC.gz", True), ("a.wacz", True), ("warc.gz", False), ("a.zip", False)],
)
def test_an_archive_of_the_web_is_told_by_its_name(name, is_one):
    assert is_web_archive_name(name) == is_one
