"""Files that are whole or not there."""

import pytest

from newsroom.actions.files import write_whole


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
