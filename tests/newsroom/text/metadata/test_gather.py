from datetime import UTC, datetime

import pytest

from newsroom.text.compose import compose
from newsroom.text.metadata.gather import gather_metadata
from newsroom.text.model import Draft, Metadata, Piece, Role
from newsroom.text.pipeline import draft_of
from newsroom.text.readers.plain import read_plain

BODY = (
    "The minister left the meeting before the others had spoken, "
    "according to two people who were in the room on Friday."
)


def read(source: str) -> Draft:
    return draft_of(read_plain(source))


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


def test_the_day_of_an_update_alone_is_no_day_of_publication() -> None:
    assert read(f"A headline\n\nUpdated: 10 July 2022 10:00\n\n{BODY}").metadata.published_at is None


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


@pytest.mark.parametrize(("position", "url"), [(5, "https://apnews.com/a"), (6, "")])
def test_a_labelled_address_stands_among_the_first_or_last_six_pieces(position: int, url: str) -> None:
    pieces = [Piece(BODY)] * 13
    pieces[position] = Piece("Original url: https://apnews.com/a")
    assert gather_metadata(pieces).metadata.url == url
    assert gather_metadata(pieces[::-1]).metadata.url == url


def test_a_page_s_own_name_is_no_author() -> None:
    pieces = [Piece("By The Example", Role.BYLINE)]
    assert gather_metadata(pieces).metadata.byline == "The Example"
    assert gather_metadata(pieces, never_authors=frozenset({"The Example"})).metadata.byline == ""
