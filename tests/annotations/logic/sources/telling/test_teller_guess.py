"""Test that the teller of a passage is guessed from its sentences, and if they name none,
from the article's credits.
"""

import pytest

from annotations.logic.sources.outlet_names import OutletNames
from annotations.logic.sources.telling.teller_guess import LONGEST, guess_teller, teller_names
from newsroom.text.model import Span
from newsroom.text.pipeline import prepare

NAMES = OutletNames(["Kestrel Post", "Upland Echo"])


def guess(text: str, quote: str, *, own: str = "Upland Echo", credit: str = "") -> str:
    document = prepare(text.encode()).document
    start = document.text.index(quote)
    return guess_teller(document, Span(start, start + len(quote)), NAMES, own=own, credit=credit)


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The bridge fell at nine. Nobody was hurt.", ""),
        ("The bridge fell at nine, Kyodo reported. Nobody was hurt.", "Kyodo"),
        ("The bridge fell at nine, the Kestrel Post and Kyodo reported.", "Kestrel Post; Kyodo"),
        ("The bridge fell at nine, media reports say.", "?"),
        ("The bridge fell at nine, the Upland Echo reported.", ""),
        ("DORN (Reuters) - The bridge fell at nine. Nobody was hurt.", "Reuters"),
        ("The bridge fell at nine.\n\nReuters contributed to this report.", "Reuters"),
        ("“The bridge fell at nine,” he told us.\n\nReuters contributed to this report.", ""),
    ],
)
def test_the_guess_names_those_who_may_tell_it(text, teller):
    assert guess(text, "The bridge fell at nine") == teller


def test_a_credit_line_is_read_too():
    assert guess("The bridge fell at nine.", "The bridge fell", credit="AFP") == "AFP"


def test_an_agency_does_not_have_it_from_itself():
    assert guess("DORN (Reuters) - The bridge fell.", "The bridge fell", own="Reuters") == ""


def test_names_are_parted_by_semicolons_and_stand_once():
    assert teller_names(" AP;; Reuters ; the AP;") == ["AP", "Reuters"]
    assert teller_names("") == []


def test_no_guess_is_longer_than_the_field():
    outlets = [f"Valley {number} Observer of the Northern Coast" for number in range(10)]
    names = OutletNames(outlets)
    text = f"The bridge fell, {', '.join(outlets)} reported."
    document = prepare(text.encode()).document
    teller = guess_teller(document, Span(0, 15), names)
    assert 0 < len(teller) <= LONGEST
    assert set(teller_names(teller)) <= set(outlets)
