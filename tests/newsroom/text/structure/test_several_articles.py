"""Test which texts look like several articles in one file."""

import pytest

from newsroom.text.pipeline import SourceDetails, prepare
from newsroom.text.structure.several_articles import parted_texts

RAIN = "It rained for hours in the city, two officials said on Friday."


def looks_like_several(*lines):
    return bool(prepare("\n\n".join(lines).encode()).starts)


def parts(*lines):
    """Return the texts into which the lines are split."""
    prepared = prepare("\n\n".join(lines).encode())
    return parted_texts(prepared.document, prepared.starts)


@pytest.mark.parametrize(
    ("lines", "fewest"),
    [
        (["Copyright 2024 Example Times", RAIN], 3),
        (["Document 7", RAIN], 3),
        (["3 of 100", RAIN], 3),
        (["_" * 20, RAIN], 3),
        (["By Ana Ruiz", "3 May 2024", RAIN], 3),
        (["3 May 2024", RAIN], 12),
    ],
)
def test_lines_that_an_article_has_once_or_twice_show_several(lines, fewest):
    assert not looks_like_several(RAIN, *lines * (fewest - 1))
    assert looks_like_several(RAIN, *lines * fewest)


def test_long_paragraphs_do_not_count():
    paragraph = "Copyright is a right that authors have in most countries of the world. " * 3
    assert not looks_like_several(*[paragraph] * 5)


@pytest.mark.parametrize(
    "article",
    [
        ["Document {0}", "Rain in town {0}", RAIN],
        ["Rain in town {0}", RAIN, "Copyright 2024 Example Times"],
        ["Rain in town {0}", RAIN, "_" * 30],
        ["Rain in town {0}", "By Ana Ruiz", "3 May 2024", RAIN],
        ["Rain in town {0}", "3 May 2024", "By Ana Ruiz", RAIN],
    ],
    ids=["numbers", "copyrights", "rules", "bylines and days", "days and bylines"],
)
def test_each_article_begins_where_its_signs_say(article):
    lines = [line.format(number) for number in range(1, 5) for line in article]
    texts = parts(*lines)
    assert [f"town {number}" in text for number, text in enumerate(texts, start=1)] == [True] * 4
    assert [text.count("Rain in town") for text in texts] == [1] * 4


def test_days_alone_part_a_text_above_the_headline_before_each():
    lines = [line for day in range(1, 13) for line in (f"Rain in town {day}", f"{day} May 2024", RAIN)]
    assert [text.count("Rain in town") for text in parts(*lines)] == [1] * 12


def test_a_page_and_a_row_of_a_table_are_one_article_and_only_noted():
    lines = ["Document 7", RAIN] * 3
    page = prepare(("<p>" + "</p><p>".join(lines) + "</p>").encode(), name="page.html")
    row = prepare("\n\n".join(lines).encode(), details=SourceDetails(format="plain"))
    for prepared in (page, row):
        assert prepared.starts == ()
        assert any("several articles" in note for note in prepared.notes)


def test_nothing_is_asked_about_what_a_person_called_one_article():
    text = "\n\n".join(["Document 7", RAIN] * 3).encode()
    assert prepare(text, details=SourceDetails(as_one=True)).starts == ()
