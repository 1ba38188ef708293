"""Test the archive of a bundle: equal contents are equal bytes, and a hostile archive is refused."""

import io
import zipfile

import pytest

from annotations.logic.bundles import archives
from annotations.logic.bundles.archives import (
    MANIFEST,
    README,
    manifest,
    original_name,
    pack,
    readme,
    text_name,
    unpack,
)
from annotations.logic.bundles.tables import TABLES
from newsroom.errors import Invalid, TooLarge, Unreadable

UID = "00000000-0000-0000-0000-000000000001"
WHOLE = {
    MANIFEST: manifest("rain", {}),
    README: readme(),
    **{table.file: b"" for table in TABLES},
}


def packed(**changes: bytes | None) -> io.BytesIO:
    """Return an empty bundle with other files. A value of None leaves the file out."""
    files = {**WHOLE, **changes}
    file = io.BytesIO()
    pack(file, [(name, content) for name, content in files.items() if content is not None])
    file.seek(0)
    return file


def test_equal_contents_are_equal_bytes() -> None:
    assert packed().getvalue() == packed().getvalue()


def test_a_bundle_holds_texts_and_originals() -> None:
    bundle = unpack(packed(**{text_name(UID, 2): "שלום 😀".encode(), original_name("ab" * 32): b"\xff"}))
    assert bundle.texts == {f"texts/{UID}/2.txt": "שלום 😀"}
    assert bundle.originals == {"ab" * 32: b"\xff"}
    assert set(bundle.rows) == {table.name for table in TABLES}


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/passwd",
        "tables/../x",
        "texts/../../x.txt",
        "tables/users.jsonl",
        "originals/x",
        "C:\\x",
    ],
)
def test_a_file_that_belongs_to_no_bundle_is_refused(name: str) -> None:
    with pytest.raises(Invalid, match="belongs to no bundle"):
        unpack(packed(**{name: b""}))


def test_a_bundle_without_a_table_is_refused() -> None:
    with pytest.raises(Invalid, match=r"lacks the file tables/links\.jsonl"):
        unpack(packed(**{"tables/links.jsonl": None}))


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'{"format": "other"}', b"[" * 100_000])
def test_an_archive_that_is_no_bundle_is_refused(content: bytes | None) -> None:
    with pytest.raises(Unreadable):
        unpack(packed(**{MANIFEST: content}))


def test_another_version_is_refused() -> None:
    with pytest.raises(Invalid, match="another version"):
        unpack(packed(**{MANIFEST: manifest("rain", {}).replace(b'"version": 1', b'"version": 2')}))


@pytest.mark.parametrize("raw", [b"", b"PK", b"no archive", packed().getvalue()[:-30]])
def test_a_damaged_archive_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack(io.BytesIO(raw))


def test_a_damaged_entry_that_was_packed_with_lzma_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(MANIFEST, WHOLE[MANIFEST])
    raw = bytearray(file.getvalue())
    # The name ends the header of the entry, and four bytes about LZMA's own properties follow.
    properties = raw.index(MANIFEST.encode()) + len(MANIFEST) + 4
    raw[properties] = 0xFF
    with pytest.raises(Unreadable):
        unpack(io.BytesIO(raw))


def test_a_text_that_is_not_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(Invalid, match=r"tables/tags.jsonl, line 2: this is not UTF-8"):
        unpack(packed(**{"tables/tags.jsonl": b"\n\xff\n"}))


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(len(content) for content in WHOLE.values())
    monkeypatch.setattr(archives, "MOST_BYTES", size)
    unpack(packed())
    monkeypatch.setattr(archives, "MOST_BYTES", size - 1)
    with pytest.raises(TooLarge):
        unpack(packed())


def test_an_archive_of_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", len(WHOLE))
    unpack(packed())
    monkeypatch.setattr(archives, "MOST_FILES", len(WHOLE) - 1)
    with pytest.raises(TooLarge):
        unpack(packed())


def test_two_files_of_one_name_are_refused() -> None:
    file = packed()
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(README, b"another")
    with pytest.raises(Invalid, match="two files"):
        unpack(file)


def test_the_readme_says_what_a_bundle_leaves_out() -> None:
    text = " ".join(readme().decode().split())
    assert (
        "It leaves out the history, candidates that were dismissed, accounts, and what was withdrawn" in text
    )
    assert "import_bundle lists it as gone there" in text


def test_the_readme_names_every_field() -> None:
    text = readme().decode()
    for table in TABLES:
        assert f"{table.file}: " in text
        assert all(f"  {field.name}: {field.kind.value}" in text for field in table.fields)
