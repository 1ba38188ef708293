"""Test that the teller of a passage is the outlet which its sentences say reports it, known or not."""

import pytest

from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.telling.tellers import (
    BESIDE,
    LOOKED_BACK,
    MOST_NAMES,
    REACH,
    reports_itself,
    tellers_of,
)
from newsroom.text.model import Block, Document, Span


def document_of(text: str) -> Document:
    return Document(text, (Block(0, len(text)),))


def tellers(text: str, passage: str, *outlets: str, own: str = "") -> list[tuple[str, bool]]:
    """Return the name of each teller of the passage, with whether it is sure."""
    start = text.index(passage)
    span = Span(start, start + len(passage))
    found = tellers_of(document_of(text), span, OutletNames(outlets), own=own)
    return [(teller.name, teller.sure) for teller in found]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("It fell, Reuters reported.", "Reuters"),
        ("It fell, according to AFP.", "AFP"),
        ("It fell, the Harbour Daily reported.", "Harbour Daily"),
        ("It fell, the Daily reported.", "Harbour Daily"),
        ("It fell (Reuters).", "Reuters"),
        ("It fell, meldet Reuters.", "Reuters"),
        ("It fell, the newspaper Ostbote reports.", "Ostbote"),
        ("It fell, citing the Ost Herald.", "Ost Herald"),
        ("It fell, the Ost Herald first reported.", "Ost Herald"),
    ],
)
def test_an_outlet_beside_a_word_of_telling_is_a_sure_teller(text, teller):
    assert tellers(text, "It fell", "Harbour Daily") == [(teller, True)]


@pytest.mark.parametrize(
    "text",
    [
        "It fell on Reuters staff.",
        "It fell, a spokesman for Reuters said.",
        "It fell, the chief executive of Reuters told reporters.",
        "It fell, lawyers for Reuters wrote.",
    ],
)
def test_a_name_without_a_word_of_telling_is_an_unsure_teller(text):
    assert tellers(text, "It fell") == [("Reuters", False)]


@pytest.mark.parametrize(
    "text",
    [
        "It fell, a correspondent for Reuters reported.",
        "It fell, the website of Reuters reported.",
        "It fell, its spokesman told Reuters.",
    ],
)
def test_people_and_pages_by_which_an_outlet_tells_leave_it_a_sure_teller(text):
    assert tellers(text, "It fell") == [("Reuters", True)]


@pytest.mark.parametrize(
    "text",
    [
        "It fell.",
        "It fell, the Health Ministry reported.",
        "It fell, citing the Foreign Ministry.",
        "It fell, the Harbour Daily reported.",
        "Reuters was first. It fell.",
    ],
)
def test_the_articles_own_outlet_bodies_and_other_sentences_are_no_tellers(text):
    assert tellers(text, "It fell", own="Harbour Daily") == []


@pytest.mark.parametrize("text", ["It fell, media reports say.", "It reportedly fell: It fell."])
def test_a_teller_whom_nobody_names_is_unsure_and_blank(text):
    assert tellers(text, "It fell") == [("", False)]


@pytest.mark.parametrize(("distance", "teller"), [(LOOKED_BACK, "Reuters"), (LOOKED_BACK + 1, "")])
def test_the_agency_is_the_last_one_named_within_4000_code_points(distance, teller):
    assert LOOKED_BACK == 4_000
    between = " " + "A" * (distance - len("Reuters . ")) + ". "
    text = f"Reuters{between}It fell, the agency reported."
    assert tellers(text, "It fell") == [(teller, bool(teller))]


@pytest.mark.parametrize(("distance", "found"), [(REACH, [("Reuters", False)]), (REACH + 1, [])])
def test_a_sentence_is_read_2000_code_points_around_the_passage(distance, found):
    assert REACH == 2_000
    between = " " + "a" * (distance - len(" Reuters ")) + " "
    assert tellers(f"It fell{between}Reuters staff", "It fell") == found


