"""Test the way from bytes to a source that is ready to be imported."""

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text import unfit
from newsroom.text.pipeline import SourceDetails, prepare
from newsroom.text.readers import markdown

BODY = (
    "<p>The foreign minister left the meeting before the others had spoken, two witnesses said on Friday.</p>"
    * 3
)


def page(canonical):
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return f"<html><head>{link}</head><body><article>{BODY}</article></body></html>".encode()


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("", "https://news.example.org/a?utm_source=x"),
        ("https://news.example.org/a", "https://news.example.org/a"),
        ("https://www.example.org/a", "https://www.example.org/a"),
        ("https://amp.news.example.org/a", "https://amp.news.example.org/a"),
        ("https://other.example/a", "https://news.example.org/a?utm_source=x"),
        ("https://example.com/a", "https://news.example.org/a?utm_source=x"),
    ],
)
def test_a_fetched_page_has_its_own_address_unless_it_names_another_of_its_site(canonical, url):
    details = SourceDetails(address="https://news.example.org/a?utm_source=x")
    assert prepare(page(canonical), details=details).metadata.url == url


def test_a_person_s_word_on_the_address_counts_before_all():
    details = SourceDetails(address="https://news.example.org/a", url="https://chosen.example/b")
    assert (
        prepare(page("https://news.example.org/c"), details=details).metadata.url
        == "https://chosen.example/b"
    )


def test_the_charset_a_server_names_counts_before_the_page_s_own_and_utf8_before_both():
    russian = '<html><meta charset="koi8-r"><body><p>Весь день шёл дождь, сказали двое свидетелей.</p>'
    told = SourceDetails(charset="windows-1251")
    assert "Весь день" in prepare(russian.encode("windows-1251"), details=told).document.text
    assert "Весь день" in prepare(russian.encode(), details=told).document.text


@pytest.mark.parametrize("raw", [b"rain " * 500_000, b"r" * 2_500_000], ids=["words", "one word"])
def test_a_text_longer_than_novels_is_refused(raw):
    with pytest.raises(TooLarge, match="longer than 2,000,000 characters"):
        prepare(raw, name="a.txt")


def test_the_longest_text_that_is_taken_is_read(monkeypatch):
    monkeypatch.setattr(unfit, "LONGEST", 10)
    assert prepare(b"r" * 10).document.text == "r" * 10
    with pytest.raises(TooLarge):
        prepare(b"r" * 11)


def test_a_page_is_measured_by_its_text_and_not_by_its_markup(monkeypatch):
    monkeypatch.setattr(unfit, "LONGEST", 1_000)
    assert len(page("")) < 1_000
    assert prepare(page("") + b"<!--" + b"x" * 5_000 + b"-->").draft.format == "html"
    with pytest.raises(TooLarge):
        prepare(page("").replace(b"</article>", b"<p>" + b"It rained for hours. " * 99 + b"</p></article>"))


def test_very_many_signs_of_markdown_are_refused_by_name_and_read_as_plain_text_by_content():
    raw = b"**a** [b](https://example.org)\n" * (markdown.MOST_SIGNS // 5)
    with pytest.raises(TooLarge, match="signs of formatting"):
        prepare(raw, name="a.md")
    assert prepare(raw, name="a.txt").draft.format == "plain"


def test_the_desk_s_name_of_an_article_turns_no_line_it_stands_in():
    prepared = prepare(
        "\u202eRain\u202c falls\n\nIt rained for hours in the city, two officials said.".encode()
    )
    assert prepared.title == "Rain falls"
    assert prepared.document.text.startswith("\u202eRain\u202c falls")
    assert prepare("\u202e\u202c".encode(), name="a.txt").title == "a.txt"


def test_a_page_that_shows_its_headline_alone_is_no_article():
    with pytest.raises(Unreadable, match="no text in it but its headline"):
        prepare(
            b"<html><body><article><h1>Minister leaves early</h1><p>By Ann Berg</p></article></body></html>"
        )


def test_a_headline_is_stored_without_soft_hyphens():
    raw = "<html><body><h1>Min\u00adis\u00adter leaves</h1><p>It rained for hours.</p></body></html>"
    assert prepare(raw.encode()).title == "Minister leaves"
