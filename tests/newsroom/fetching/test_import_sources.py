"""Test which articles are found in a file that is neither a table nor an archive."""

from newsroom.fetching.import_sources import ImportSource, sources_in_file
from newsroom.text.pipeline import SourceDetails
from tests.newsroom.text.compilations.test_lexis import NEWER


def test_a_file_is_one_article():
    assert list(sources_in_file("d/a.txt", b"It rained.", "a.txt")) == [
        ImportSource("d/a.txt", b"It rained.", "a.txt")
    ]


def test_an_export_has_many_articles_with_their_numbers():
    first, second = sources_in_file("a.txt", "\n\n".join(NEWER).encode(), "a.txt")
    assert (first.path, second.path) == ("a.txt:1", "a.txt:2")
    assert first.details == SourceDetails(format="database", charset="utf-8")
    assert second.raw.startswith(b"HD Ferries run\n\nSN Other Post\n\nNT Late edition")


def test_a_file_of_too_many_articles_is_told():
    raw = "\n\n".join(f"{number} of 9 DOCUMENTS" for number in range(1, 2_002)).encode()
    (source,) = sources_in_file("a.txt", raw, "a.txt")
    assert source.error == "More than 2,000 articles in one file: split it."
