"""Test that only names with a wrong encoding are changed, whatever else in the archive is damaged."""

import io
import zipfile

import pytest

from newsroom.fetching.damaged_names import take_back_claims


def packed(*names, before=b""):
    buffer = io.BytesIO()
    buffer.write(before)
    with zipfile.ZipFile(buffer, "a") as archive:
        for name in names:
            archive.writestr(name, "Rain.")
    return buffer.getvalue()


def damaged(raw):
    return bytearray(raw.replace("bé".encode(), b"b\xff\xfe"))


@pytest.mark.parametrize("before", [b"", b"#!/bin/sh\n"])
def test_the_claim_of_a_damaged_name_is_taken_back_and_no_other(before):
    raw = damaged(packed("a.txt", "bé.txt", "ç.txt", before=before))
    assert take_back_claims(raw) == {"b ■.txt".replace(" ", "\u00a0"): "b\ufffd\ufffd.txt"}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.namelist()[::2] == ["a.txt", "ç.txt"]
    assert take_back_claims(raw) == {}


def test_an_archive_whose_names_are_right_stays_as_it_is():
    before = packed("a.txt", "ç.txt")
    raw = bytearray(before)
    assert take_back_claims(raw) == {}
    assert bytes(raw) == before


def test_an_archive_without_the_beginning_of_its_directory_is_left_as_it_is():
    raw = damaged(packed("bé.txt"))
    directory = len(raw) - raw.index(b"PK\x01\x02")
    assert directory == 75
    for length in range(directory):
        cut = raw[len(raw) - length :]
        before = bytes(cut)
        assert take_back_claims(cut) == {}
        assert cut == before
    assert take_back_claims(raw[len(raw) - directory :]) != {}


def test_an_archive_without_the_end_of_its_directory_is_left_as_it_is():
    whole = damaged(packed("bé.txt"))
    for missing in range(1, 23):
        cut = whole[:-missing]
        before = bytes(cut)
        assert take_back_claims(cut) == {}
        assert cut == before
