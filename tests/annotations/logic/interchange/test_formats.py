"""Test that a file is read by the reader of its tool."""

import json

import pytest

from annotations.logic.interchange.formats import format_of, read_file
from newsroom.errors import Invalid, Unreadable


@pytest.mark.parametrize(
    ("name", "value", "tool"),
    [
        ("a.csv", "", "table"),
        ("a.JSONL", "", "doccano"),
        ("a.jsonld", "", "web-annotation"),
        ("a.json", {"rows": [], "total": 0}, "hypothesis"),
        ("a.json", [{"uri": "x", "target": []}], "hypothesis"),
        ("a.json", [{"data": {}, "annotations": []}], "label-studio"),
        ("a.json", [{"body": [], "target": {}}], "web-annotation"),
        ("a.json", {"type": "AnnotationPage", "items": []}, "web-annotation"),
    ],
)
def test_the_format_is_told_by_name_and_content(name: str, value: object, tool: str) -> None:
    assert format_of(name, value if isinstance(value, str) else json.dumps(value)) == tool


@pytest.mark.parametrize(("name", "text"), [("a.json", "[]"), ("a.json", "[{}]"), ("a.xyz", "")])
def test_a_file_of_no_known_tool_is_refused_with_the_choices(name: str, text: str) -> None:
    with pytest.raises(Unreadable, match="choose one of table, hypothesis"):
        format_of(name, text)


def test_a_file_is_read_in_the_wanted_format() -> None:
    assert read_file("a.txt", b"title,exact\nRain,fell\n", "table").annotations[0].exact == "fell"
    assert read_file("a.csv", b"\xef\xbb\xbftitle,exact\nRain,fell\n").tool == "table"


def test_a_file_that_is_not_utf_8_is_refused_with_its_line() -> None:
    with pytest.raises(Invalid, match=r"a.csv, line 2: this is not UTF-8"):
        read_file("a.csv", b"title\n\xff")


def test_a_file_of_webanno_is_told_by_its_first_line_and_named_by_its_file() -> None:
    raw = b"#FORMAT=WebAnno TSV 3.3\n#T_SP=a.Place|value\n#Text=Bali\n1-1\t0-4\tBali\tLOC\t\n"
    (one,) = read_file("berg.tsv", raw).annotations
    assert (one.foreign_id, one.document.name) == ("berg/Place/1-1.0", "berg")


def test_files_that_are_no_texts_are_told_by_their_ending() -> None:
    assert (
        read_file("a.QDC", b"<CodeBook><Codes><Code guid='1' name='x'/></Codes></CodeBook>").tags[0].path
        == "x"
    )
    with pytest.raises(Unreadable, match="damaged"):
        read_file("a.qdpx", b"x")
