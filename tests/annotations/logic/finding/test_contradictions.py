"""Test which contradictions are proposed in a story, and in which order."""

from itertools import combinations

import pytest

from annotations.logic.finding.contradictions import (
    LONGEST,
    MOST_PARTNERS,
    MOST_SENTENCES,
    possible_contradictions,
)
from newsroom.text.model import Span
from tests.cpu_time import cpu_seconds
from tests.story_reports import proposals, report

MARKET = "An explosion in the Karo market killed 12 people on Monday."
OTHER_TOLL = "The explosion in Karo market left 15 dead, the mayor said."


def test_a_proposal_has_both_sentences_and_their_slots():
    one, other = f"It rained. {MARKET}", OTHER_TOLL
    (proposal,) = proposals(one, other)
    assert (proposal.aspect, proposal.relation, proposal.reason) == ("number", "contradicts", "12 / 15")
    assert (proposal.one.article, proposal.one.quote) == (1, MARKET)
    assert proposal.one.span == Span(11, 11 + len(MARKET))
    assert one[proposal.one.slot.start : proposal.one.slot.end] == "12"
    assert other[proposal.other.slot.start : proposal.other.slot.end] == "15"


def test_the_slot_of_a_figure_is_not_inside_a_longer_number():
    one = "The explosion in the Karo market, 1,120 metres from Tarn, killed 120 people."
    (proposal,) = proposals(one, OTHER_TOLL)
    assert (proposal.one.slot, proposal.reason) == (Span(65, 68), "120 / 15")


def test_reports_of_one_source_are_not_compared():
    reports = [report(MARKET, 1, source="Karo Press"), report(OTHER_TOLL, 2, source="Karo Press")]
    assert possible_contradictions(reports) == []


def test_reports_of_different_events_are_not_compared():
    reports = [report(MARKET, 1), report(OTHER_TOLL, 2)]
    assert possible_contradictions(reports, [frozenset((1, 2))]) == []
    assert len(possible_contradictions(reports, [frozenset((1, 3))])) == 1


ON_BOARD = "The ship had 120 people on board, the harbour office said."
OTHER_NUMBER = "The ship had 95 people on board, its owner told this newspaper."


@pytest.mark.parametrize("others", [MOST_PARTNERS - 1, MOST_PARTNERS, MOST_PARTNERS + 1])
def test_reports_of_other_events_take_no_places_among_the_partners(others):
    """The sentences of the unrelated reports are more alike than the one that contradicts."""
    last = others + 2
    unrelated = [report(ON_BOARD, number) for number in range(2, last)]
    pairs = [frozenset((number, side)) for number in range(2, last) for side in (1, last)]
    reports = [report(ON_BOARD, 1), *unrelated, report(OTHER_NUMBER, last)]
    (proposal,) = possible_contradictions(reports, pairs)
    assert (proposal.one.article, proposal.other.article, proposal.alike) == (1, last, ())


def test_tolls_and_orders_of_other_events_take_no_places_either():
    """Before the two reports that contradict stand as many unrelated reports as are compared at most."""
    left = "Olha Marsh left the Karo talks {} Ana Berg spoke."
    for one, other in ((MARKET, OTHER_TOLL), (left.format("before"), left.format("after"))):
        reports = [report(one, number) for number in range(61)]
        reports.append(report(other, 61))
        unrelated = {frozenset(pair) for pair in combinations(range(62), 2)} - {frozenset((60, 61))}
        (proposal,) = possible_contradictions(reports, unrelated)
        assert (proposal.one.article, proposal.other.article) == (60, 61)


def test_three_hundred_reports_of_different_events_are_not_read():
    said = " ".join(f"The ferry council of Orsa{number} bought {number} boats." for number in range(100))
    reports = [report(said, number) for number in range(300)]
    unrelated = [frozenset(pair) for pair in combinations(range(300), 2)]
    with cpu_seconds(0.5):
        assert possible_contradictions(reports, unrelated) == []


def test_pairs_that_differ_in_the_same_words_are_one_proposal():
    (proposal,) = proposals(MARKET, OTHER_TOLL, "In Karo market 15 people died in the explosion.")
    assert proposal.one.article == 1
    articles = [(alike.one.article, alike.other.article) for alike in proposal.alike]
    assert len(articles) == 1


def test_contradictions_come_before_updates():
    texts = (
        MARKET,
        "The death toll of the Karo market explosion rose to 15.",
        "Nine died in the explosion in Karo market.",
    )
    relations = [proposal.relation for proposal in proposals(*texts, days=(0, 1, 0))]
    assert relations == sorted(relations)
    assert set(relations) == {"contradicts", "updates"}


def test_reports_without_sentences_give_nothing():
    assert proposals("", "", "") == []
    assert proposals() == []


def test_thirty_reports_of_forty_sentences_are_compared_in_bounded_time():
    places = [f"Orsa{number}" for number in range(40)]
    reports = []
    for number in range(30):
        said = [
            f"The ferry council of {place} bought {number + index} boats for the harbour of Tarn."
            for index, place in enumerate(places)
        ]
        reports.append(report(" ".join(said), number))
    # Each report states nearly every number somewhere, so no two of them contradict each other.
    with cpu_seconds(15):
        assert possible_contradictions(reports) == []


def test_one_long_sentence_is_compared_with_none():
    listed = "The Karo market lists " + ", ".join(f"{number} boats of Orsa" for number in range(200)) + "."
    with cpu_seconds(5):
        assert proposals(listed, listed.replace("7", "8")) == []


@pytest.mark.parametrize(("length", "number"), [(600, 1), (601, 0)])
def test_a_sentence_is_compared_up_to_six_hundred_code_points(length, number):
    assert LONGEST == 600
    said = MARKET.removesuffix(".")
    long = f"{said}, {'x' * (length - len(said) - 3)}."
    assert len(long) == length
    assert len(proposals(long, OTHER_TOLL)) == number


@pytest.mark.parametrize(("sentences", "number"), [(40, 1), (41, 0)])
def test_a_term_in_more_than_forty_sentences_pairs_none(sentences, number):
    assert MOST_SENTENCES == 40
    others = " ".join(["The ship had nobody on board."] * (sentences - 2))
    assert len(proposals(f"{others} {ON_BOARD}", OTHER_NUMBER)) == number
