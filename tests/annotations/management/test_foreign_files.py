"""Test that a file is read with the file beside it."""

import pytest

from annotations.management.foreign_files import read_beside
from newsroom.errors import Invalid


def test_the_text_of_brat_stands_beside_its_annotations(tmp_path):
    (tmp_path / "rain.ann").write_text("T1\tWeather 0 4\tRain\n")
    (tmp_path / "rain.txt").write_text("Rain fell.")
    read = read_beside(tmp_path / "rain.ann", "")
    assert [(each.foreign_id, each.exact) for each in read.annotations] == [("rain/T1", "Rain")]


def test_a_file_that_needs_no_other_is_left_to_its_reader(tmp_path):
    assert read_beside(tmp_path / "a.csv", "") is None
    assert read_beside(tmp_path / "a.ann", "table") is None


def test_a_missing_text_and_one_that_is_not_utf_8_are_told(tmp_path):
    (tmp_path / "rain.ann").write_text("")
    with pytest.raises(FileNotFoundError):
        read_beside(tmp_path / "rain.ann", "")
    (tmp_path / "rain.txt").write_bytes(b"\xff")
    with pytest.raises(Invalid, match=r"rain.txt: this is not UTF-8"):
        read_beside(tmp_path / "rain.ann", "")
