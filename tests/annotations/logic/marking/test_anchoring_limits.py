"""Where re-anchoring draws its lines: for each limit an example inside and one outside, in numbers."""

import pytest

from annotations.logic.marking.anchoring import LOST, Placement
from annotations.logic.vocabulary import AnchorState
from newsroom.text.model import Span
from tests.placed_quotes import place_quote, words_of

BEFORE = "Before the talks it was quiet in the old harbour of the town. "
AFTER = " After the talks all went home to their families by train."
GRAIN = "The rest of the report is about grain in the harbour."
OTHER = " ".join(f"Sentence number {number} says something of its own." for number in range(40))
RUMOURS = "Rumours of peace talks between both camps kept going round all over every pub and market " * 4


def invented_words(letters: int) -> str:
    """Words of five letters, so many letters in all: white space is not counted."""
    spelled = "".join("graincorridorvotesharbourtownshipspassage"[n % 41] for n in range(letters))
    return " ".join(spelled[n : n + 5] for n in range(0, letters, 5))


def quote_with(replaced: int) -> str:
    """A quote of 100 characters that holds one word of so many letters, all of them x."""
    words = f"The envoy of the port said that {'x' * replaced} was ready to sail before dawn today"
    return words.ljust(100, "y")[:100]


@pytest.mark.parametrize(
    ("replaced", "state"), [(29, AnchorState.CHANGED), (30, AnchorState.CHANGED), (31, AnchorState.LOST)]
)
def test_of_a_hundred_characters_thirty_may_be_edited(replaced: int, state: AnchorState) -> None:
    quote = quote_with(replaced)
    edited = quote.replace("x", "z")
    placement = place_quote(quote, was=BEFORE + quote + AFTER, now=BEFORE + edited + AFTER)
    assert placement.state is state
    assert placement.score == pytest.approx({29: 0.71, 30: 0.7, 31: 0}[replaced])


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


@pytest.mark.parametrize(("put_in", "found"), [(35, True), (36, False)])
def test_a_passage_may_grow_to_twice_its_length(put_in: int, found: bool) -> None:
    quote = "The envoy left the port early today"
    assert len(quote) == 35
    grown = quote.replace("the port", f"{'z' * (put_in - 1)} the port")
    placement = place_quote(quote, was=BEFORE + quote + AFTER, now=BEFORE + grown + AFTER)
    assert placement.span == (Span(62, 132) if found else None)


@pytest.mark.parametrize(("length", "found"), [(1_000, True), (1_001, False)])
def test_a_passage_of_a_thousand_characters_is_still_looked_for_letter_by_letter(
    length: int, found: bool
) -> None:
    quote = " ".join(f"Sentence {n} says of matter {n * 7 % 1000} what it says of it." for n in range(40))
    quote = f"{quote[: length - 1]}."
    edited = quote.replace("Sentence 3 says", "Sentence 3 now says")
    reports = " ".join(f"In between, report {n} was about the weather at sea." for n in range(80))
    was = f"It began at noon in the harbour of the town. {quote} Nothing more.\n\n{reports}"
    now = f"{reports}\n\nIt began at noon in the harbour of the town. {edited} But later it went otherwise."
    assert (place_quote(quote, was=was, now=now).state is AnchorState.CHANGED) == found


@pytest.mark.parametrize(("others", "found"), [(999, True), (1_000, False)])
def test_a_quote_is_looked_for_at_the_first_thousand_places_that_read_like_it(
    others: int, found: bool
) -> None:
    was = f"The number of the winners was 7 in the end. {RUMOURS}"
    now = f"{RUMOURS}{'7 ' * others}and the number of the winners was 7 in the end."
    assert (place_quote("7", was=was, now=now).state is AnchorState.MOVED) == found


EDITED_BEFORE = ("The ships with grain from the harbour had waited for the decision since noon",
                 "The ships with grain from the harbour had waited for the decision since 9")  # fmt: skip
EDITED_AFTER = ("Some ships with grain from the harbour had waited for the decision since noon",
                "9 ships with grain from the harbour had waited for the decision since noon")  # fmt: skip


@pytest.mark.parametrize(("between", "whole"), [(203, True), (204, False)])
def test_behind_its_old_prefix_an_edited_quote_is_looked_for_two_hundred_characters_further(
    between: int, whole: bool
) -> None:
    quote, edited = EDITED_BEFORE
    assert len(quote) + 200 == 203 + len(edited)
    was = f"{OTHER}\n\nAs the mayor of the town said: {quote}. And so on."
    now = f"As the mayor of the town said: {RUMOURS[: between - 1]} {edited}, they say.\n\n{OTHER}"
    words = words_of(place_quote(quote, was=was, now=now), now)
    assert words.endswith("since 9") == whole


@pytest.mark.parametrize(("between", "whole"), [(203, True), (204, False)])
def test_before_its_old_suffix_an_edited_quote_is_looked_for_two_hundred_characters_further(
    between: int, whole: bool
) -> None:
    quote, edited = EDITED_AFTER
    assert len(quote) + 200 == 203 + len(edited)
    was = f"{OTHER}\n\nSo: {quote}, according to the mayor of the town."
    now = f"Well: {edited} {RUMOURS[: between - 1]}, according to the mayor of the town.\n\n{OTHER}"
    words = words_of(place_quote(quote, was=was, now=now), now)
    assert words.startswith("9 ships") == whole


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


@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
def test_a_quote_taken_out_is_not_found_edited_where_its_very_words_stand_in_other_company(
    marks: str,
) -> None:
    quote = "“The ships with grain” from the harbour had waited for a decision since the morning"
    words = quote.replace("“The ships with grain”", marks.format("The ships with grain"))
    was = f"{OTHER}\n\nAs the mayor of the town said: {quote}. And so on."
    now = f"As the mayor of the town said: nothing. Elsewhere a poem has it: {words} or so.\n\n{OTHER}"
    assert place_quote(quote, was=was, now=now) == LOST
