"""Test the sources that an article credits: they are read where it states them, and are not made up."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.logic.sources.crediting.credits import BEGINNING, LONGEST_PAPER, Credit, credits_of
from annotations.logic.vocabulary import CreditKind
from newsroom.text.model import Block, Document, Role
from newsroom.text.pipeline import SourceDetails, prepare
from tests.cpu_time import cpu_seconds

SEEDS = Path(__file__).parents[5] / "seeds" / "articles"
BYLINE, LINE, CITED = CreditKind.BYLINE, CreditKind.CREDIT_LINE, CreditKind.CITED
DATELINE, SIGN_OFF = CreditKind.DATELINE, CreditKind.SIGN_OFF


def credits_in(text: str = "Nothing.", role: Role = Role.BODY, **lines: str) -> list[tuple[str, str]]:
    """Return the credits that are found in `text`, whose lines are paragraphs, and in the
    other lines given by name.
    """
    paragraphs = re.finditer(r"[^\n]+", text)
    document = Document(text, tuple(Block(*paragraph.span(), role) for paragraph in paragraphs))
    return [
        (credit.kind, credit.source) for credit in credits_of(document, outlets=["The Vesk Echo"], **lines)
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ({"byline": "AFP"}, [(BYLINE, "AFP")]),
        ({"byline": "By Jane Doe with Agence France-Presse"}, [(BYLINE, "AFP")]),
        ({"credit": "With reporting by AP and Reuters"}, [(LINE, "AP"), (LINE, "Reuters")]),
        ({"credit": "With Post Wires"}, [(LINE, "unnamed wires")]),
        ({"credit": "The Associated Press contributed to this report."}, [(LINE, "AP")]),
        ({"credit": "Reuters contributed to this report."}, [(LINE, "Reuters")]),
        (
            {"credit": "Associated Press writers Anna Smith and Bo Li contributed to this report."},
            [(LINE, "AP")],
        ),
        ({"credit": "© Agence France-Presse"}, [(LINE, "AFP")]),
        ({"credit": "© 2022 AFP"}, [(LINE, "AFP")]),
        ({"credit": "Copyright 2022 The Associated Press."}, [(LINE, "AP")]),
        ({"byline": "Reuters Staff"}, [(BYLINE, "Reuters")]),
        ({"byline": "AFP in Paris"}, [(BYLINE, "AFP")]),
        ({"byline": "By ANNA SMITH, Associated Press"}, [(BYLINE, "AP")]),
        ({"byline": "Jane Doe"}, []),
        ({"byline": "Jane Doe, staff writer in Paris"}, []),
        ({"credit": "Anna Smith contributed to this report."}, []),
    ],
)
def test_agencies_are_read_in_byline_and_credit_line(lines, found):
    assert credits_in(**lines) == found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("He resigned, according to the Mirror. Nobody knew.", "Mirror"),
        ("He resigned, according to Mirror.", "Mirror"),
        ("“It was late,” he told the Sun Wednesday.", "Sun"),
        ("It was late, the Sun reported.", "Sun"),
        ("“It was late,” he told Daily Star.", "Daily Star"),
        ("The Japanese news agency Kyodo reported that he left.", "Kyodo"),
        ("“It was late,” he told AFP.", "AFP"),
        ("It began on Monday, according to The Vesk Echo.", "The Vesk Echo"),
        ("She was quoted as saying by the state news agency TASS.", "TASS"),
    ],
)
def test_a_citation_is_read_in_the_text(text, source):
    assert credits_in(text) == [(CITED, source)]


@pytest.mark.parametrize(("paragraphs", "found"), [(BEGINNING - 1, [(DATELINE, "AFP")]), (BEGINNING, [])])
def test_a_dateline_is_read_in_the_first_three_paragraphs(paragraphs, found):
    assert BEGINNING == 3
    assert credits_in("Nothing.\n" * paragraphs + "OST (AFP) - It fell.\nNothing.") == found


@pytest.mark.parametrize(
    ("paper", "found"),
    [("Ost Vale Tribune", [(CITED, "Ost Vale Tribune")]), ("Ost Vale Hill Tribune", [])],
)
def test_a_paper_that_is_in_no_list_has_at_most_three_words(paper, found):
    assert LONGEST_PAPER == 3
    assert credits_in(f"It fell, according to {paper}.") == found


@pytest.mark.parametrize(("blanks", "found"), [(2, [(CITED, "Mirror")]), (4, [])])
def test_an_article_stands_within_six_code_points_before_a_paper(blanks, found):
    assert credits_in(f"It fell, the{' ' * blanks}Mirror Ost reported.") == found


@pytest.mark.parametrize(
    "text",
    [
        "He left, according to Smith.",
        "Smith told Jones.",
        "The time of the press is over.",
        "She told Post Malone so.",
        "He was citing Sun Tzu.",
        "He told Express Scripts to pay.",
        "The roads are closed, according to Mirror Lake residents.",
        "Express Scripts reported a loss.",
        "Those who bathe Sun Tzu reported nothing.",
    ],
)
def test_people_and_common_words_are_no_sources(text):
    assert credits_in(text) == []


def test_a_caption_credits_its_picture_only():
    assert credits_in("Blinken, according to AFP", Role.CAPTION) == []


def test_a_source_is_named_once_where_it_counts_most():
    assert credits_in("He told AFP so.", byline="AFP") == [(BYLINE, "AFP")]


@pytest.mark.parametrize(
    ("dateline", "source"),
    [
        ("NORVIK (Reuters) - The", "Reuters"),
        ("(AP) — The", "AP"),
        ("BERLIN, July 8 (Reuters) – The", "Reuters"),
        ("BERLIN, July 8 (Reuters)\nThe", "Reuters"),
        ("Berlin (dpa/lno) - Der", "dpa"),
        ("PARIS, 8 juillet (AFP) - Le", "AFP"),
        ("MADRID, 8 de julio (EFE).- El", "EFE"),
        ("MOSCOW, July 8. /TASS/. The", "TASS"),
        ("WASHINGTON, D.C. (Associated Press) — The", "AP"),
    ],
)
def test_an_agency_in_a_dateline_is_read_where_a_text_begins(dateline, source):
    assert credits_in(f"{dateline} port was closed.") == [(DATELINE, source)]
    assert credits_in(f"The port was closed. {dateline} port was closed.") == []


def test_a_dateline_on_a_line_of_its_own_is_read():
    assert credits_in("BERLIN, July 8 (Reuters)", Role.DATELINE) == [(DATELINE, "Reuters")]


@pytest.mark.parametrize(
    ("end", "sources"),
    [
        ("(Reuters)", ["Reuters"]),
        ("(dpa)", ["dpa"]),
        ("[AP]", ["AP"]),
        ("– AFP", ["AFP"]),
        ("—AFP", ["AFP"]),
        ("(AP/Reuters)", ["AP", "Reuters"]),
    ],
)
@pytest.mark.parametrize("said", ["The port was closed.", "“It is closed,” he said. “For good.”"])
def test_an_agency_that_signs_the_last_paragraph_is_read(said, end, sources):
    assert credits_in(f"Before.\n{said} {end}") == [(SIGN_OFF, source) for source in sources]
    assert credits_in(f"{said} {end}\nAfter.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He has read the (AP) style book – twice.",
        "The (AP) style book is out.",
        "The Associated Press (AP) — founded in 1846 — has a style book.",
        "The agency (Reuters) – which is old – has another.",
        "He worked for Agence France-Presse (AFP).",
        "He likes the style book (AP)",
        "The port was closed. (John Smith)",
        "The port was closed. (AP/Getty Images)",
    ],
)
def test_an_agency_in_brackets_elsewhere_is_no_credit(text):
    assert credits_in(text) == []


@given(st.text("Aa .,()[]/-–\n“”", max_size=60), st.sampled_from(["(AP)", "– AP", "/AP/"]))
def test_what_stands_in_the_middle_of_a_text_is_no_credit(around: str, credit: str):
    told = (
        "It is so that nobody there was hurt in the fog of that day, "
        "and that is all there is to say of it for now."
    )
    assert credits_in(f"{told} {around} {credit} {around} {told}".replace("\n", " ")) == []


@pytest.mark.parametrize("signed", ["(Reuters)", "– Reuters"])
def test_a_signed_last_paragraph_is_read_from_a_file(signed):
    paragraphs = [
        "Ship aground at Vesk",
        *["The harbour was closed on Tuesday, and nobody knew why it had to be."] * 3,
    ]
    told = prepare(
        ("\n\n".join(paragraphs) + f" {signed}\n").encode(), name="report.txt", details=SourceDetails()
    )
    assert credits_of(told.document) == (Credit(SIGN_OFF, "Reuters"),)


@pytest.mark.parametrize(
    "endless",
    ["A-", "A.", "A’", "A ", "told a ", "The A ", "(AP) - ", "A (", ". – A", "A/", "A, ", "\nA (AP)"],
)
def test_reading_takes_time_in_line_with_length(endless):
    with cpu_seconds(at_most=5):
        assert credits_in(f"{endless * 20_000}.") in ([], [(DATELINE, "AP")])


def test_the_seeds_name_their_sources():
    found = {}
    for path in sorted(SEEDS.iterdir()):
        text = prepare(path.read_bytes(), name=path.name, details=SourceDetails())
        credits_ = credits_of(text.document, byline=text.metadata.byline, credit=text.metadata.credit)
        found[path.name[:3]] = set(credits_)
    assert found["002"] == {Credit(BYLINE, "AFP")}
    assert found["001"] == {Credit(CITED, "AFP")}
    assert Credit(LINE, "unnamed wires") in found["000"]
    assert found["003"] == {Credit(CITED, "The Moscow Times")}
    assert {Credit(LINE, "AP"), Credit(LINE, "Reuters")} <= found["004"]
