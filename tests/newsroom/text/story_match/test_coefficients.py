"""Test the limits of a proposal, each with an example on both sides."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.text.story_match.matching import best_story, match_story
from newsroom.text.story_match.profiles import ReportProfile
from tests.newsroom.text.story_match.sample_stories import MONDAY, profile_of, story, without_tavira
from tests.sample_reports import QUAKE, QUAKE_TOO

# The numbers below follow from the score: similarity / (similarity + similarity needed). The story has one
# report and needs 0.32. The article has the same text, so its similarity is 1.


def score(report, **stated):
    return match_story(report, story(profile_of(QUAKE, stated.pop("day", None)), **stated)).score


def _needed(report, profile):
    """Return the similarity that a proposal needs, as a multiple of the article's own similarity."""
    fit = match_story(report, profile).score
    return (1 - fit) / fit


@pytest.mark.parametrize(
    ("days_later", "expected"),
    [
        (-31, 0.0),
        (-30, 1 / (1 + 1.5 * 0.32)),
        (-8, 1 / (1 + 1.5 * 0.32)),
        (-7, 1 / (1 + 0.32)),
        (-4, 1 / (1 + 0.32)),
        (-3, 1 / (1 + 0.8 * 0.32)),
        (3, 1 / (1 + 0.8 * 0.32)),
        (4, 1 / (1 + 0.32)),
        (14, 1 / (1 + 0.32)),
        (15, 1 / (1 + 1.5 * 0.32)),
        (30, 1 / (1 + 1.5 * 0.32)),
        (31, 0.0),
    ],
)
def test_the_similarity_needed_rises_with_the_days_between(days_later, expected):
    day = MONDAY + timedelta(days=days_later)
    assert score(profile_of(QUAKE, day), day=MONDAY) == pytest.approx(expected, abs=0.001)


def test_a_named_place_lowers_the_similarity_needed_by_a_tenth():
    assert score(profile_of(QUAKE), place="Tavira") == pytest.approx(1 / (1 + 0.9 * 0.32), abs=0.001)


@pytest.mark.parametrize(("naming", "factor"), [(2, 1.5), (1, 1.5), (0, 1.0)])
def test_a_place_passed_over_raises_it_by_half_if_half_of_the_articles_name_it(naming, factor):
    held = [profile_of(QUAKE)] * naming + [without_tavira(QUAKE)] * (2 - naming)
    placed, unplaced = story(*held, place="Tavira"), story(*held)
    article = without_tavira(QUAKE)
    assert _needed(article, placed) == pytest.approx(factor * _needed(article, unplaced), rel=0.01)


@pytest.mark.parametrize(
    ("names", "factor"),
    [({"olvedo": "Olvedo"}, 1.0), ({"olvedo": "Olvedo", "krest": "Krest"}, 1.5)],
)
def test_two_names_that_the_story_does_not_know_raise_it_by_half(names, factor):
    words = dict.fromkeys(["rescuer", "ruin", "school", "tent"], 1)
    nameless = story(ReportProfile(words, {}))
    # A name that occurs in no sentence does not change the similarity.
    article = ReportProfile(words, names)
    assert _needed(article, nameless) == pytest.approx(factor * 0.32, rel=0.01)


@pytest.mark.parametrize(("more", "is_proposed"), [(1.0, True), (1.01, False)])
def test_a_story_is_proposed_from_one_half_on(more, is_proposed):
    held = story(profile_of(QUAKE))
    similarity = 0.32 / _needed(profile_of(QUAKE_TOO), held)
    stricter = replace(held, needed=similarity * more)
    match = match_story(profile_of(QUAKE_TOO), stricter)
    assert (match.score >= 0.5, bool(match.reasons)) == (is_proposed, is_proposed)
    assert (best_story(profile_of(QUAKE_TOO), {"quake": stricter}) is not None) is is_proposed
