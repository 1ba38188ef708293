"""Test which story an article seems to be part of, by names and words, days and place. A
similar event is not enough.
"""

from datetime import date

import pytest

from newsroom.text.story_match.coefficients import ENOUGH
from newsroom.text.story_match.matching import best_story, match_story
from newsroom.text.story_match.profiles import report_profile
from tests.newsroom.text.story_match.sample_stories import MONDAY, profile_of, story
from tests.sample_reports import OTHER_QUAKE, QUAKE, QUAKE_TOO

FOOTBALL = (
    "Rovers beat Albion by three goals to one in the cup on Saturday. The striker Tomas Reyes scored twice "
    "before half time, and the trainer Ann Wilkes praised the young defence."
)


def test_a_report_of_the_same_event_is_proposed_with_the_names_they_share():
    fit = match_story(profile_of(QUAKE_TOO), story(profile_of(QUAKE)))
    assert fit.score >= ENOUGH
    (names,) = fit.reasons
    assert names.startswith("same names: ")
    assert {"Tavira", "Marenia", "Ilsa", "Brandt"} == set(names.removeprefix("same names: ").split(", "))


@pytest.mark.parametrize("other", [OTHER_QUAKE, FOOTBALL])
def test_a_similar_event_and_another_subject_are_not(other):
    assert match_story(profile_of(other), story(profile_of(QUAKE))).score < ENOUGH
    assert (
        match_story(profile_of(other, MONDAY), story(profile_of(QUAKE, MONDAY), first=MONDAY)).score < ENOUGH
    )


def test_of_several_stories_the_one_that_fits_best_is_proposed_and_without_one_none():
    stories = {
        "marenia": story(profile_of(QUAKE)),
        "oldova": story(profile_of(OTHER_QUAKE)),
        "cup": story(profile_of(FOOTBALL)),
    }
    key, fit = best_story(profile_of(QUAKE_TOO), stories)
    assert (key, fit.score >= ENOUGH) == ("marenia", True)
    assert best_story(profile_of("The parliament of Oldova passed a budget."), stories) is None
    assert best_story(profile_of(QUAKE), {}) is None


def test_the_same_words_months_later_are_of_another_event():
    held = profile_of(QUAKE, MONDAY)
    scores = [
        match_story(profile_of(QUAKE_TOO, day), story(held)).score
        for day in (MONDAY, date(2021, 3, 12), date(2021, 3, 29))
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3
    assert match_story(profile_of(QUAKE, date(2021, 9, 1)), story(held)).score == 0


def test_days_that_a_story_states_count_before_those_of_its_articles():
    long_after = profile_of(QUAKE, date(2021, 9, 1))
    stated = story(profile_of(QUAKE_TOO, MONDAY), long_after, first=MONDAY, last=date(2021, 3, 2))
    assert match_story(profile_of(QUAKE, date(2021, 9, 2)), stated).score == 0
    assert (
        match_story(
            profile_of(QUAKE, date(2021, 9, 2)), story(profile_of(QUAKE_TOO, MONDAY), long_after)
        ).score
        >= ENOUGH
    )


def test_articles_kept_for_their_context_do_not_speak_for_the_story():
    alone = story(profile_of(QUAKE, MONDAY), first=MONDAY)
    beside = story(profile_of(QUAKE, MONDAY), profile_of(FOOTBALL, date(2022, 1, 1)), first=MONDAY)
    assert match_story(profile_of(QUAKE_TOO, MONDAY), beside) == match_story(
        profile_of(QUAKE_TOO, MONDAY), alone
    )


def test_a_place_that_is_named_speaks_for_it_and_one_that_is_not_against():
    somewhere = match_story(profile_of(QUAKE_TOO), story(profile_of(QUAKE)))
    there = match_story(profile_of(QUAKE_TOO), story(profile_of(QUAKE), place="Tavira, Marenia"))
    elsewhere = match_story(
        profile_of(QUAKE_TOO.replace("Tavira", "the town")), story(profile_of(QUAKE), place="Tavira")
    )
    assert there.score > somewhere.score > elsewhere.score
    assert there.reasons[-1] == "same place: Tavira Marenia"


def test_the_country_alone_is_not_the_place():
    quake = story(profile_of(QUAKE), place="Tavira, Marenia")
    near, country = (
        match_story(profile_of(QUAKE_TOO.replace("Tavira", town)), quake) for town in ("Tavira", "Olvedo")
    )
    assert country.score < near.score
    assert not any(reason.startswith("same place") for reason in country.reasons)


def test_a_place_that_the_story_s_own_articles_do_not_name_may_be_passed_over():
    somewhere = match_story(profile_of(QUAKE_TOO), story(profile_of(QUAKE)))
    assert (
        match_story(profile_of(QUAKE_TOO), story(profile_of(QUAKE), place="Algarve")).score == somewhere.score
    )


def test_two_copies_do_not_make_a_story_narrower():
    one, twice = story(profile_of(QUAKE)), story(profile_of(QUAKE), profile_of(QUAKE))
    assert twice.needed == one.needed


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2021, 3, 3), "same days"),
        (date(2021, 3, 9), "published 8 days after"),
        (date(2021, 2, 24), "published 5 days before"),
    ],
)
def test_the_days_are_a_reason(day, reason):
    assert reason in match_story(profile_of(QUAKE_TOO, day), story(profile_of(QUAKE), first=MONDAY)).reasons


def test_without_names_the_number_of_words_in_common_is_the_reason():
    fit = match_story(profile_of(QUAKE_TOO.lower()), story(profile_of(QUAKE)))
    assert fit.reasons[0].endswith("telling words in common")


def test_a_story_without_articles_is_met_by_title_place_and_days():
    empty = story(title="Earthquake in Tavira", place="Tavira", first=MONDAY)
    fit = match_story(profile_of(QUAKE, date(2021, 3, 2)), empty)
    assert fit.score >= ENOUGH
    assert fit.reasons == ("same names: Tavira", "same days", "same place: Tavira")
    assert match_story(profile_of(QUAKE), empty).score < ENOUGH
    assert match_story(profile_of(OTHER_QUAKE, date(2021, 3, 2)), empty).score < ENOUGH


def test_one_word_is_no_title_to_go_by():
    assert match_story(profile_of(QUAKE, MONDAY), story(title="Earthquake", first=MONDAY)).score < ENOUGH


def test_other_scripts_are_compared_by_their_words():
    report = report_profile(["外交部长离开了会议。", "他没有回答记者的问题。"])
    same = report_profile(["外交部长周五离开会议。", "记者的问题他没有回答。"])
    other = report_profile(["球队赢得了冠军。", "教练赞扬了年轻的后卫。"])
    assert match_story(report, story(same)).score >= ENOUGH > match_story(report, story(other)).score


@pytest.mark.parametrize(
    ("title", "is_proposed"),
    [("Tavira Brandt Marenia Olvedo", True), ("Tavira Brandt Olvedo", False)],
    ids=["three words of four", "two words of three"],
)
def test_three_quarters_of_the_title_meet_a_story_without_articles(title, is_proposed):
    empty = story(title=title, first=MONDAY)
    assert (match_story(profile_of(QUAKE, date(2021, 3, 5)), empty).score >= 0.5) is is_proposed
