"""Test exports of Nexis in both layouts."""

import pytest

from newsroom.text.compilations.coded import Code
from newsroom.text.compilations.lexis import split_lexis

OLDER = [
    "Download Request: Selected Items: 1-2",
    "1 of 2 DOCUMENTS",
    "Example Times",
    "May 3, 2024 Friday",
    "Late Edition - Final",
    "Bridge closed",
    "BYLINE: By ANA RUIZ",
    "LENGTH: 312 words",
    "The bridge was closed.",
    "Mayor Holm: it is safe.",
    "LOAD-DATE: May 4, 2024",
    "Copyright 2024 Example Times",
    "All Rights Reserved",
    "2 of 2 DOCUMENTS",
    "Das Blatt",
    "27. Februar 2012 Montag",
    "Brücke gesperrt",
    "AUTOR: Bo Lind",
    "LÄNGE: 20 Wörter",
    "Die Brücke ist gesperrt.",
]
NEWER = [
    "User Name: =",
    "Documents (2)",
    "Bridge closed",
    "Example Times",
    "May 3, 2024 Friday",
    "Copyright 2024 Example Times All Rights Reserved",
    "Length: 312 words",
    "Byline: Ana Ruiz",
    "Body",
    "The bridge was closed.",
    "Mayor Holm: it is safe.",
    "Load-Date: May 4, 2024",
    "End of Document",
    "Ferries run",
    "Other Post",
    "Late edition",
    "May 4, 2024 Saturday",
    "Body",
    "Ferries ran.",
    "Classification",
    "Ferries (90%)",
    "End of Document",
]


def of(article, code):
    return [paragraph.text for paragraph in article if paragraph.code is code]


@pytest.mark.parametrize("paragraphs", [OLDER, NEWER], ids=["older", "newer"])
def test_an_article_has_its_fields(paragraphs):
    first, _ = split_lexis(paragraphs)
    assert of(first, Code.HEADLINE) == ["Bridge closed"]
    assert of(first, Code.OUTLET) == ["Example Times"]
    assert of(first, Code.DAY) == ["May 3, 2024 Friday"]
    assert [byline.removeprefix("By ").title() for byline in of(first, Code.BYLINE)] == ["Ana Ruiz"]
    assert of(first, Code.TEXT) == ["The bridge was closed.", "Mayor Holm: it is safe."]


def test_labels_of_other_languages_and_further_lines_are_known():
    _, second = split_lexis(OLDER)
    assert (of(second, Code.HEADLINE), of(second, Code.BYLINE)) == (["Brücke gesperrt"], ["Bo Lind"])
    assert of(second, Code.TEXT) == ["Die Brücke ist gesperrt."]
    _, second = split_lexis(NEWER)
    assert (of(second, Code.HEADLINE), of(second, Code.OUTLET)) == (["Ferries run"], ["Other Post"])
    assert of(second, Code.NOTE) == ["Late edition", "Body", *NEWER[-3:]]


def test_every_paragraph_from_the_first_article_on_is_kept():
    kept = [each.text for article in split_lexis(NEWER) for each in article]
    assert kept == [text.removeprefix("Byline: ") for text in NEWER[2:]]


def test_an_article_that_breaks_off_is_kept():
    *_, last = split_lexis(NEWER[:16])
    assert [each.text for each in last] == NEWER[13:16]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["1 of 2 DOCUMENTS", "It rained.", "2 of 2 DOCUMENTS", "It hailed."],
        ["It rained.", "Body", "End of Document", "It hailed.", "End of Document"],
    ],
)
def test_an_article_of_another_shape_is_split_off_as_text(paragraphs):
    articles = split_lexis(paragraphs)
    assert len(articles) == 2
    assert {each.code for article in articles for each in article} == {Code.TEXT}


@pytest.mark.parametrize(
    "paragraphs",
    [[], ["It rained."], ["Body", "It rained."], ["The end of document rules", "End of Document"]],
)
def test_another_file_is_not_split(paragraphs):
    assert split_lexis(paragraphs) == []
