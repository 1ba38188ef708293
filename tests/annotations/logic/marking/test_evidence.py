"""Test what shows that a stretch of text is the passage that was marked, and how much evidence is enough."""

from dataclasses import replace

import pytest

from annotations.logic.marking.evidence import CandidateStretch, weighed_candidate
from annotations.logic.marking.placement import LOST, Placement
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span
from tests.placed_quotes import place_quote, search_for

GRAIN = "The rest of the report is about grain in the harbour."
NOTHING = CandidateStretch(
    span=Span(0, 30),
    weight=60,
    before=0,
    after=0,
    likeness=0,
    kept=0,
    own=0,
    nearness=0,
    is_foreign=False,
)


def test_a_score_counts_letters_of_company_words_place_and_position() -> None:
    assert NOTHING.score == 0
    assert replace(NOTHING, before=5, after=7).score == 12
    assert replace(NOTHING, kept=0.5).score == 12
    assert replace(NOTHING, nearness=0.5).score == 3


@pytest.mark.parametrize(("weight", "score"), [(23, 23), (24, 24), (25, 24)])
def test_words_count_up_to_twenty_four_letters(weight: int, score: int) -> None:
    assert replace(NOTHING, weight=weight, likeness=1).score == score


@pytest.mark.parametrize(("weight", "likeness", "company"), [(23, 0.9, 10), (24, 0.9, 25), (23, 1, 25)])
def test_edited_words_of_less_than_twenty_four_letters_are_known_by_the_weaker_side(
    weight: int, likeness: float, company: int
) -> None:
    assert replace(NOTHING, weight=weight, likeness=likeness, before=20, after=5).company == company


@pytest.mark.parametrize(("before", "after", "score"), [(12, 12, 48), (11, 30, 41), (30, 11, 41)])
def test_a_gap_between_twelve_old_letters_on_each_side_counts_as_twenty_four_words_letters_more(
    before: int, after: int, score: int
) -> None:
    assert replace(NOTHING, span=Span(9, 9), before=before, after=after).score == score


@pytest.mark.parametrize(("before", "proven"), [(8, True), (7, False)])
def test_a_score_of_thirty_two_proves_a_passage(before: int, proven: bool) -> None:
    assert replace(NOTHING, likeness=1, before=before).is_proven == proven


def test_neither_a_gap_nor_another_passage_is_ever_the_passage() -> None:
    sure = replace(NOTHING, likeness=1, kept=1, before=20, after=20)
    assert sure.is_proven
    assert not replace(sure, span=Span(9, 9)).is_proven
    assert not replace(sure, is_foreign=True).is_proven


@pytest.mark.parametrize(
    ("likeness", "kept", "alike"), [(0.7, 0, True), (0.69, 0, False), (0, 0.7, True), (0, 0.69, False)]
)
def test_a_stretch_is_alike_if_seven_tenths_of_the_words_are(
    likeness: float, kept: float, alike: bool
) -> None:
    assert replace(NOTHING, likeness=likeness, kept=kept).is_alike == alike


@pytest.mark.parametrize(("weight", "own", "alike"), [(96, 0.75, True), (95, 0.75, False), (96, 0.74, False)])
def test_a_remnant_of_forty_eight_letters_is_alike_if_three_quarters_of_what_stands_are_its_own(
    weight: int, own: float, alike: bool
) -> None:
    assert replace(NOTHING, weight=weight, kept=0.5, own=own).is_alike == alike


@pytest.mark.parametrize(
    ("weight", "before", "long_enough"), [(11, 1, True), (10, 1, False), (36, 0, True), (35, 0, False)]
)
def test_twelve_letters_with_company_are_enough_and_thirty_six_without(
    weight: int, before: int, long_enough: bool
) -> None:
    assert replace(NOTHING, weight=weight, before=before).is_long_enough == long_enough


@pytest.mark.parametrize(("put_in", "likeness"), [(7, 0.5), (8, 0)])
def test_a_stretch_of_more_than_twice_the_length_is_nothing_like_the_passage(
    put_in: int, likeness: float
) -> None:
    now = f"Then {'z' * put_in}rain end"
    search = search_for("no rain", was="Then no rain end", now=f"{now} {'.' * 20}")
    assert (weighed_candidate(search, Span(5, 5 + 7 + put_in)).likeness > 0) == (likeness > 0)


TWINS = "One of them said: rain fell all day long. Another of them wrote: rain fell all day long."


def test_a_twin_is_another_passage_and_the_passage_itself_is_not() -> None:
    search = search_for("rain fell", was=TWINS, now=TWINS)
    first, second = TWINS.index("rain fell"), TWINS.rindex("rain fell")
    assert not weighed_candidate(search, Span(first, first + 9)).is_foreign
    assert weighed_candidate(search, Span(second, second + 9)).is_foreign


@pytest.mark.parametrize(("end", "foreign"), [(64, False), (65, True)])
def test_a_stretch_is_foreign_if_more_than_half_of_it_stood_outside_the_passage(
    end: int, foreign: bool
) -> None:
    text = "Alpha beta gamma delta epsilon zeta and eta theta iota kappa lambda mu."
    search = search_for(text[:32], was=text, now=text)
    assert weighed_candidate(search, Span(0, end)).is_foreign == foreign


@pytest.mark.parametrize("other", ["wrote: rain fell all night.", "shouted and wrote: rain fell all day."])
def test_a_few_words_stood_elsewhere_if_twelve_letters_on_one_side_of_them_did(other: str) -> None:
    was = f"One said: rain fell. Another of them wrote: rain fell all day. {GRAIN}"
    now = f"Another of them {other} {GRAIN}"
    start = now.index("rain fell")
    search = search_for("rain fell", was=was, now=now)
    assert weighed_candidate(search, Span(start, start + 9)).is_foreign


@pytest.mark.parametrize(
    ("quote", "was", "now"),
    [
        ("Rain", "Rain fell in the north of the land.", "Rain is what all spoke about."),
        ("rain", "All of them spoke about the rain", "Nobody was ever seen by us in rain"),
    ],
)
def test_a_short_quote_whose_neighbours_stayed_on_one_side_of_it_alone_is_lost(
    quote: str, was: str, now: str
) -> None:
    assert place_quote(quote, was=was, now=now) == LOST


def test_a_short_quote_stays_in_a_short_text_whose_neighbours_all_stayed() -> None:
    placement = place_quote("Rain", was="Rain fell.", now="Rain\n\nfell.")
    assert placement == Placement(AnchorState.SAME, Span(0, 4), 1.0)


@pytest.mark.parametrize(
    ("was", "now", "known"),
    [
        ("abcdefghijkl 120 people mnopqrstuvwx", "abcdefghijkl 140 people mnopqrstuvwx", True),
        ("zz abcdefghijkl 120 people mnopqrstuvwx zz", "yy abcdefghijkl 140 people mnopqrstuvwx yy", True),
        ("zz abcdefghijkl 120 people mnopqrstuvwx zz", "yy xbcdefghijkx 140 people mnopqrstuvwx yy", False),
        ("zz abcdefghijkl 120 people mnopqrstuvwx zz", "yy abcdefghijkl 140 people xnopqrstuvwy yy", False),
        ("120 people mnopqrstuvwx", "140 people mnopqrstuvwx", True),
        ("abcdefghijkl 120 people", "abcdefghijkl 140 people", True),
    ],
)
def test_a_few_edited_words_are_known_between_their_old_neighbours_or_the_edge_of_the_text(
    was: str, now: str, known: bool
) -> None:
    placement = place_quote("120 people", was=was, now=now)
    assert (placement.state is AnchorState.CHANGED) == known
