"""Test that the rows of a project of Taguette are read."""

from annotations.logic.interchange.taguette import taguette_annotations

DOCUMENTS = [(1, "Rain", "rain.html")]
TAGS = [(1, "weather", "What falls."), (2, "Bali", "")]


def test_highlights_have_their_words_without_html_and_their_tags() -> None:
    highlights = [(7, 1, "<p>Rain <b>fell</b></p><p>on Bali.</p>"), (8, 1, "Rain &amp; wind")]
    read = taguette_annotations(DOCUMENTS, highlights, TAGS, [(7, 1), (7, 2), (8, 9)])
    assert [(each.foreign_id, each.exact, each.tags) for each in read.annotations] == [
        ("7", "Rain fell on Bali.", ("weather", "Bali")),
        ("8", "Rain & wind", ()),
    ]
    assert (read.annotations[0].document.title, read.annotations[0].document.name) == ("Rain", "rain.html")
    assert [(tag.path, tag.definition) for tag in read.tags] == [("weather", "What falls."), ("Bali", "")]


def test_what_marks_no_words_of_a_document_is_told() -> None:
    read = taguette_annotations(DOCUMENTS, [(7, 9, "x"), (8, 1, ""), (9, 1, None)], [], [])
    assert (read.annotations, len(read.unread)) == ((), 3)
