"""Test that names and figures distinguish reports that were written with the same standard sentences."""

import pytest

from annotations.logic.sources.details import (
    ReportDetails,
    are_of_two_events,
    are_surely_of_one_event,
    details_of,
    have_other_figures,
)


def names(*chosen: str) -> ReportDetails:
    return ReportDetails(names=frozenset(chosen))


def figures(*chosen: str) -> ReportDetails:
    return ReportDetails(figures=frozenset(chosen))


def test_names_and_figures_are_details_and_days_and_first_words_are_none():
    text = "Police in Ost held two men on Monday at 21:12. They took 1,200 kroner from Ana Berg in May."
    assert details_of(text) == ReportDetails(
        names=frozenset({"ost", "ana", "berg"}), figures=frozenset({"21:12", "1,200"})
    )


def test_names_of_other_scripts_with_capitals_are_details():
    assert details_of("Суд в Одессе и École in Évian").names == {"одессе", "école", "évian"}


def test_digits_within_a_word_are_no_figure():
    assert details_of("The route a12 and the engine b7").figures == frozenset()


@pytest.mark.parametrize(
    ("others", "are_of_two"),
    [
        # One of four names in common is a quarter.
        (names("a", "x", "y", "z"), False),
        (names("v", "x", "y", "z"), True),
        # Fewer than three names decide nothing.
        (names("x", "y"), False),
        (names("x", "y", "z"), True),
    ],
)
def test_reports_with_less_than_a_quarter_of_their_details_in_common_are_of_two_events(
    others: ReportDetails, are_of_two: bool
):
    assert are_of_two_events(names("a", "b", "c", "d"), others) == are_of_two


@pytest.mark.parametrize(
    ("others", "are_other"),
    [
        (figures("5", "6", "7", "8"), True),
        (figures("5", "6", "7"), False),
        (figures("1", "6", "7", "8"), False),
    ],
)
def test_four_figures_of_which_less_than_a_quarter_agree_are_other_figures(
    others: ReportDetails, are_other: bool
):
    assert have_other_figures(figures("1", "2", "3", "4"), others) == are_other


@pytest.mark.parametrize(
    ("others", "are_sure"),
    [
        (names("a", "b", "c", "x", "y", "z"), True),
        (names("a", "b", "c", "w", "x", "y", "z"), True),
        (names("a", "b", "x", "y"), False),
        (names("a", "b"), False),
    ],
)
def test_half_of_the_details_and_three_make_sure_of_one_event(others: ReportDetails, are_sure: bool):
    assert are_surely_of_one_event(names("a", "b", "c", "d", "e", "f"), others) == are_sure
