"""Test that codebooks and projects of REFI-QDA are read."""

import io
import zipfile

import pytest

from annotations.logic.interchange import refi_qda
from annotations.logic.interchange.refi_qda import read_codebook, read_project
from newsroom.errors import Invalid, TooLarge, Unreadable
from tests.newsroom.text.readers.sample_documents import with_far_entry

CODEBOOK = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes>
<Code guid="c1" name="claims" isCodable="true" color="#ff0000"><Description>What is said.</Description>
<Code guid="c2" name="number" isCodable="true"/></Code>
</Codes></CodeBook>"""
TEXT = "😀 Rain fell.\r\nIt fell on Bali."
PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Rain" origin="x">
<Users><User guid="u1" name="Ann"/></Users>
<CodeBook><Codes><Code guid="c1" name="weather" isCodable="true"><Code guid="c2" name="rain"/></Code></Codes>
</CodeBook>
<Sources><TextSource guid="s1" name="rain.txt" plainTextPath="internal://s1.txt">
<PlainTextSelection guid="p1" name="Rain" startPosition="2" endPosition="6" creatingUser="u1"
 creationDateTime="2022-07-09T10:00:00Z"><Description>Why?</Description>
<Coding guid="k1"><CodeRef targetGUID="c2"/></Coding><NoteRef targetGUID="n1"/></PlainTextSelection>
{more}</TextSource><PDFSource guid="s2" name="scan.pdf"/></Sources>
<Notes><Note guid="n1" plainTextPath="internal://n1.txt"/></Notes>
<Links><Link guid="l1" name="repeats" originGUID="p1" targetGUID="p2"/></Links>
</Project>"""


def project(more: str = "", **files: bytes) -> bytes:
    packed = io.BytesIO()
    contents = {
        "project.qde": PROJECT.format(more=more).encode(),
        "Sources/s1.txt": b"\xef\xbb\xbf" + TEXT.encode(),
        "Sources/n1.txt": b"A memo.",
        **files,
    }
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return packed.getvalue()


def selection(start: object, end: object, name: str) -> str:
    return f'<PlainTextSelection guid="p2" name="{name}" startPosition="{start}" endPosition="{end}"/>'


def test_codes_become_paths_with_definitions() -> None:
    tags = read_codebook(CODEBOOK.encode()).tags
    assert [(tag.path, tag.definition) for tag in tags] == [
        ("claims", "What is said."),
        ("claims/number", ""),
    ]


def test_a_coded_passage_has_its_words_codes_notes_and_author() -> None:
    read = read_project(project())
    (one,) = read.annotations
    assert (one.foreign_id, one.exact, one.tags) == ("p1", "Rain", ("weather/rain",))
    assert (one.note, one.author, one.document.name) == ("Why?\n\nA memo.", "Ann", "rain.txt")
    assert [tag.path for tag in read.tags] == ["weather", "weather/rain"]
    assert [(link.source, link.target, link.label) for link in read.links] == [("p1", "p2", "repeats")]
    assert read.unread == ("scan.pdf: only texts have passages here.",)


ONE_BREAK = TEXT.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "start",
    [TEXT.index("Bali"), ONE_BREAK.index("Bali"), TEXT.index("Bali") + 1, ONE_BREAK.index("Bali") + 1],
)
def test_of_the_ways_to_count_the_one_that_fits_the_name_is_taken(start: int) -> None:
    """Programs count a line break as one or two characters, and an emoji too."""
    read = read_project(project(selection(start, start + 4, "Bali")))
    assert read.annotations[-1].exact == "Bali"


def test_a_selection_without_a_place_is_told() -> None:
    read = read_project(project(selection(5, 999, "x")))
    assert read.unread[0] == "p2: no passage of the text of rain.txt."
    assert "p2" in read_project(project(selection("x", 2, ""))).unread[0]


@pytest.mark.parametrize("raw", [b"", b"no archive", project()[:-40]])
def test_what_is_no_project_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_project(raw)


def test_a_damaged_entry_that_was_packed_with_lzma_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("project.qde", b"<Project/>")
    raw = bytearray(packed.getvalue())
    # The name ends the header of the entry, and four bytes about LZMA's own properties follow.
    raw[raw.index(b"project.qde") + len(b"project.qde") + 4] = 0xFF
    with pytest.raises(Unreadable):
        read_project(bytes(raw))


def test_an_entry_further_away_than_a_file_can_be_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("project.qde", b"<Project/>")
    with pytest.raises(Unreadable):
        read_project(with_far_entry(packed.getvalue()))


def test_an_archive_without_a_project_and_entities_are_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", b"x")
    with pytest.raises(Unreadable, match=r"no file project.qde"):
        read_project(packed.getvalue())
    with pytest.raises(Unreadable, match="entities"):
        read_codebook(b'<!DOCTYPE a [<!ENTITY b "c">]><CodeBook>&b;</CodeBook>')


def test_a_text_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(Invalid, match=r"s1.txt: this is not UTF-8"):
        read_project(project(**{"Sources/s1.txt": b"\xff"}))


def test_a_project_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_qda, "MOST_FILES", 3)
    read_project(project())
    monkeypatch.setattr(refi_qda, "MOST_FILES", 2)
    with pytest.raises(TooLarge):
        read_project(project())
