"""Test that the speaker of a passage is read from the text beside it, and is not made up."""

# ruff: noqa: SIM905 - lists of words are read as prose

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.logic.counting.voices import voice
from annotations.logic.sources.attribution import (
    SpeakerGuess,
    find_speaker,
    framing_terms,
    guess_speaker,
    verb_of_speech,
)
from newsroom.text.model import Block, Document, Role, Span
from newsroom.text.pipeline import SourceDetails, prepare
from tests.cpu_time import cpu_seconds

SEEDS = Path(__file__).parents[4] / "seeds"


def attribution_of(text: str, passage: str, role: Role = Role.BODY) -> str:
    """Return the attribution of `passage` in `text`, whose lines are paragraphs."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph), role))
        at += len(paragraph) + 2
    start = text.index(passage)
    return guess_speaker(Document(text, tuple(blocks)), Span(start, start + len(passage)))


@pytest.mark.parametrize(
    ("text", "passage", "speaker"),
    [
        ("“We left,” Marta Ilves said.", "We left", "Marta Ilves"),
        ("Fares rise, according to a statement by the port.", "Fares rise", "the port"),
        ("“We left,” said Marta Ilves in Oslo.", "We left", "Marta Ilves"),
        ("Foreign Minister Marta Ilves told AFP that she left.", "she left", "Foreign Minister Marta Ilves"),
        ("She left early, according to a European diplomat.", "She left early", "a European diplomat"),
        ("“She left,” Kerr said, according to an aide present.", "She left", "an aide present"),
        ("Ilves had previously told reporters she would go.", "she would go", "Ilves"),
        ("Ilves spoke first, claiming that talks had failed.", "talks had failed", ""),
        ("Marta Ilves spoke first, claiming that talks had failed.", "talks had failed", "Marta Ilves"),
        ("“There were no talks,” Ilves was quoted as saying by TASS.", "no talks", "Ilves"),
        ("She was not in the room, the official said.", "She was not in the room", "the official"),
    ],
)
def test_the_speaker_stands_beside_the_verb_of_speech(text, passage, speaker):
    assert attribution_of(text, passage) == speaker


def test_what_is_said_in_an_aside_ends_with_it():
    text = "Ilves, who said that talks had failed, left the room."
    assert (attribution_of(text, "talks had failed"), attribution_of(text, "left the room")) == ("Ilves", "")


def test_who_speaks_within_a_quotation_has_not_said_it():
    text = "The mayor spoke. “We came here. Our people told us to. Lavrov said no.” Nobody clapped."
    assert attribution_of(text, "We came here") == ""


def test_inches_open_no_quotation():
    assert (
        attribution_of('A 6" gun was fired. "We left," Ilves said. The 8" guns fired back.', "We left")
        == "Ilves"
    )


def test_he_is_whoever_spoke_last():
    text = "Ilves told reporters she would stay.\n\n“It was not us,” she said."
    assert attribution_of(text, "It was not us") == "Ilves"


@pytest.mark.parametrize(
    ("since", "speaker"),
    [
        ("Annalena Baerbock walked out of the room.", "Annalena Baerbock"),
        (
            "German Foreign Minister Annalena Baerbock rejected this.",
            "German Foreign Minister Annalena Baerbock",
        ),
        ("Emma Clarke, a nurse at St Thomas’ hospital, was outside.", "Emma Clarke"),
        ("Talks began on Monday.", "Lavrov"),
        ("New York was hit by rain.", "Lavrov"),
        ("The Foreign Ministry had no comment.", "Lavrov"),
        ("Annalena Baerbock’s plane was late.", "Lavrov"),
        ("“We left. Annalena Baerbock stayed,” Lavrov added.", "Lavrov"),
    ],
)
def test_she_is_the_person_named_since_the_last_who_spoke(since, speaker):
    assert (
        attribution_of(f"Lavrov said the West was to blame.\n\n{since} “It is late,” she said.", "It is late")
        == speaker
    )


def test_a_family_name_alone_is_a_person_where_it_was_told_in_full():
    text = "Annalena Baerbock came.\n\nLavrov said no. Baerbock walked out. “It is late,” she said."
    assert attribution_of(text, "It is late") == "Baerbock"


def test_the_place_of_a_speaker_is_the_one_nearest_to_the_verb():
    text = "Ilves came. “We left,” Ilves said. Ilves went."
    start = text.index("We left")
    document = Document(text, (Block(0, len(text)),))
    place = Span(text.index("Ilves said"), text.index(" said"))
    assert find_speaker(document, Span(start, start + 7)) == SpeakerGuess("Ilves", place)


def test_what_he_said_does_not_name_him():
    text = "Marta Ilves told reporters no. Volodymyr Zelensky would come to Paris, she said."
    assert attribution_of(text, "would come to Paris") == "Marta Ilves"


def test_she_is_who_the_clause_before_is_about():
    text = "Lavrov said no. Annalena Baerbock left the room and she said it was late."
    assert attribution_of(text, "it was late") == "Annalena Baerbock"


def test_the_official_is_the_one_named_before():
    text = "“Let it out,” an unnamed Western official said.\n\nIlves was not there, the official said."
    assert attribution_of(text, "Ilves was not there") == "an unnamed Western official"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The Japanese news agency Kyodo reported that we left.", ""),
        ("The Harbour Gazette said that we left.", ""),
        ("A spokesman for Kyodo said that we left.", "A spokesman for Kyodo"),
        ("Kyodo reporter Marta Ilves said that we left.", "Kyodo reporter Marta Ilves"),
    ],
)
def test_an_outlet_is_a_teller_and_no_speaker(words, speaker):
    assert attribution_of(words, "we left") == speaker


def test_he_who_was_never_named_is_nobody():
    assert attribution_of("“It was not us,” he said.", "It was not us") == ""


def test_a_quotation_of_several_sentences_has_one_speaker():
    assert attribution_of("“We left,” Ilves said. “It was late. We were tired.”", "We were tired") == "Ilves"


def test_what_the_report_says_itself_is_nobodys():
    assert (
        attribution_of("Ilves left the room. Kerr said that he was surprised.", "Ilves left the room") == ""
    )


def test_what_leads_up_to_a_statement_is_not_part_of_it():
    assert (
        attribution_of(
            "Speaking after five hours of talks, Ilves said she had pressed the point.", "five hours of talks"
        )
        == ""
    )


def test_a_country_is_no_verb():
    assert attribution_of("The diplomats of the United States met here.", "met here") == ""


@pytest.mark.parametrize(
    ("text", "passage", "speaker"),
    [
        ("„Wir gehen“, sagte Marta Ilves. Ana Berg schwieg.", "Wir gehen", "Marta Ilves"),
        ("Marta Ilves sagte, dass sie gehe.", "sie gehe", "Marta Ilves"),
        ("„Wir gehen“, sagte sie.", "Wir gehen", ""),
        ("„Wir gehen“, raunte Marta Ilves.", "Wir gehen", ""),
    ],
)
def test_in_other_languages_a_name_beside_a_verb_speaks_and_else_nobody(text, passage, speaker):
    assert attribution_of(text, passage) == speaker


@pytest.mark.parametrize("role", [Role.BOILERPLATE, Role.SEE_ALSO, Role.CREDIT])
def test_what_is_no_reporting_has_no_speaker(role):
    assert attribution_of("“We left,” Ilves said.", "We left", role) == ""


def seeds() -> list[tuple[str, str, str]]:
    with (SEEDS / "annotations.csv").open(encoding="utf-8", newline="") as file:
        return [(row["file"], row["quote"], row["attribution"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("file", "quote", "speaker"), seeds(), ids=lambda value: value[:24])
def test_on_the_seeds_the_guess_is_the_voice_that_people_found(file, quote, speaker):
    path = SEEDS / "articles" / file
    document = prepare(path.read_bytes(), name=file, details=SourceDetails()).document
    start = document.text.index(quote)
    guess = guess_speaker(document, Span(start, start + len(quote)))
    assert voice(guess) == voice(speaker)


def test_a_very_long_paragraph_is_read_around_the_passage_only():
    text = "and so it went on " * 50_000 + "“We left,” Ilves said." + " and so it went on" * 50_000
    assert attribution_of(text, "We left") == "Ilves"


SPEECH = (
    "We came to this place in hard times and we stayed, for our people asked us to. "
    "Nobody else would have us. "
)


@pytest.mark.parametrize(
    "text",
    [
        f"The president spoke. “{SPEECH * 200}” The crowd cheered.",
        "and he said that Kuleba had gone home and " * 10_000,
        "“he went “ and " * 10_000,
        "It is so, said Ilves, " * 10_000,
        "Ilves" + " (said " * 10_000,
        "Ilves, claiming " * 10_000,
        "Ilves called “it” " * 10_000,
        "“We go, " + "said " * 10_000 + "“",
        "“It”, sagte " * 10_000,
        "‘We’re off " * 10_000,
        "„ja“ " * 10_000,
    ],
    ids=lambda text: text[:24],
)
def test_the_time_is_in_proportion_to_the_length_of_what_is_marked(text):
    with cpu_seconds(at_most=5):
        guess_speaker(Document(text, (Block(0, len(text)),)), Span(30, len(text) - 20))


def test_of_a_very_long_paragraph_only_what_stands_before_is_asked_who_he_is():
    text = "and he said that Kuleba had gone home and " * 10_000
    with cpu_seconds(at_most=1):
        guess_speaker(Document(text, (Block(0, len(text)),)), Span(200_000, 200_020))


WORDS = st.sampled_from(
    (
        "Lavrov|Marta Ilves|said|he|the|official|told|according to|, |. |“|”|(|)|—|who|and|called it|U.N.|’s"
        "|\n"
    ).split("|")
)


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), st.data())
def test_whoever_is_named_stands_in_the_text(text, draw):
    start = draw.draw(st.integers(0, len(text)))
    end = draw.draw(st.integers(start, len(text)))
    found = guess_speaker(Document(text, (Block(0, len(text)),)), Span(start, end))
    assert all(word in text for word in found.split())


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("“We left,” Ilves had previously told reporters.", "told"),
        ("“We left,” claimed Marta Ilves.", "claimed"),
        ("“We left,” Ilves was quoted as saying.", "was quoted as saying"),
        ("We left, according to Ilves.", "according to"),
        ("Ilves called the way We left a disgrace.", "called"),
        ("Ilves, who called it a farce that We left, is here.", "called"),
        ("We left.", ""),
    ],
)
def test_the_verb_of_speech_is_told(text, verb):
    start = text.index("We left")
    document = Document(text, (Block(0, len(text)),))
    assert verb_of_speech(document, Span(start, start + len("We left"))) == verb


@pytest.mark.parametrize(
    ("text", "framed"),
    [
        ("Lavrov told reporters the ships had left", {"lavrov", "told", "report"}),
        ("He left, according to Kyiv’s ambassador to Rome.", {"accord", "to", "kyiv", "ambassador", "rome"}),
        ("“We left,” said Marta Ilves in Oslo.", {"said", "marta", "ilv"}),
        ("Lavrov said Lavrov would leave", {"said"}),
        ("The ships had left Odesa", set()),
    ],
)
def test_what_only_says_who_says_it_is_told_from_what_is_said(text, framed):
    assert framing_terms(text) == framed
