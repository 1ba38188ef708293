"""Test archives that are damaged or hostile: the bad files get a sentence, and the others are read."""

import io
import struct
import zipfile

import pytest

from newsroom.errors import NewsroomError, Unreadable
from newsroom.fetching.archives import archived_files, archived_names
from newsroom.fetching.files import sources, sources_inside

_MB = 2**20
#: The offset of the start of the directory in the end record of an archive.
_DIRECTORY_START = 16


def packed(*entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return buffer.getvalue()


def without_a_name(name):
    """Return an archive with a good file and a file named `name`, which the library would refuse to write."""
    placeholder = "n" * len(name)
    raw = packed(("a.txt", "Rain."), (placeholder, "x"))
    return raw.replace(placeholder.encode(), name.encode())


def with_a_damaged_name():
    raw = bytearray(packed(("a.txt", "Rain."), ("bé.txt", "Hail."), ("ç.txt", "Fog.")))
    return bytes(raw).replace("bé".encode(), b"b\xff\xfe")


def with_a_directory_before_its_beginning():
    """Return an archive whose directory would begin before the archive does."""
    raw = bytearray(packed(("a.txt", "Rain.")))
    end = raw.index(b"PK\x05\x06")
    (start,) = struct.unpack_from("<L", raw, end + _DIRECTORY_START)
    struct.pack_into("<L", raw, end + _DIRECTORY_START, start + 500)
    return bytes(raw)


def results(raw):
    sources = sources_inside("a.zip", io.BytesIO(raw), size=len(raw))
    return {source.path: source.error or source.raw.decode() for source in sources}


@pytest.mark.parametrize("name", [".", "./."])
def test_a_file_without_a_name_is_told_and_the_others_are_read(name):
    assert results(without_a_name(name)) == {
        "a.zip!a.txt": "Rain.",
        f"a.zip!{name}": "The file has no name: pack it under a plain name.",
    }


@pytest.mark.parametrize("name", ["b/", "/"])
def test_a_folder_is_no_file(name):
    assert results(packed(("a.txt", "Rain."), (name, ""))) == {"a.zip!a.txt": "Rain."}


def test_a_name_that_is_no_utf8_though_it_says_so_is_told_and_the_others_are_read(tmp_path):
    expected = {
        "a.zip!a.txt": "Rain.",
        "a.zip!b\ufffd\ufffd.txt": (
            "The name of this file is damaged: pack the file again under a plain name."
        ),
        "a.zip!ç.txt": "Fog.",
    }
    assert results(with_a_damaged_name()) == expected

    # A command reads an archive from disk, and does not change it.
    path = tmp_path / "a.zip"
    path.write_bytes(with_a_damaged_name())
    found = {source.path: source.error or source.raw.decode() for source in sources(path)}
    assert {name.removeprefix(f"{tmp_path}/"): said for name, said in found.items()} == expected
    assert path.read_bytes() == with_a_damaged_name()


def test_a_seek_before_the_beginning_is_told():
    (why,) = results(with_a_directory_before_its_beginning()).values()
    assert why.endswith(("pack the files again.", "pack the file again."))


def test_files_are_unpacked_some_at_a_time_and_at_least_one():
    raw = packed(("a.txt", "x" * 9), ("b.txt", "x" * 9), ("c.txt", "x" * 9))
    assert archived_names(raw, _MB) == ["a.txt", "b.txt", "c.txt"]
    assert [file.name for file in archived_files(raw, 0, 18)] == ["a.txt", "b.txt"]
    assert [file.name for file in archived_files(raw, 0, 17)] == ["a.txt"]
    assert [file.name for file in archived_files(raw, 2, 0)] == ["c.txt"]


def test_what_is_no_archive_is_unreadable():
    with pytest.raises(Unreadable):
        archived_names(b"no archive", _MB)


def test_no_flipped_byte_of_an_archive_raises_anything_but_a_sentence():
    raw = packed(("a.txt", "Rain fell on Bali."), ("b/c.md", "# Hail"))
    for position in range(len(raw)):
        flipped = raw[:position] + bytes([raw[position] ^ 0xFF]) + raw[position + 1 :]
        try:
            names = archived_names(flipped, _MB)
            for start in range(len(names)):
                archived_files(flipped, start, 0)
        except NewsroomError:
            continue
