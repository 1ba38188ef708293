"""Test exports of ProQuest."""

import pytest

from newsroom.text.compilations.coded import Code, CodedParagraph
from newsroom.text.compilations.proquest import split_proquest

EXPORT = [
    "____________________",
    "Document 1 of 2",
    "Bridge closed",
    "Author: Ruiz, Ana",
    "Full text: The bridge was closed.",
    "Mayor Holm: it is safe.",
    "Publication title: Example Times",
    "Publication date: May 3, 2024",
    "____________________",
    "Document 2 of 2",
    "Ferries run",
    "Full text:",
    "Ferries ran.",
]


def test_an_article_has_its_fields():
    first, second = split_proquest(EXPORT)
    assert first == [
        CodedParagraph(Code.NOTE, "Document 1 of 2"),
        CodedParagraph(Code.HEADLINE, "Bridge closed"),
        CodedParagraph(Code.BYLINE, "Ruiz, Ana"),
        CodedParagraph(Code.TEXT, "The bridge was closed."),
        CodedParagraph(Code.TEXT, "Mayor Holm: it is safe."),
        CodedParagraph(Code.OUTLET, "Example Times"),
        CodedParagraph(Code.DAY, "May 3, 2024"),
    ]
    assert second[1:] == [
        CodedParagraph(Code.HEADLINE, "Ferries run"),
        CodedParagraph(Code.TEXT, "Ferries ran."),
    ]


@pytest.mark.parametrize(
    "paragraphs", [[], ["Document 1 of 2"], ["Document 1 of 2", "Bridge closed", "It rained."]]
)
def test_a_file_without_full_texts_is_not_split(paragraphs):
    assert split_proquest(paragraphs) == []


def test_a_paragraph_that_looks_like_a_label_ends_no_text():
    sentence = "People: who we are, said the mayor."
    (first, _) = split_proquest([*EXPORT[:5], sentence, *EXPORT[5:]])
    texts = [paragraph.text for paragraph in first if paragraph.code is Code.TEXT]
    assert texts == ["The bridge was closed.", sentence, "Mayor Holm: it is safe."]
