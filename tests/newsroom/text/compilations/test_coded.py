"""Test articles of news databases whose paragraphs begin with the codes of their fields."""

from datetime import UTC, datetime

import pytest

from newsroom.text.compilations.coded import Code, CodedParagraph, date_in, read_coded, write_coded
from newsroom.text.model import Metadata, Role

ARTICLE = [
    CodedParagraph(Code.HEADLINE, "Bridge closed"),
    CodedParagraph(Code.BYLINE, "By Ana Ruiz, example.org"),
    CodedParagraph(Code.DAY, "May 3, 2024 Friday"),
    CodedParagraph(Code.OUTLET, "Example Times."),
    CodedParagraph(Code.NOTE, "312 words"),
    CodedParagraph(Code.TEXT, "HD cameras film the bridge."),
]


def test_an_article_is_read_as_it_was_written():
    article = read_coded(write_coded(ARTICLE))
    assert [(piece.text, piece.role) for piece in article.pieces] == [
        ("Bridge closed", Role.TITLE),
        ("By Ana Ruiz, example.org", Role.BYLINE),
        ("May 3, 2024 Friday", Role.DATELINE),
        ("Example Times.", Role.BOILERPLATE),
        ("312 words", Role.BOILERPLATE),
        ("HD cameras film the bridge.", Role.BODY),
    ]
    assert article.stated == Metadata(
        title="Bridge closed",
        byline="Ana Ruiz",
        published_at=datetime(2024, 5, 3, tzinfo=UTC),
        published_on_day=True,
        outlet="Example Times",
    )


@pytest.mark.parametrize("source", ["It rained.", "XX It rained.", "\n\nIt rained.\n\n\n\n"])
def test_a_paragraph_without_a_known_code_is_text(source):
    (piece,) = read_coded(source).pieces
    assert piece.role is Role.BODY
    assert piece.text.endswith("It rained.")


def test_nothing_is_read_as_nothing():
    assert read_coded("").pieces == ()
    assert read_coded("HD \n\nPD soon").stated == Metadata()


def test_spaces_in_a_chinese_date_are_removed():
    assert date_in("2018 年 10 月 7 日 17:04") == "2018年10月7日17:04"
