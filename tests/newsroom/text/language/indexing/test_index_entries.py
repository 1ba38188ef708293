"""Test that the index entries of a text are those of its parts, though its words are cut only once."""

import pytest

from newsroom.text.language.indexing.index_entries import entries_of
from newsroom.text.language.indexing.word_forms import index_words
from newsroom.text.language.words import terms
from newsroom.text.model import Block, Document, Role

HEADLINE = "Grain ships left."
APPEAL = "Please donate now."


def test_entries_are_the_sentences_of_the_document_with_their_terms_and_all_words():
    document = Document("Grain ships left. The ships sank.", (Block(0, 33, Role.BODY),))
    entries = entries_of(document)
    assert [document.text[span.start : span.end] for span in entries.spans] == [
        "Grain ships left.",
        "The ships sank.",
    ]
    assert list(entries.terms) == [terms("Grain ships left."), terms("The ships sank.")]
    assert entries.words == index_words(document.text, ("en",))
    assert entries.languages == ("en",)
    assert entries.sentence_ids == ()


def test_a_term_that_occurs_twice_in_a_sentence_is_one_entry_of_it():
    (only,) = entries_of(Document("Ship after ship.", (Block(0, 16),))).terms
    assert only == ["ship", "after"]


def test_words_of_an_appeal_are_words_of_the_text_but_of_no_sentence():
    text = f"{HEADLINE}\n\n{APPEAL}\n\nThe ships sank."
    start = text.index(APPEAL)
    end = start + len(APPEAL)
    blocks = (
        Block(0, len(HEADLINE)),
        Block(start, end, Role.BOILERPLATE),
        Block(end + 2, len(text)),
    )
    entries = entries_of(Document(text, blocks))
    assert len(entries.spans) == 2
    assert not any("donat" in sentence for sentence in entries.terms)
    assert entries.words == index_words(text, ("en",))


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith left at 9.30 a.m. He said: “Go!” Then 1,500 people left.",
        "北京市。大阪で会談した。Rain fell in 東京. It stopped.",
        "Паром затонул. Капитан жив! Е-мейл пришёл.",
        "e-mails came_ in._ U.S. ships. O’Neill’s 2 300 men.",
        "ราคาน้ำมันขึ้น rose. Then fell.",
    ],
)
def test_no_word_is_lost_or_changed_between_two_sentences(text):
    entries = entries_of(Document(text, (Block(0, len(text)),)))
    assert entries.words == index_words(text, entries.languages)
    for span, of_sentence in zip(entries.spans, entries.terms, strict=True):
        assert of_sentence == list(dict.fromkeys(terms(text[span.start : span.end])))
