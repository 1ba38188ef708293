"""Test that superscripts and subscripts of a page are written as plain text before its text is read."""

import pytest

from newsroom.text.readers.html import read_html
from newsroom.text.readers.page.parsing import parse_page
from newsroom.text.readers.page.raised_elements import write_out_scripts
from tests.cpu_time import cpu_seconds


def text_of(markup: str) -> str:
    root = parse_page(f"<p>{markup}</p>")
    write_out_scripts(root)
    return root.text_content()


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>9</sup> stars", "10⁹ stars"),
        ("10<span style='vertical-align: super'>9</span> stars", "10⁹ stars"),
        ("<b>10</b><sup><i>9</i></sup> stars", "10⁹ stars"),
        ("C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>", "C₆H₁₂O₆"),
        ("48<sup><a href='#n7'>7</a></sup> ships", "48 [7] ships"),
        ("48<a href='#n7'><sup>7</sup></a> ships", "48 [7] ships"),
        ("48<sup class='footnote'>7</sup> ships", "48 [7] ships"),
        ("48<sup><a href='#n7'>7</a>,<a href='#n8'>8</a></sup> ships", "48 [7,8] ships"),
        ("48<sup><a href='#n7'>7</a></sup><sup><a href='#n8'>8</a></sup>", "48 [7] [8]"),
        ("1911<a class='footnote' href='#x'>3</a>.", "1911 [3]."),
        ("1911<a href='#_ftn3'>3</a>.", "1911 [3]."),
        ("1911<br><sup>3</sup>See there", "1911[3] See there"),
    ],
)
def test_scripts_are_written_out(markup, text):
    assert text_of(markup) == text


@pytest.mark.parametrize(
    "markup", ["19<a href='/page'>11</a>", "19<a href='#top'>11</a>", "19<i>11</i>", "19<b>11</b>"]
)
def test_other_elements_stay_as_they_are(markup):
    assert text_of(markup) == "1911"


def test_a_paragraph_knows_nothing_of_the_one_before():
    assert text_of("1911</p><p><sup>3</sup>Seen by AFP") == "1911[3] Seen by AFP"


def test_the_link_of_a_note_stays_at_its_mark():
    page = "<article><p>Built in 1911<sup><a href='https://a.example/x#fn3'>3</a></sup>.</p></article>"
    (piece,) = read_html(page).pieces
    (link,) = piece.marks
    assert (piece.text, piece.text[link.start : link.end]) == ("Built in 1911 [3].", "[3]")


def test_a_long_line_of_scripts_is_written_out_in_time():
    root = parse_page(f"<p>{'1911<sup><a>3</a></sup>' * 20_000}</p>")
    with cpu_seconds(5):
        write_out_scripts(root)
    assert root.text_content().startswith("1911 [3] 1911 [3]")
