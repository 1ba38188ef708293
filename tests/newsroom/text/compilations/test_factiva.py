"""Test exports of Factiva in both layouts."""

import pytest

from newsroom.text.compilations.coded import Code
from newsroom.text.compilations.factiva import split_factiva

CODED = [
    "Factiva",
    "SE",
    "News",
    "HD",
    "Bridge closed",
    "BY By Ana Ruiz",
    "WC 312 words",
    "PD 3 May 2024",
    "SN",
    "Example Times",
    "LP",
    "The bridge was closed.",
    "TD",
    "Ferries run.",
    "So it was said.",
    "AN Document EXTI000020240503ek530000d",
    "HD Ferries run",
    "PD 4 May 2024",
    "SN Other Post",
    "TD Ferries ran.",
]
UNCODED = [
    "Factiva",
    "News",
    "HD",
    "Bridge closed",
    "BY",
    "Ana Ruiz",
    "312 words",
    "3 May 2024",
    "Example Times",
    "EXTI",
    "1; National",
    "English",
    "(c) 2024 Example Times Ltd",
    "The bridge was closed.",
    "Example Times Limited",
    "Document EXTI000020240503ek530000d",
    "Fähren fahren",
    "20 Wörter",
    "4 Mai 2024",
    "Das Blatt",
    "BLATT",
    "Copyright 2024 Das Blatt",
    "Die Fähren fahren.",
    "Dokument BLATT00020240504ek5300001",
]


def of(article, code):
    return [paragraph.text for paragraph in article if paragraph.code is code]


def test_an_article_with_codes_has_its_fields():
    first, second = split_factiva(CODED)
    assert of(first, Code.HEADLINE) == ["Bridge closed"]
    assert of(first, Code.BYLINE) == ["By Ana Ruiz"]
    assert (of(first, Code.DAY), of(first, Code.OUTLET)) == (["3 May 2024"], ["Example Times"])
    assert of(first, Code.TEXT) == ["The bridge was closed.", "Ferries run.", "So it was said."]
    assert of(first, Code.NOTE) == ["News", "312 words", "Document EXTI000020240503ek530000d"]
    assert (of(second, Code.HEADLINE), of(second, Code.TEXT)) == (["Ferries run"], ["Ferries ran."])


def test_a_section_before_the_headline_begins_the_next_article():
    _, second = split_factiva([*CODED[3:16], "SE Sport", *CODED[16:]])
    assert of(second, Code.NOTE) == ["Sport"]


def test_an_article_without_codes_has_its_fields():
    first, second = split_factiva(UNCODED)
    assert of(first, Code.HEADLINE) == ["Bridge closed"]
    assert of(first, Code.BYLINE) == ["Ana Ruiz"]
    assert (of(first, Code.DAY), of(first, Code.OUTLET)) == (["3 May 2024"], ["Example Times"])
    assert of(first, Code.TEXT) == ["The bridge was closed.", "Example Times Limited"]
    assert (of(second, Code.HEADLINE), of(second, Code.OUTLET)) == (["Fähren fahren"], ["Das Blatt"])
    assert of(second, Code.TEXT) == ["Die Fähren fahren."]


def test_what_stands_behind_the_last_article_is_kept_as_a_note():
    *_, last = split_factiva([*UNCODED, "Search summary"])
    assert of(last, Code.NOTE)[-1] == "Search summary"


@pytest.mark.parametrize(
    "paragraphs",
    [
        [],
        ["It rained."],
        ["HD televisions are cheap.", "It rained."],
        ["HD Bridge closed", "PD 3 May 2024", "LP no outlet"],
        ["It rained.", "Document EXTI000020240503ek530000d"],
        [*UNCODED, "It rained.", "Document EXTI000020240503ek530000e"],
    ],
)
def test_another_file_is_not_split(paragraphs):
    assert split_factiva(paragraphs) == []


@pytest.mark.parametrize(
    "sentence", ["AN Israeli strike killed ten people.", "BY the time police came, all was over."]
)
def test_a_sentence_that_begins_with_a_code_in_capitals_is_text(sentence):
    place = CODED.index("Ferries run.") + 1
    (article, _) = split_factiva([*CODED[:place], sentence, *CODED[place:]])
    texts = [paragraph.text for paragraph in article if paragraph.code is Code.TEXT]
    assert texts == ["The bridge was closed.", "Ferries run.", sentence, "So it was said."]
