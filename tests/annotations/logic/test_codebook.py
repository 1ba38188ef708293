"""Test that a tag has one spelling in any script, and no character that would break a CSV file."""

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from annotations.logic.codebook import ancestors, hue, normalise_path, own_digits, parent, with_ancestors
from annotations.logic.vocabulary import Hue
from newsroom.errors import Invalid

WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
PATHS = st.lists(WORDS, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("claims/number", "claims/number"),
        ("  claims /  number  ", "claims/number"),
        ("/claims//number/", "claims/number"),
        ("unnamed \t official", "unnamed official"),
        ("Числа/доля", "Числа/доля"),
        ("数字/割合", "数字/割合"),
        ("cafe\u0301", "café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d⚖️", "👩\u200d⚖️"),
        ("Q&A: C++ (a-b)", "Q&A: C++ (a-b)"),
    ],
)
def test_a_tag_has_one_spelling(typed, path):
    assert normalise_path(typed) == path


@pytest.mark.parametrize("nothing", ["", "   ", "/", " / / "])
def test_nothing_is_no_tag(nothing):
    with pytest.raises(Invalid, match="Write a tag"):
        normalise_path(nothing)


def test_the_bar_that_parts_tags_in_csv_is_refused():
    with pytest.raises(Invalid, match="parts tags in CSV"):
        normalise_path("claims|number")


@pytest.mark.parametrize("hidden", ["\u202e", "\x00", "\u200b", "\ufeff", "\ue000", "\u2066"])
def test_characters_that_nobody_can_see_are_refused(hidden):
    with pytest.raises(Invalid, match="nobody can see"):
        normalise_path(f"claims/{hidden}number")


def test_a_tag_has_at_most_four_levels():
    assert normalise_path("a/b/c/d") == "a/b/c/d"
    with pytest.raises(Invalid, match="at most 4 levels"):
        normalise_path("a/b/c/d/e")


def test_a_tag_has_at_most_so_many_characters():
    assert normalise_path("a" * 120) == "a" * 120
    with pytest.raises(Invalid, match="at most 120 characters"):
        normalise_path("a" * 121)


@given(st.text(max_size=30))
def test_a_path_once_normalised_stays_as_it_is(typed):
    try:
        path = normalise_path(typed)
    except Invalid:
        reject()
    assert normalise_path(path) == path
    assert "|" not in path
    assert not path.startswith("/")


@given(PATHS)
def test_the_last_ancestor_is_the_parent(path):
    above = ancestors(path)
    assert (above[-1] if above else "") == parent(path)
    assert len(above) == path.count("/")


def test_ancestors_come_from_the_top():
    assert ancestors("claims/number/share") == ("claims", "claims/number")


@given(PATHS, WORDS)
def test_tags_under_one_top_level_share_a_colour_of_the_palette(path, word):
    assert hue(path) in list(Hue)
    assert hue(f"{path.split('/')[0]}/{word}") == hue(path)


def test_top_levels_do_not_all_get_one_colour():
    assert (
        len({hue(word) for word in ("claims", "quote", "source", "wording", "people", "places", "money")}) > 3
    )


def test_digits_of_a_person_come_before_those_of_everybody():
    claims, place, quote = 11, 12, 13
    assert own_digits({claims: 1, place: 2}, {}) == {claims: 1, place: 2}
    assert own_digits({claims: 1, place: 2}, {quote: 2}) == {claims: 1, quote: 2}
    assert own_digits({claims: 1, place: 2}, {claims: 2}) == {claims: 2}
    assert own_digits({claims: 1}, {claims: 3}) == {claims: 3}


def test_paths_are_joined_by_those_above_them() -> None:
    assert with_ancestors(["A/b/C", "d"]) == {"a", "a/b", "a/b/c", "d"}
    assert with_ancestors(["Straße/A"]) == {"straße", "straße/a"}
    assert with_ancestors([]) == set()
