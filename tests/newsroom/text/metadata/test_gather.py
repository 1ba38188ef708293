from datetime import UTC, datetime

import pytest

from newsroom.text.compose import compose
from newsroom.text.metadata.front_matter import front_matter
from newsroom.text.metadata.gather import gather_metadata
from newsroom.text.metadata.outlets import outlet_of
from newsroom.text.metadata.titles import working_title
from newsroom.text.model import Document, Draft, Metadata, Piece, Role
from newsroom.text.pipeline import draft_of
from newsroom.text.readers.plain import read_plain

BODY = (
    "The minister left the meeting before the others had spoken, "
    "according to two people who were in the room on Friday."
)


def read(source: str) -> Draft:
    return draft_of(read_plain(source))


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.themoscowtimes.com/2022/x", "The Moscow Times"),
        ("https://edition.cnn.com/x", "CNN"),
        ("https://amp.theguardian.com/x", "The Guardian"),
        ("https://unknown.example/x", ""),
        ("https://com/x", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_an_outlet_is_known_by_its_host(url: str, outlet: str) -> None:
    assert outlet_of(url) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Koval on 9 July 2022",
        "Posted by Anna Koval on Saturday, July 9, 2022 - 10:20",
        "by Anna Koval | July 9, 2022",
    ],
)
def test_a_byline_that_ends_in_a_day_gives_both(line: str) -> None:
    found = read(f"A headline\n\n{line}\n\n{BODY}").metadata
    assert (found.byline, found.published_at) == ("Anna Koval", datetime(2022, 7, 9, tzinfo=UTC))


@pytest.mark.parametrize("who", ["ANNA KOVAL, Associated Press", "Anna Koval, Reuters", "Anna Koval, AFP"])
def test_a_byline_with_an_agency_is_no_picture_credit(who: str) -> None:
    assert read(f"A headline\n\nBy {who}\n\nJuly 9, 2022\n\n{BODY}").metadata.byline == who


def test_the_day_of_publication_is_no_later_change() -> None:
    lines = "Updated: 10 July 2022 10:00\nPublished: 9 July 2022 09:00"
    assert read(f"A headline\n\n{lines}\n\n{BODY}").metadata.published_at == datetime(2022, 7, 9, tzinfo=UTC)


@pytest.mark.parametrize("label", ["Original url: ", "URL: ", "Source: ", "Link: <", "Source url:\n\n", ""])
def test_a_labelled_address_becomes_metadata(label: str) -> None:
    source = f"{label}https://apnews.com/a/b" + (">" if "<" in label else "") + f"\n\nA headline\n\n{BODY}"
    draft = read(source)
    assert (draft.metadata.url, draft.metadata.outlet) == ("https://apnews.com/a/b", "AP News")
    assert "apnews" not in compose(draft).text
    assert draft.pieces[-1].text == BODY


@pytest.mark.parametrize("line", ["Source: Reuters", "See https://x.org/y", "Original url:"])
def test_other_lines_stay_text(line: str) -> None:
    draft = read(f"A headline\n\n{BODY}\n\n{line}")
    assert (draft.metadata.url, draft.metadata.lines) == ("", ())
    assert draft.pieces[-1].text == line


def test_a_sponsor_is_no_outlet() -> None:
    found = gather_metadata(
        [Piece("A message from Acme:", Role.BOILERPLATE), Piece("A message from Politico:", Role.BODY)]
    )
    assert found.metadata.outlet == ""


def test_what_is_stated_wins() -> None:
    pieces = [Piece("Other", Role.TITLE), Piece("By AFP", Role.BYLINE), Piece("July 9, 2022", Role.DATELINE)]
    stated = Metadata(title="Stated", byline="Jane Doe", outlet="AFP")
    found = gather_metadata(pieces, stated=stated).metadata
    assert (found.title, found.byline, found.outlet) == ("Stated", "Jane Doe", "AFP")
    assert found.published_at is not None


def test_front_matter_of_other_shapes_is_let_be() -> None:
    assert (
        front_matter(
            [
                "tags: [a, b]",
                "author: [x]",
                "- y",
                "url: not an address",
                "lang: English please",
                "date: soon",
            ]
        )
        == Metadata()
    )


def test_a_working_title_is_the_first_sentence_of_the_body() -> None:
    document = compose(Draft((Piece("World", Role.KICKER), Piece("He left. She stayed."))))
    assert working_title(document) == "He left."


def test_a_long_working_title_is_cut_at_a_word() -> None:
    title = working_title(compose(Draft((Piece(BODY),))))
    assert title == "The minister left the meeting before the others had spoken, according to two…"
    assert len(working_title(compose(Draft((Piece("x" * 200),))))) == 80


def test_without_body_any_block_names_the_text_and_nothing_names_nothing() -> None:
    assert working_title(compose(Draft((Piece("A caption.", Role.CAPTION),)))) == "A caption."
    assert working_title(Document("")) == ""
