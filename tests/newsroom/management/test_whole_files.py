"""Test that a file is written completely or not at all."""

import pytest

from newsroom.management.whole_files import write_whole


def test_a_file_holds_every_part_with_its_newlines_as_they_are(tmp_path):
    write_whole(tmp_path / "a.csv", ["text\r\n", "Grüße\n"])
    assert (tmp_path / "a.csv").read_bytes() == "text\r\nGrüße\n".encode()


def test_a_file_that_cannot_be_finished_stays_as_it_was(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("before")

    def parts():
        yield "half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(path, parts())
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("a.csv", "before")]


@pytest.mark.parametrize("mode", [0o644, 0o600])
def test_a_file_written_anew_keeps_its_rights(tmp_path, mode):
    path = tmp_path / "a.csv"
    path.write_text("before")
    path.chmod(mode)
    write_whole(path, ["after"])
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("after", mode)


def test_a_new_file_has_the_rights_of_any(tmp_path):
    (tmp_path / "plain").write_text("x")
    write_whole(tmp_path / "a.csv", ["x"])
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode
