"""Test rich-text files: valid and damaged files, and files that are made to harm."""

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.pipeline import prepare
from newsroom.text.readers.office import rtf
from newsroom.text.readers.office.rtf import MOST_DEPTH, is_rtf, read_rtf

FONTS = rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Gothic;}}"


def texts(content, head=rb"\rtf1\ansi\ansicpg1252 " + FONTS):
    return [piece.text for piece in read_rtf(b"{" + head + content + b"}").pieces]


def test_paragraphs_are_read_without_formatting():
    content = rb"{\b Rain\b0  falls}\par It {\i rained}\line all day.\par\par \{x\} \\ y\~z" + b"\r\n"
    assert texts(content) == ["Rain falls", "It rained all day.", "{x} \\ y z"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (rb"caf\'e9", "café"),
        (rb"\f1 \'cc\'ee\'f1\'ea\'e2\'e0 \f0 \'e9", "Москва é"),
        (rb"\f2 \'93\'fa\'96{\'7b}", "日本"),
        (rb"\u8364?5 \u-10179?\u-8694?", "€5 😊"),
        (rb"\uc2\u233\'c3\'a9x \uc0\u233y", "éx éy"),
        (rb"\ldblquote Rain\rdblquote\emdash he said", "“Rain”—he said"),
        (rb"{\f1 \'cc} \'cc", "М Ì"),
    ],
)
def test_letters_are_those_of_their_font_and_code_page(content, text):
    assert texts(content) == [text]


def test_cells_of_a_table_stay_apart():
    assert texts(rb"a\cell b\cell\row c") == ["a | b", "c"]


@pytest.mark.parametrize(
    "content",
    [
        rb"{\info{\title Old}}x",
        rb"{\*\generator Word;}x",
        rb"{\header Page 7}{\footerf f}x",
        rb"{\pict\bin4 }}\x}x",
        rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt x}}",
        rb"{\stylesheet{\s1 heading 1;}}x",
    ],
)
def test_what_is_no_text_is_left_out(content):
    assert texts(content) == ["x"]


def test_what_stands_behind_the_document_is_left_out():
    assert [piece.text for piece in read_rtf(rb"{\rtf1 It rained.}more}").pieces] == ["It rained."]


@pytest.mark.parametrize(
    "raw", [rb"{\rtf1 It rained.", rb"{\rtf1 It rained." + b"\\", rb"{\rtf1{{ It rained."]
)
def test_a_document_that_breaks_off_keeps_its_text(raw):
    assert [piece.text for piece in read_rtf(raw).pieces] == ["It rained."]


def test_a_document_without_text_is_refused():
    with pytest.raises(Unreadable, match="no text"):
        prepare(rb"{\rtf1 }", name="a.rtf")


@pytest.mark.parametrize(("depth", "fits"), [(MOST_DEPTH - 2, True), (MOST_DEPTH - 1, False)])
def test_groups_are_nested_to_a_limit(depth, fits):
    content = b"{" * depth + b"x" + b"}" * depth
    if fits:
        assert texts(content, head=rb"\rtf1 ") == ["x"]
    else:
        with pytest.raises(TooLarge, match="nested too deeply"):
            texts(content, head=rb"\rtf1 ")


@pytest.mark.parametrize(("most", "fits"), [(5, True), (4, False)])
def test_formatting_is_limited(monkeypatch, most, fits):
    monkeypatch.setattr(rtf, "MOST_TOKENS", most)
    raw = rb"{\rtf1 x\par}"
    if fits:
        assert read_rtf(raw + b" ").pieces
    else:
        with pytest.raises(TooLarge, match="too much formatting"):
            read_rtf(raw)


@pytest.mark.parametrize(
    "content",
    [rb"\u99999999? x", rb"\ansicpg99999 \'e9 x", rb"\uc-5 x", rb"\f99999 x", rb"\'zz x", rb"\bin99999999 x"],
)
def test_senseless_numbers_are_survived(content):
    assert all(isinstance(text, str) for text in texts(rb"before\par " + content))
    assert texts(rb"before\par " + content)[0] == "before"


@pytest.mark.parametrize(("raw", "answer"), [(rb"{\rtf1 x}", True), (rb"x{\rtf1", False), (b"", False)])
def test_rich_text_is_known_by_its_first_signs(raw, answer):
    assert is_rtf(raw) is answer
