"""Test that what a page updates by itself is no change of its article, and that all other words are."""

import pytest

from newsroom.text.changes.furniture import without_furniture
from newsroom.text.model import Block, Document, Role

BODY = "The ferry left the harbour of Ost at eight in the evening, the line said."


def lasting(line: str, role: Role = Role.BODY) -> str:
    text = f"{line}\n\n{BODY}"
    first, second = Block(0, len(line), role), Block(len(line) + 2, len(text), Role.BODY)
    return without_furniture(Document(text, (first, second)))


@pytest.mark.parametrize(
    "line",
    [
        "Posted 1 hour ago",
        "2h ago",
        "Last updated 5 mins ago",
        "Last updated yesterday",
        "Updated: 9 July 2022 14:05",
        "just now",
        "12 comments",
        "Comments: 1,204",
        "3.4K views",
        "5 min read",
        "Share this article: Facebook Twitter (34)",
        "Share 34",
        "Teilen auf Facebook (3)",
        "4 min read | 12 comments | 2 days ago",
        "vor 3 Stunden",
        "il y a 2 heures",
        "hace 5 minutos",
        "há 2 horas",
        "3 ore fa",
        "2 uur geleden",
        "för 2 timmar sedan",
        "for 3 timer siden",
        "2 tuntia sitten",
        "5 minut temu",
        "2 часа назад",
        "3 saat önce",
        "2小时前",
        "5分前",
        "3시간 전",
        "15 Kommentare",
        "8 комментариев",
    ],
)
def test_a_line_of_ages_and_counters_is_furniture(line: str) -> None:
    assert lasting(line) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Two hours ago it struck a rock.",
        "12 killed",
        "3 days",
        "45 min",
        "12 m",
        "9 July 2022",
        "Yesterday",
        "12 comments were removed by the moderators.",
        "Score: 3-1",
        "DAX 12,345",
        "Shares fell 12 per cent",
        "Share prices fell 10 per cent",
        "Share of women rises to 40",
        "Tweet by the minister cost 3 billion",
        "Share prices fell 10 per cent, analysts said.",
        "A share of 34",
        "",
    ],
)
def test_what_an_article_says_is_none(line: str) -> None:
    assert lasting(line) == "\n".join(filter(None, (line, BODY)))


def test_a_headline_stays_whole() -> None:
    assert lasting("2 hours ago", Role.TITLE) == f"2 hours ago\n{BODY}"


def test_of_a_line_only_the_furniture_goes() -> None:
    assert lasting("By Ann Berg | 2 hours ago | 5 comments") == f"By Ann Berg\n{BODY}"


def test_the_day_of_publication_is_compared_as_metadata() -> None:
    assert lasting("9 July 2022", Role.DATELINE) == BODY


def test_a_line_of_over_150_characters_is_a_sentence() -> None:
    short, long = (" | ".join(["12 comments"] * 10 + ["x" * rest]) for rest in (10, 11))
    assert (len(short), len(long)) == (150, 151)
    assert lasting(short) == f"{'x' * 10}\n{BODY}"
    assert lasting(long) == f"{long}\n{BODY}"
