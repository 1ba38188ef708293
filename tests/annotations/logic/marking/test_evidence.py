"""What proves that words are the passage that was marked: its company, its place and its length."""

import pytest

from annotations.logic.marking.placement import LOST, Placement
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span
from tests.placed_quotes import place_quote

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
