"""Test that marks, sentences and passages have the right offsets in every reader, whatever
the letters of the text.
"""

import unicodedata
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.compose import check
from newsroom.text.language.sentences import sentences
from newsroom.text.model import Document, MarkKind
from newsroom.text.pipeline import prepare

#: Letters of several code points, some of which become fewer when normalised: e + accent, 가
#: from its three parts.
LETTERS = [
    "e\u0301",
    "n\u0303",
    "क्षि",
    "👩‍🚒",
    "🇺🇦",
    "👍🏽",
    "가",
    "\u1112\u1161\u11ab",
    "ش",
    "ﬁ",
    "ß",
    "a",
    "Z",
    "7",
    "中",
]
WORDS = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=6).map("".join)
SENTENCES = st.lists(WORDS, min_size=3, max_size=9).map(lambda words: f"A {' '.join(words)} b.")
#: Paragraphs of a few sentences. The word of the link stands nowhere else.
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
LINKED = st.lists(st.sampled_from(LETTERS), max_size=3).map(lambda letters: f"q{''.join(letters)}q")


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def linked_words(document: Document) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks if mark.kind is MarkKind.LINK]


def words_in_sentences(document: Document) -> str:
    return " ".join(document.text[span.start : span.end] for span in sentences(document))


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4))
def test_plain_text_keeps_every_letter_in_its_place(paragraphs: list[str]) -> None:
    document = prepare("\n\n".join(paragraphs).encode(), name="article.txt").document
    check(document)
    assert document.text == nfc("\n\n".join(paragraphs))
    assert words_in_sentences(document).split() == document.text.split()


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4), LINKED)
def test_markdown_keeps_every_letter_and_link_in_its_place(paragraphs: list[str], linked: str) -> None:
    source = "\n\n".join(
        ["# A heading", *(f"{text} A [{linked}](https://a.example/) b." for text in paragraphs)]
    )
    document = prepare(source.encode(), name="article.md").document
    check(document)
    assert document.text.endswith(nfc("\n\n".join(f"{text} A {linked} b." for text in paragraphs)))
    assert linked_words(document) == [nfc(linked)] * len(paragraphs)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4), LINKED)
def test_html_keeps_every_letter_and_link_in_its_place(paragraphs: list[str], linked: str) -> None:
    body = "".join(
        f'<p>{escape(text)} A <a href="https://a.example/">{linked}</a> b.</p>' for text in paragraphs
    )
    page = (
        f"<html><head><meta charset=utf-8></head><body><article><h1>A "
        f"heading</h1>{body}</article></body></html>"
    )
    document = prepare(page.encode(), name="article.html").document
    check(document)
    assert document.text.endswith(nfc("\n\n".join(f"{text} A {linked} b." for text in paragraphs)))
    assert linked_words(document) == [nfc(linked)] * len(paragraphs)
