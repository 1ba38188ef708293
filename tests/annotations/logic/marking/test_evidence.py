"""What proves that words are the passage that was marked: its company, its place and its length."""

import pytest

from annotations.logic.marking.evidence import (
    PassageSearch,
    is_between_old_neighbours,
    is_mostly_from_elsewhere,
    stands_where_sent,
    stood_elsewhere,
    was_taken_out,
)
from annotations.logic.marking.placement import LOST, Placement
from annotations.logic.marking.selectors import Selector, select
from annotations.logic.vocabulary import AnchorState
from newsroom.text.changes.offsets import changes
from newsroom.text.model import Span
from tests.placed_quotes import place_quote, search_for

GRAIN = "The rest of the report is about grain in the harbour."


def invented_words(letters: int) -> str:
    """Words of five letters, so many letters in all: white space is not counted."""
    spelled = "".join("graincorridorvotesharbourtownshipspassage"[n % 41] for n in range(letters))
    return " ".join(spelled[n : n + 5] for n in range(0, letters, 5))


@pytest.mark.parametrize(("company", "found"), [("fghijklmnop", False), ("efghijklmnop", True)])
def test_twelve_letters_of_old_company_prove_a_quote_elsewhere(company: str, found: bool) -> None:
    was = f"One two three {company} rain fell four five six. {GRAIN}"
    now = f"{GRAIN} Other things {company} rain fell seven eight."
    expected = Placement(AnchorState.MOVED, Span(80, 89), 1.0)
    assert place_quote("rain fell", was=was, now=now) == (expected if found else LOST)


@pytest.mark.parametrize(("blanks", "found"), [(33, True), (34, False)])
def test_old_company_is_read_from_forty_eight_characters(blanks: int, found: bool) -> None:
    was = f"One two three abc def ghi jklrain fell four five six. {GRAIN}"
    now = f"{GRAIN} Other things abc{' ' * blanks} def ghi jklrain fell seven eight."
    assert (place_quote("rain fell", was=was, now=now).span is not None) == found


@pytest.mark.parametrize(
    ("letters", "company", "found"),
    [(20, "dog", False), (21, "dog", True), (47, "", False), (48, "", True)],
)
def test_twenty_four_letters_with_company_prove_a_quote_in_its_place_and_twice_as_many_without(
    letters: int, company: str, found: bool
) -> None:
    quote = invented_words(letters)
    was = f"In the beginning cats and wolves w{company} {quote} 1234567 so much for that."
    now = f"In the beginning cats and wolves z{company} {quote} 7654321 so much for that."
    assert (place_quote(quote, was=was, now=now).state is AnchorState.SAME) == found


@pytest.mark.parametrize(("letters", "found"), [(23, False), (24, True)])
def test_a_quote_of_twenty_four_letters_is_known_again_though_its_neighbours_changed_too(
    letters: int, found: bool
) -> None:
    quote = invented_words(letters)
    edited = f"{quote[:-2]}zz"
    was = f"On the second day of the talks {quote} was the word. Later it rained."
    now = f"At noon today somebody wrote {edited} on the walls there. Later it rained."
    assert (place_quote(quote, was=was, now=now).state is AnchorState.CHANGED) == found


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


@pytest.mark.parametrize(("kept", "mostly"), [(0.69, False), (0.7, True)])
def test_a_passage_is_mostly_kept_if_seven_tenths_of_it_are(kept: float, mostly: bool) -> None:
    search = PassageSearch(Selector(0, 4, "rain"), changes("rain", "rain"), "rain", Span(0, 4), kept)
    assert search.mostly_kept == mostly


@pytest.mark.parametrize(("sent", "stands"), [(103, True), (104, False), (97, True), (96, False)])
def test_a_quote_stands_where_it_was_sent_if_seven_tenths_of_the_places_are_the_same(
    sent: int, stands: bool
) -> None:
    text = "ten signs!" * 30
    search = PassageSearch(
        Selector(0, 10, "ten signs!"), changes(text, text), text, Span(sent, sent + 10), kept=1.0
    )
    assert stands_where_sent(search, 100) == stands


