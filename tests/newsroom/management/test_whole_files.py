"""Test that a file is written completely or not at all."""

import pytest

from newsroom.management.whole_files import whole_file


def write(path, *parts):
    with whole_file(path) as file:
        file.writelines(parts)


def test_a_file_holds_every_part_as_it_is(tmp_path):
    write(tmp_path / "a.csv", b"text\r\n", "Grüße\n".encode())
    assert (tmp_path / "a.csv").read_bytes() == "text\r\nGrüße\n".encode()


def test_a_file_that_cannot_be_finished_stays_as_it_was(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("before")

    def parts():
        yield b"half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(path, *parts())
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("a.csv", "before")]


@pytest.mark.parametrize("mode", [0o644, 0o600])
def test_a_file_written_again_keeps_its_rights(tmp_path, mode):
    path = tmp_path / "a.csv"
    path.write_text("before")
    path.chmod(mode)
    write(path, b"after")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("after", mode)


def test_a_new_file_has_the_rights_of_any(tmp_path):
    (tmp_path / "plain").write_text("x")
    write(tmp_path / "a.csv", b"x")
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode
