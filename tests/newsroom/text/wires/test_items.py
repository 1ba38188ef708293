"""Test how items of news agencies become articles."""

from datetime import UTC, datetime

import pytest

from newsroom.text.compilations.coded import Code, CodedParagraph
from newsroom.text.model import Role
from newsroom.text.pipeline import prepare
from newsroom.text.wires.items import (
    WireItem,
    article_of,
    in_one_line,
    in_version_order,
    state_older_version,
    version_age,
)

BODY = (CodedParagraph(Code.TEXT, "The harbour bridge was closed on Monday."),)


def prepared(**fields):
    article = article_of(WireItem("urn:a", **{"paragraphs": BODY, **fields}))
    return prepare(article.raw, details=article.details)


def test_an_item_becomes_an_article_with_its_masthead():
    source = prepared(
        headline="Bridge closed",
        byline="By Ana Ruiz",
        provider="Example Wire",
        sources="Coast Agency",
        version="1",
        version_created="2024-05-03T10:00:00Z",
        language="en-GB",
    )
    metadata = source.metadata
    assert (source.title, metadata.byline, metadata.outlet) == ("Bridge closed", "Ana Ruiz", "Example Wire")
    assert (metadata.credit, metadata.language) == ("Coast Agency", "en")
    assert metadata.published_at == datetime(2024, 5, 3, 10, tzinfo=UTC)
    assert [block.role for block in source.document.blocks] == [Role.TITLE, Role.BYLINE, Role.BODY]
    assert source.notes == ()


def test_who_provides_an_item_is_credited_if_it_credits_nobody():
    assert prepared(provider="Example Wire").metadata.credit == "Example Wire"


@pytest.mark.parametrize(
    ("times", "published"),
    [
        ({"version": "1", "version_created": "2024-05-03T10:00:00Z"}, "2024-05-03"),
        ({"version_created": "20240503T100000Z"}, "2024-05-03"),
        ({"version": "2", "version_created": "2024-05-03T10:00:00Z"}, ""),
        ({"version": "2", "version_created": "2024-05-03", "created": "2024-05-01"}, "2024-05-01"),
        ({"version": "2", "version_created": "2024-05-03", "content_created": "2024-05-02"}, "2024-05-02"),
        ({"created": "soon", "content_created": "9999-12-31"}, ""),
    ],
)
def test_the_time_of_a_later_version_is_not_that_of_publication(times, published):
    moment = prepared(**times).metadata.published_at
    assert (moment.date().isoformat() if moment else "") == published


def test_what_must_not_be_published_is_said():
    notes = prepared(embargoed="2024-05-04T06:00:00Z", status="canceled").notes
    assert notes == (
        "It is embargoed until 2024-05-04T06:00:00Z: do not publish it before.",
        "Its agency marks it as canceled, not as usable: ask before you rely on it.",
    )
    assert prepared(status="usable").notes == ()


def test_the_note_to_editors_stands_above_the_text_and_fields_beside_it():
    source = prepared(editor_note="CORRECTS the day", version="3", copyright="© Example", terms="Not online")
    assert [block.role for block in source.document.blocks] == [Role.BOILERPLATE, Role.BODY]
    assert source.metadata.lines == (
        "Id: urn:a",
        "Version: 3",
        "Copyright: © Example",
        "Usage terms: Not online",
    )


def test_a_masthead_that_the_text_repeats_stands_once():
    paragraphs = (
        CodedParagraph(Code.HEADLINE, "Bridge closed"),
        CodedParagraph(Code.BYLINE, "By Ana Ruiz in Norhaven"),
        *BODY,
        CodedParagraph(Code.TEXT, "Bridge closed"),
    )
    source = prepared(headline="Bridge closed", byline="Ana Ruiz", paragraphs=paragraphs)
    assert source.document.text.split("\n\n") == [
        "Bridge closed",
        "By Ana Ruiz in Norhaven",
        BODY[0].text,
        "Bridge closed",
    ]
    assert source.metadata.byline == "Ana Ruiz"


def test_a_second_headline_is_text():
    paragraphs = (CodedParagraph(Code.HEADLINE, "Ferries run"), *BODY)
    roles = [
        block.role for block in prepared(headline="Bridge closed", paragraphs=paragraphs).document.blocks
    ]
    assert roles == [Role.TITLE, Role.BODY, Role.BODY]


@pytest.mark.parametrize(("length", "left_blank"), [(200, False), (201, True)])
def test_an_id_that_is_too_long_is_left_blank(length, left_blank):
    article = article_of(WireItem("u" * length, paragraphs=BODY))
    assert (article.details.external_id == "") == left_blank
    assert bool(article.details.notes) == left_blank


def test_versions_of_an_item_come_together_and_in_order():
    items = [
        WireItem("a", version="10"),
        WireItem("b", version="1"),
        WireItem("a", version="9"),
        WireItem("a", version_created="2024-05-03"),
    ]
    assert [(item.guid, item.version) for item in in_version_order(items)] == [
        ("a", ""),
        ("a", "9"),
        ("a", "10"),
        ("b", "1"),
    ]


def test_a_version_that_is_no_number_counts_nothing():
    assert version_age("1.2", "2024") == (0, "2024")
    assert version_age("9" * 18, "") == (10**18 - 1, "")
    assert version_age("9" * 19, "") == (0, "")


@pytest.mark.parametrize(
    ("fields", "older"),
    [
        ({"version": "2"}, True),
        ({"version": "10"}, False),
        ({"version": "3", "version_created": "2024-05-03T09:59:00Z"}, True),
        ({"version": "3", "version_created": "2024-05-03T11:00:00+02:00"}, True),
        ({"version": "3", "version_created": "2024-05-03T10:00:00Z"}, False),
        ({"version": "3"}, False),
        ({"version": "2nd", "version_created": "2024-05-02"}, False),
        ({"version_created": "2024-05-02"}, False),
    ],
)
def test_a_version_is_older_by_its_number_or_else_by_its_time(fields, older):
    present = prepared(version="3", version_created="2024-05-03T10:00:00Z").metadata.lines
    assert state_older_version(prepared(**fields).metadata.lines, present) == older


@pytest.mark.parametrize(("created", "older"), [("2024-05-02", True), ("2024-05-03", False), ("soon", False)])
def test_versions_without_numbers_are_compared_by_their_times(created, older):
    present = prepared(version="1.2", version_created="2024-05-03").metadata.lines
    assert state_older_version(prepared(version_created=created).metadata.lines, present) == older


@pytest.mark.parametrize("own_id", [[], ["Id: urn:b"]])
def test_only_versions_of_one_item_are_compared(own_id):
    assert state_older_version(["Id: urn:a", "Version: 1"], ["Id: urn:a", "Version: 2"])
    assert not state_older_version([*own_id, "Version: 1"], [*own_id, "Version: 2"][-1:])
    assert not state_older_version([*own_id, "Version: 1"], ["Id: urn:a", "Version: 2"])


def test_characters_that_no_database_stores_are_left_out():
    details = article_of(
        WireItem(
            "urn:a\0",
            headline="Bridge\0 closed \ud800",
            byline="Ana\0 Ruiz",
            provider="Example\0 Wire",
            sources="Coast\x01 Agency",
            language="en\0-GB",
            paragraphs=BODY,
        )
    ).details
    assert (details.external_id, details.title, details.outlet) == (
        "urn:a",
        "Bridge closed \ufffd",
        "Example Wire",
    )
    assert (details.byline, details.credit, details.language) == ("Ana Ruiz", "Coast Agency", "en")


def test_a_text_is_put_in_one_line():
    assert in_one_line(" It \n rained. ") == "It rained."