@pytest.mark.parametrize(
    ("before", "after", "closed"),
    [
        ("xbcdefghijklm", "nopqrstuvwxyy", True),
        ("xxcdefghijklm", "nopqrstuvwxyz", False),
        ("abcdefghijklm", "nopqrstuvwxxz", False),
    ],
)
def test_a_passage_was_taken_out_if_the_twelve_letters_on_both_sides_stand_side_by_side(
    before: str, after: str, closed: bool
) -> None:
    padding = "It is of no concern. "
    old = f"{padding * 2}abcdefghijklm RAIN nopqrstuvwxyz{padding * 2}"
    start = old.index("RAIN")
    selector = select(old, Span(start, start + 4))
    assert was_taken_out(selector, f"{padding}{before} {after}{padding}") == closed


def test_the_edge_of_a_text_is_a_neighbour_too() -> None:
    selector = select("RAIN fell for hours", Span(0, 4))
    assert was_taken_out(selector, "fell for hours")
    assert not was_taken_out(selector, "Snow fell for hours")


TWINS = "One of them said: rain fell all day long. Another of them wrote: rain fell all day long."


def test_a_twin_stood_elsewhere_and_the_passage_itself_did_not() -> None:
    search = search_for("rain fell", was=TWINS, now=TWINS)
    assert not stood_elsewhere(search, TWINS.index("rain fell"))
    assert stood_elsewhere(search, TWINS.rindex("rain fell"))


@pytest.mark.parametrize(
    ("old", "new"), [("wrote: rain fell", "noted: rain fell"), ("day long.", "night long.")]
)
def test_words_stood_nowhere_if_those_on_one_side_of_them_are_new(old: str, new: str) -> None:
    head, tail = TWINS[:42], TWINS[42:]
    now = head + tail.replace(old, new).replace("all night", "on night")
    search = search_for("rain fell", was=TWINS, now=now)
    assert not stood_elsewhere(search, now.rindex("rain fell"))


@pytest.mark.parametrize(("end", "foreign"), [(10, False), (11, True)])
def test_a_stretch_is_foreign_if_more_than_half_of_it_stood_outside_the_passage(
    end: int, foreign: bool
) -> None:
    text = "Alpha beta gamma"
    search = search_for("Alpha", was=text, now=text)
    assert is_mostly_from_elsewhere(search, Span(0, end)) == foreign


def test_words_that_are_new_stood_nowhere() -> None:
    search = search_for("Alpha", was="Alpha beta gamma", now="Alpha beta 9876")
    assert is_mostly_from_elsewhere(search, Span(6, 15))
    assert not is_mostly_from_elsewhere(search, Span(7, 15))


@pytest.mark.parametrize(
    ("was", "now", "between"),
    [
        ("abcdefghijkl 120 mnopqrstuvwx", "abcdefghijkl 140 mnopqrstuvwx", True),
        ("zz abcdefghijkl 120 mnopqrstuvwx zz", "yy abcdefghijkl 140 mnopqrstuvwx yy", True),
        ("zz abcdefghijkl 120 mnopqrstuvwx zz", "yy xbcdefghijkl 140 mnopqrstuvwx yy", False),
        ("zz abcdefghijkl 120 mnopqrstuvwx zz", "yy abcdefghijkl 140 mnopqrstuvwy yy", False),
        ("120 mnopqrstuvwx", "140 mnopqrstuvwx", True),
        ("120 mnopqrstuvw", "140 mnopqrstuvw", False),
        ("abcdefghijkl 120", "abcdefghijkl 140", True),
        ("abcdefghijk 120", "abcdefghijk 140", False),
    ],
)
def test_a_few_words_are_known_between_twelve_old_letters_on_each_side_or_the_edge_of_the_text(
    was: str, now: str, between: bool
) -> None:
    assert is_between_old_neighbours(search_for("120", was=was, now=now)) == between
