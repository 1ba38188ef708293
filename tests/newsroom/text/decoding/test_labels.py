"""Test the labels of charsets that servers and pages state."""

import pytest

from newsroom.text.decoding.labels import charset_named, declared_in_html


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META CHARSET=koi8-r />", "koi8-r"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "Shift_JIS"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"),
        (b'<!-- <meta charset="big5"> --><meta charset=gbk>', "gbk"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b"<p>No word of it</p>", ""),
        (b"<!-- never closed <meta charset=big5>", ""),
    ],
)
def test_a_page_names_its_charset(page: bytes, label: str) -> None:
    assert declared_in_html(page) == label


@pytest.mark.parametrize(
    ("label", "charset"),
    [
        ("latin1", "cp1252"),
        ("UTF8", "utf-8"),
        ("win1251", "cp1251"),
        ("cp-1252", "cp1252"),
        ("cp850", "cp850"),
        ("cp85", ""),
        ("x-user-defined", ""),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_a_label_means_what_browsers_take_it_for(label: str, charset: str) -> None:
    assert charset_named(label) == charset


@pytest.mark.parametrize(("offset", "label"), [(16_363, "koi8-r"), (16_364, "koi8-")])
def test_a_declaration_stands_in_the_first_16_384_bytes(offset: int, label: str) -> None:
    assert declared_in_html(b" " * offset + b"<meta charset='koi8-r'>") == label
