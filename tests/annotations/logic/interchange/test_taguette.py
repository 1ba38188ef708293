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


def test_only_paragraphs_and_lines_part_words_and_not_bold_letters() -> None:
    snippets = [
        "<b>Rain</b>, heavy",
        "Ra<i>in</i>",
        "<p>a</p><p>b</p>",
        "a<br>b",
        "<ul><li>a</li><li>b</li></ul>",
    ]
    highlights = [(number, 1, snippet) for number, snippet in enumerate(snippets)]
    read = taguette_annotations(DOCUMENTS, highlights, [], [])
    assert [each.exact for each in read.annotations] == ["Rain, heavy", "Rain", "a b", "a b", "a b"]


def test_what_is_no_html_is_told() -> None:
    highlights = [(7, 1, "\x01"), (8, 1, "<!DOCTYPE html>"), (9, 1, "<!-- x -->")]
    read = taguette_annotations(DOCUMENTS, highlights, [], [])
    assert read.unread == tuple(f"Highlight {pk}: it marks no words of a document." for pk in (7, 8, 9))


def test_what_marks_no_words_of_a_document_is_told() -> None:
    read = taguette_annotations(DOCUMENTS, [(7, 9, "x"), (8, 1, ""), (9, 1, None)], [], [])
    assert (read.annotations, len(read.unread)) == ((), 3)
