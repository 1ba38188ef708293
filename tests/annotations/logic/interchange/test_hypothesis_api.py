"""Test that what the API of Hypothesis returns is read."""

import json
from typing import Any

from annotations.logic.interchange.hypothesis_api import read_hypothesis
from annotations.logic.interchange.records import ForeignComment


def row(name: str, **values: Any) -> dict[str, Any]:
    """Return a row in the shape that the API documents."""
    return {
        "id": name,
        "created": "2022-07-09T10:00:00.000000+00:00",
        "updated": "2022-07-09T10:00:00.000000+00:00",
        "user": "acct:ann@hypothes.is",
        "uri": "https://a.example/rain",
        "text": "Really?",
        "tags": ["weather", "Bali"],
        "group": "__world__",
        "document": {"title": ["Rain on Bali"]},
        "target": [
            {
                "source": "https://a.example/rain",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]"},
                    {"type": "TextPositionSelector", "start": 100, "end": 109},
                    {"type": "TextQuoteSelector", "exact": "Rain fell", "prefix": "news: ", "suffix": " all"},
                ],
            }
        ],
        **values,
    }


def test_an_annotation_has_its_quote_tags_and_author() -> None:
    (annotation,) = read_hypothesis(json.dumps({"total": 1, "rows": [row("one")]})).annotations
    assert (annotation.foreign_id, annotation.exact, annotation.prefix) == ("one", "Rain fell", "news: ")
    assert (annotation.document.url, annotation.document.title) == ("https://a.example/rain", "Rain on Bali")
    assert (annotation.tags, annotation.note, annotation.author) == (("weather", "Bali"), "Really?", "ann")
    assert annotation.start == 100


def test_replies_become_comments_in_their_order() -> None:
    later = row("three", references=["one", "two"], text="No.", created="2022-07-11", target=[])
    reply = row("two", references=["one"], text="Yes.", created="2022-07-10", target=[])
    (annotation,) = read_hypothesis(json.dumps([later, row("one"), reply])).annotations
    assert annotation.comments == (
        ForeignComment("Yes.", "ann", "2022-07-10", "two"),
        ForeignComment("No.", "ann", "2022-07-11", "three"),
    )


def test_a_note_on_a_page_and_a_lost_reply_are_told() -> None:
    page = row("page", target=[{"source": "https://a.example/rain"}])
    read = read_hypothesis(json.dumps([page, row("lost", references=["gone"])]))
    assert read.annotations == ()
    assert read.unread == (
        "page: a note on a whole page, which marks no words.",
        "lost: a reply to what is not in the file.",
    )


def test_rows_with_odd_values_are_read_as_far_as_they_go() -> None:
    odd = row("odd", tags=None, text=7, user=None, document=[], uri=None)
    (annotation,) = read_hypothesis(json.dumps([odd, 5, None])).annotations
    assert (annotation.tags, annotation.note, annotation.author) == ((), "", "")