@pytest.mark.parametrize(
    ("text", "by_itself"),
    [
        ("Our reporter saw it fall.", True),
        ("We counted ten.", True),
        ("We saw it fall.", True),
        ("She told the Harbour Daily that it fell.", True),
        ("“We saw it,” she said, and it fell.", False),
        ("They counted ten.", False),
    ],
)
def test_a_report_says_that_its_own_people_were_there(text, by_itself):
    whole = Span(0, len(text))
    names = OutletNames(["Harbour Daily"])
    assert reports_itself(document_of(text), whole, names, own="Harbour Daily") == by_itself


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("It fell, a Reuters witness said.", "Reuters"),
        ("AP journalists at the scene saw that it fell.", "AP"),
        ("It fell, a Guardian investigation found.", "The Guardian"),
        ("It fell, the BBC understands.", "BBC News"),
        ("It fell, per NHK.", "NHK"),
        ("It fell, The A.P. reported.", "AP"),
        ("Es fiel, wie der „Spiegel“ berichtet.", "Der Spiegel"),
        ("Он упал, передаёт ТАСС.", "TASS"),
        ("它倒了，路透社报道。", "Reuters"),
        ("It fell, local newspaper Ostbote reported.", "Ostbote"),
        ("It fell, he told the Cape Star.", "Cape Star"),
        ("It fell, she said in an interview with Kanal Nord.", "Kanal Nord"),
    ],
)
def test_people_of_an_outlet_and_names_in_other_scripts_are_sure_tellers(text, teller):
    assert tellers(text, text[:4], "NHK") == [(teller, True)]


@pytest.mark.parametrize(
    ("text", "own", "found"),
    [
        ("It fell, he told the Cape Star and Reuters.", "", [("Cape Star", True), ("Reuters", True)]),
        ("It fell, AFP and dpa reported.", "", [("AFP", True), ("dpa", True)]),
        ("It fell, papers seen by Reuters and the Echo say.", "Echo", [("Reuters", False)]),
    ],
)
def test_outlets_that_are_listed_together_tell_together(text, own, found):
    assert tellers(text, "It fell", "Echo", own=own) == found


def test_whom_an_outlet_interviewed_itself_is_no_teller():
    text = "It fell, we learned in an interview with Eva Sund."
    assert tellers(text, "It fell") == []


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Es fiel nach dpa-Informationen.", "dpa"),
        ("Laut einem Reuters-Bericht fiel es.", "Reuters"),
        ("Es fiel, sagte ein AFP-Reporter.", "AFP"),
        ("It fell, Tass reported.", "TASS"),
        ("It fell, according to Ansa.", "ANSA"),
        ("It fell, Efe says.", "EFE"),
        ("It fell, DPA says.", "dpa"),
    ],
)
def test_agencies_in_other_spellings_and_in_compounds_tell(text, teller):
    assert tellers(text, "fell" if "fell" in text else "fiel") == [(teller, True)]


def test_other_compounds_name_no_outlet():
    assert tellers("It fell, a Reuters-like site reported.", "It fell") == []


@pytest.mark.parametrize(("spaces", "sure"), [(BESIDE - 12, True), (BESIDE - 11, False)])
def test_words_that_tell_are_read_within_200_code_points(spaces, sure):
    assert BESIDE == 200
    text = f"It fell, according to{' ' * spaces}Reuters."
    assert tellers(text, "It fell") == [("Reuters", sure)]


@pytest.mark.parametrize(("names", "found"), [(MOST_NAMES - 1, True), (MOST_NAMES, False)])
def test_a_hundred_names_are_read_in_a_sentence(names, found):
    assert MOST_NAMES == 100
    text = f"It fell, {'AP rose, ' * names}AFP reported."
    assert (("AFP", True) in tellers(text, "It fell")) == found


def test_a_body_that_bears_the_name_of_a_paper_is_no_teller():
    assert tellers("It fell, the Guardian Council said.", "It fell") == []


@pytest.mark.parametrize(
    ("text", "found"), [("It fell, Ostbote says.", [("Ostbote", True)]), ("It fell on Ostbote.", [])]
)
def test_a_guessed_name_tells_only_with_words_that_say_so(text, found):
    names = OutletNames(guesses=["Ostbote"])
    tellers_found = tellers_of(document_of(text), Span(0, 7), names)
    assert [(teller.name, teller.sure) for teller in tellers_found] == found


def test_a_newspaper_that_is_named_is_not_the_one_named_before():
    text = "The Harbour Daily told of rain. According to the newspaper Ostbote, it fell."
    assert tellers(text, "it fell", "Harbour Daily") == [("Ostbote", True)]
