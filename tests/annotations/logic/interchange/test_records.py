"""Test what every reader of a foreign format returns."""

from annotations.logic.interchange.records import ForeignAnnotation, ForeignDocument


def test_equal_documents_are_looked_up_once() -> None:
    assert len({ForeignDocument(url="a"), ForeignDocument(url="a"), ForeignDocument(url="b")}) == 2


def test_what_a_tool_does_not_know_is_empty() -> None:
    annotation = ForeignAnnotation("1", ForeignDocument(), "rain")
    assert (annotation.tags, annotation.note, annotation.start) == ((), "", None)
