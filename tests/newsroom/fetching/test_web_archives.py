"""Test archives of the web on the disk."""

import io

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.fetching.files import sources, sources_inside
from newsroom.fetching.web_archives import LARGEST_WEB_ARCHIVE, recorded_pages
from tests.newsroom.text.compilations.sample_warcs import warc
from tests.newsroom.text.compilations.test_web_records import A, B


def test_the_pages_of_a_file_are_read(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(A, B))
    assert [page.details.address for page in recorded_pages(str(path))] == [A["address"], B["address"]]


def test_another_file_gets_a_sentence(tmp_path):
    path = tmp_path / "a.wacz"
    path.write_bytes(b"It rained.")
    with pytest.raises(Unreadable, match="no WARC file"):
        recorded_pages(str(path))


@pytest.mark.parametrize(("over", "error"), [(0, Unreadable), (1, TooLarge)])
def test_a_file_has_a_largest_size(tmp_path, over, error):
    path = tmp_path / "a.warc"
    with path.open("wb") as file:
        # A file of holes takes no room on the disk.
        file.truncate(LARGEST_WEB_ARCHIVE + over)
    with pytest.raises(error):
        recorded_pages(str(path))


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_each_page_of_an_archive_of_the_web_is_a_source(tmp_path, name, packed):
    raw = warc(A, B, packed=packed)
    path = tmp_path / name
    path.write_bytes(raw)
    from_disk = list(sources(path))
    handed_in = list(sources_inside(name, io.BytesIO(raw), size=len(raw)))
    for found in (from_disk, handed_in):
        assert [source.details.address for source in found] == [A["address"], B["address"]]
    assert [source.path for source in handed_in] == [f"{name}:1", f"{name}:2"]
    assert handed_in[0].name == f"{name}-1.html"
