"""What an article says of its sources is read where it says it, and nothing is made up."""

from pathlib import Path

import pytest

from annotations.logic.credits import Credit, credits_of
from annotations.logic.vocabulary import CreditKind
from newsroom.text.model import Block, Document, Role
from newsroom.text.preparing import Given, prepare
from tests.effort import cpu_seconds

SEEDS = Path(__file__).parents[3] / "seeds" / "articles"
BYLINE, LINE, CITED = CreditKind.BYLINE, CreditKind.CREDIT_LINE, CreditKind.CITED


def named(text: str = "Nothing.", role: Role = Role.BODY, **lines: str) -> list[tuple[str, str]]:
    document = Document(text, (Block(0, len(text), role),))
    return [(credit.kind, credit.source) for credit in credits_of(document, outlets=["The Vesk Echo"], **lines)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ({"byline": "AFP"}, [(BYLINE, "AFP")]),
        ({"byline": "By Jane Doe with Agence France-Presse"}, [(BYLINE, "AFP")]),
        ({"credit": "With reporting by AP and Reuters"}, [(LINE, "AP"), (LINE, "Reuters")]),
        ({"credit": "With Post Wires"}, [(LINE, "unnamed wires")]),
        ({"byline": "Jane Doe"}, []),
    ],
)
def test_agencies_are_read_in_byline_and_credit_line(lines, found):
    assert named(**lines) == found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("He resigned, according to the Mirror. Nobody knew.", "Mirror"),
        ("The Japanese news agency Kyodo reported that he left.", "Kyodo"),
        ("“It was late,” he told AFP.", "AFP"),
        ("It began on Monday, according to The Vesk Echo.", "The Vesk Echo"),
        ("She was quoted as saying by the state news agency TASS.", "TASS"),
    ],
)
def test_a_citation_is_read_in_the_text(text, source):
    assert named(text) == [(CITED, source)]


@pytest.mark.parametrize(
    "text", ["He left, according to Smith.", "Smith told Jones.", "The time of the press is over."]
)
def test_people_and_common_words_are_no_sources(text):
    assert named(text) == []


def test_a_caption_credits_its_picture_only():
    assert named("Blinken, according to AFP", Role.CAPTION) == []


def test_a_source_is_named_once_where_it_counts_most():
    assert named("He told AFP so.", byline="AFP") == [(BYLINE, "AFP")]


@pytest.mark.parametrize("endless", ["A-", "A.", "A’", "A ", "told a ", "The A "])
def test_reading_takes_time_in_line_with_length(endless):
    with cpu_seconds(at_most=5):
        assert named(endless * 20_000) == []


def test_the_seeds_name_their_sources():
    found = {}
    for path in sorted(SEEDS.iterdir()):
        text = prepare(path.read_bytes(), name=path.name, given=Given())
        credits_ = credits_of(text.document, byline=text.metadata.byline, credit=text.metadata.credit)
        found[path.name[:3]] = set(credits_)
    assert found["002"] == {Credit(BYLINE, "AFP")}
    assert found["001"] == {Credit(CITED, "AFP")}
    assert Credit(LINE, "unnamed wires") in found["000"]
    assert found["003"] == {Credit(CITED, "The Moscow Times")}
    assert {Credit(LINE, "AP"), Credit(LINE, "Reuters")} <= found["004"]
