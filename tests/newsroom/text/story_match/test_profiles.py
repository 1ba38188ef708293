from datetime import date, timedelta

import pytest

from newsroom.text.story_match.profiles import (
    ReportProfile,
    StoryFacts,
    days_apart,
    is_within_reporting_days,
    report_profile,
    story_profile,
)

MONDAY = date(2021, 3, 1)


def same_idf(term: str) -> float:
    return 1.0


def report(own: int, shared: int, name: str, day: date | None = None) -> ReportProfile:
    """Return a report of `own` words that no other report has and `shared` words that all reports have."""
    words = [f"{name}{number}" for number in range(own)] + [f"shared{number}" for number in range(shared)]
    return ReportProfile(dict.fromkeys(words, 1), {}, day)


def needed(*reports: ReportProfile, first: date | None = None) -> float:
    return story_profile(StoryFacts("Rain", reports=reports, first=first), same_idf).needed


def test_a_report_is_its_words_names_and_day():
    profile = report_profile(["The mayor met Ilsa Brandt.", "It rained in Tavira."], "Rain and rain", MONDAY)
    assert profile.words["rain"] == 3
    assert profile.names == {"ilsa": "Ilsa", "brandt": "Brandt", "tavira": "Tavira"}
    assert profile.day == MONDAY


def test_a_story_without_articles_needs_three_quarters_of_its_title():
    assert needed() == 0.75


def test_of_one_article_the_similarity_that_is_assumed_decides():
    assert needed(report(3, 0, "a")) == pytest.approx(0.14 + 0.6 * 0.3)


def test_each_pair_of_articles_counts_beside_two_that_are_assumed():
    half_alike = needed(report(5, 5, "a"), report(5, 5, "b"))
    assert half_alike == pytest.approx(0.14 + 0.6 * (0.5 + 2 * 0.3) / 3)


@pytest.mark.parametrize(
    ("shared", "coherence"),
    [(17, 0.3), (15, (15 / 19 + 2 * 0.3) / 3)],
    ids=["81 % alike are copies", "79 % alike are two reports"],
)
def test_copies_do_not_count_as_pairs(shared: int, coherence: float):
    story = needed(report(4, shared, "a"), report(4, shared, "b"))
    assert story == pytest.approx(0.14 + 0.6 * coherence)


@pytest.mark.parametrize(
    ("apart", "is_within"), [(-8, False), (-7, True), (0, True), (14, True), (15, False), (None, True)]
)
def test_reports_appear_from_a_week_before_to_two_weeks_after(apart: int | None, is_within: bool):
    assert is_within_reporting_days(apart) is is_within


@pytest.mark.parametrize(("days_later", "counts"), [(14, True), (15, False)])
def test_a_report_of_another_time_does_not_speak_for_the_story(days_later: int, counts: bool):
    later = MONDAY + timedelta(days=days_later)
    both = needed(report(5, 5, "a", MONDAY), report(5, 5, "b", later), first=MONDAY)
    assert (both > 0.14 + 0.6 * 0.3) is counts


def test_the_days_of_a_story_are_those_stated_else_those_of_its_reports():
    reports = (report(1, 0, "a", MONDAY), report(1, 0, "b", date(2021, 3, 4)), report(1, 0, "c"))
    assert StoryFacts("Rain", reports=reports).days == (MONDAY, date(2021, 3, 4))
    assert StoryFacts("Rain", reports=reports, first=date(2021, 2, 1)).days == (date(2021, 2, 1),) * 2
    assert StoryFacts("Rain").days is None


@pytest.mark.parametrize(
    ("day", "apart"),
    [
        (date(2021, 2, 27), -2),
        (date(2021, 3, 1), 0),
        (date(2021, 3, 2), 0),
        (date(2021, 3, 5), 2),
        (None, None),
    ],
)
def test_days_are_counted_from_the_nearer_end(day: date | None, apart: int | None):
    assert days_apart(day, (MONDAY, date(2021, 3, 3))) == apart
    assert days_apart(day, None) is None
