"""Test that packages of Office programs that would harm their reader are refused."""

import io
import zipfile

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.readers.office import packages
from newsroom.text.readers.office.packages import refuse_traps
from tests.newsroom.text.readers.sample_documents import with_far_entry


def package(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("_", "."), content)
    return file.getvalue()


def check(raw: bytes) -> None:
    refuse_traps(raw, kind="workbook", remedy="Save it again.", largest_part=100)


@pytest.mark.parametrize(("length", "fits"), [(100, True), (101, False)])
def test_an_xml_part_has_a_largest_size_and_a_picture_has_none(length, fits):
    check(package(picture_png=b"x" * 200))
    if fits:
        check(package(part_xml=b"x" * length))
    else:
        with pytest.raises(TooLarge, match=r"This workbook unpacks to more than is read\. Save it again\."):
            check(package(part_xml=b"x" * length))


@pytest.mark.parametrize(("most", "fits"), [(150, True), (149, False)])
def test_all_parts_together_have_a_largest_size(monkeypatch, most, fits):
    monkeypatch.setattr(packages, "LARGEST_UNPACKED", most)
    raw = package(part_xml=b"x" * 50, picture_png=b"x" * 100)
    if fits:
        check(raw)
    else:
        with pytest.raises(TooLarge):
            check(raw)


@pytest.mark.parametrize("part", [b"<!DOCTYPE a>", "<!DOCTYPE a>".encode("utf-16-le")])
def test_declared_entities_are_refused(part):
    with pytest.raises(Unreadable, match="declares entities"):
        check(package(part_rels=part))
    check(package(part_txt=part))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        package(part_xml=b"x")[:-9],
        package(a_xml=b"rain").replace(b"rain", b"hail"),
        with_far_entry(package(part_xml=b"x")),
    ],
)
def test_a_damaged_package_is_refused(raw):
    with pytest.raises(Unreadable, match="damaged or encrypted"):
        check(raw)
