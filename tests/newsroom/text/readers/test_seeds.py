"""Test what is read from the five real articles."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom.text.compose import check, compose
from newsroom.text.decoding.decode import decode
from newsroom.text.language.sentences import sentences
from newsroom.text.metadata.titles import working_title
from newsroom.text.model import Draft, MarkKind, Role
from newsroom.text.pipeline import prepare
from newsroom.text.readers.accounting import SYNTAX, lost_characters

ARTICLES = Path(__file__).parents[4] / "seeds" / "articles"
NUMBERS = ("000", "001", "002", "003", "004")


def source(number: str) -> str:
    (path,) = ARTICLES.glob(f"{number}_*")
    return decode(path.read_bytes()).text


def draft(number: str) -> Draft:
    return prepare(source(number).encode(), name=f"{number}.txt").draft


def texts(number: str, role: Role) -> list[str]:
    return [piece.text for piece in draft(number).pieces if piece.role is role]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_character_is_found_again(number: str) -> None:
    rest = lost_characters(source(number), draft(number))
    assert set(rest) <= (SYNTAX if number == "002" else set())


@pytest.mark.parametrize("number", NUMBERS)
def test_each_composes_to_a_sound_document_with_sentences(number: str) -> None:
    document = compose(draft(number))
    check(document)
    assert len(sentences(document)) >= len(document.blocks)


def test_the_content_says_what_is_markdown() -> None:
    assert [draft(number).format for number in NUMBERS] == ["plain", "plain", "markdown", "plain", "plain"]


def test_002_has_its_metadata() -> None:
    found = draft("002").metadata
    assert found.title == "Blinken Says 'No Signs' at G20 of Russia Engaging on Ukraine"
    assert found.byline == "AFP"
    assert (found.published_at, found.published_on_day) == (datetime(2022, 7, 9, tzinfo=UTC), True)
    assert (
        found.url
        == "https://www.themoscowtimes.com/2022/07/09/blinken-says-no-signs-at-g20-of-russia-engaging-on-ukraine-a78251"
    )
    assert found.outlet == "The Moscow Times"
    assert found.credit == ""
    assert found.lines == ("Original url:", f"<{found.url}>")


def test_002_reads_as_prose() -> None:
    text = compose(draft("002")).text
    assert "another $360 million in support" in text
    assert "Original url" not in text
    assert "themoscowtimes.com" not in text
    (caption,) = texts("002", Role.CAPTION)
    assert caption.endswith("08 July 2022. EPA/DITA ALANGKARA / POOL / TASS")
    assert texts("002", Role.BYLINE) == ["By AFP"]
    assert texts("002", Role.DATELINE) == ["July 09, 2022"]


def test_an_address_that_leads_nowhere_is_no_link() -> None:
    marks = [mark for piece in draft("002").pieces for mark in piece.marks]
    assert MarkKind.LINK not in {mark.kind for mark in marks}
    assert [mark.value for mark in marks if mark.kind is MarkKind.NOTE] == ["#"]


def test_001_has_no_headline_but_a_working_title() -> None:
    found = draft("001").metadata
    assert (found.title, found.byline, found.url, found.published_at) == ("", "", "", None)
    assert working_title(compose(draft("001"))).startswith(
        "U.S. Secretary of State Antony Blinken said Saturday that"
    )
    assert len(working_title(compose(draft("001")))) <= 81


def test_001_each_line_is_a_paragraph_and_the_appeal_boilerplate_to_its_end() -> None:
    pieces = draft("001").pieces
    assert [piece.text for piece in pieces] == source("001").split("\n")
    first = next(i for i, piece in enumerate(pieces) if piece.text == "A Message from The Moscow Times:")
    assert {piece.role for piece in pieces[:first]} == {Role.BODY}
    assert {piece.role for piece in pieces[first:]} == {Role.BOILERPLATE}
    assert pieces[-1].text == "Remind me later."


def test_001_names_its_outlet_by_its_own_appeal() -> None:
    assert draft("001").metadata.outlet == "The Moscow Times"


def test_000_has_kicker_headline_captions_and_credit() -> None:
    found = draft("000").metadata
    assert texts("000", Role.KICKER) == ["US News"]
    assert found.title == "Vladimir Putin lackey Sergey Lavrov storms out of G20 after photo snub"
    assert texts("000", Role.TITLE) == [found.title]
    assert [caption.rpartition(". ")[2] for caption in texts("000", Role.CAPTION)] == [
        "POOL/AFP via Getty Images",
        "dpa/picture alliance via Getty I",
        "AFP via Getty Images",
        "REUTERS",
    ]
    assert texts("000", Role.CREDIT) == ["With Post Wires"]
    assert (found.byline, found.published_at, found.outlet, found.credit) == ("", None, "", "With Post Wires")


def test_003_has_switcher_headline_caption_and_a_heading() -> None:
    found = draft("003").metadata
    assert texts("003", Role.BOILERPLATE) == ["ua en ru"]
    assert found.title == "Lavrov sidelined after botched US negotiations undermine Putin’s strategy - Media"
    (caption,) = texts("003", Role.CAPTION)
    assert caption.endswith("Photo: Russian Foreign Minister Sergey Lavrov (Getty Images)")
    (heading,) = [piece for piece in draft("003").pieces if piece.marks]
    assert (heading.text, heading.role, heading.marks[0].kind) == (
        "Collapsed Trump–Putin meeting",
        Role.BODY,
        MarkKind.HEADING,
    )
    assert (found.byline, found.published_at, found.outlet) == ("", None, "")


def test_004_has_headline_pointers_and_credit() -> None:
    found = draft("004").metadata
    assert found.title == "Blinken, Lavrov Meet Briefly As Ukraine War Overshadows G20 Meeting"
    assert [line.split(":")[0] for line in texts("004", Role.SEE_ALSO)] == ["SEE ALSO", "SEE ALSO"]
    assert texts("004", Role.CREDIT) == ["With reporting by AP and Reuters"]
    assert (found.credit, found.byline, found.published_at) == ("With reporting by AP and Reuters", "", None)
