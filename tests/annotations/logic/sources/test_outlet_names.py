"""Test that outlets are found by full and short names, and agencies by any of their names."""

import pytest

from annotations.logic.sources.outlet_names import Mention, OutletNames, is_agency, outlet_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Harbour Daily", "harbour daily"),
        ("harbour  daily", "harbour daily"),
        ("Agence France-Presse", "afp"),
        ("AFP", "afp"),
        ("the BBC", "bbc news"),
        ("BBC News", "bbc news"),
        ("Voice of America", "voa"),
        ("WSJ", "wall street journal"),
        ("The Wall Street Journal", "wall street journal"),
        ("", ""),
    ],
)
def test_an_outlet_has_one_key_however_it_is_written(name, key):
    assert outlet_key(name) == key


@pytest.mark.parametrize(("name", "is_one"), [("Reuters", True), ("Harbour Daily", False)])
def test_an_agency_is_told_from_another_outlet(name, is_one):
    assert is_agency(name) == is_one


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("It fell, Harbour Daily said.", "Harbour Daily"),
        ("It fell, the Daily said.", "the Daily"),
        ("It fell, Daily said.", None),
    ],
)
def test_a_short_form_stands_behind_an_article(text, spelled):
    start = text.index(spelled) if spelled else 0
    found = [Mention(start, start + len(spelled), "Harbour Daily")] if spelled else []
    assert OutletNames(["Harbour Daily"]).mentions(text) == found


def test_a_short_form_of_several_outlets_is_nobodys_unless_it_is_the_articles_own():
    names = OutletNames(["Harbour Daily", "Ost Daily"])
    assert names.mentions("the Daily said") == []
    assert names.mentions("the Daily said", own="Ost Daily") == [Mention(0, 9, "Ost Daily")]


def test_a_guess_is_searched_for_in_full_and_marked_as_one():
    names = OutletNames(["Harbour Daily"], ["Ost Courier", "Reuters", "Harbour Daily"])
    found = [mention.name for mention in names.mentions("The Ost Courier, the Courier and Reuters")]
    assert found == ["Ost Courier", "Reuters"]
    assert names.is_guess("The Ost Courier")
    assert not any(names.is_guess(name) for name in ("Reuters", "Harbour Daily"))
