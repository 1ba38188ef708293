"""Test that coefficients can be fitted to reports that are made up."""

from dataclasses import replace

import pytest

from newsroom.text.story_match.coefficients import FITTED
from tests.bench.fit_story_match import TRIED, fit, halves, made_up_rows, measure, rounds_of


@pytest.fixture(scope="module")
def rounds():
    fitting, _ = halves(made_up_rows())
    return rounds_of(fitting)


def test_fitting_makes_bad_coefficients_better(rounds):
    bad = replace(FITTED, least_similarity=0.9)
    fitted = fit(rounds, bad, {"least_similarity": (0.5, 0.14)})
    assert fitted == replace(FITTED, least_similarity=0.14)
    assert measure(rounds, fitted) > measure(rounds, bad) + 0.2


def test_the_coefficients_in_use_sort_the_made_up_reports_well(rounds):
    assert measure(rounds, FITTED) > 0.9


def test_the_values_that_are_tried_include_the_ones_in_use():
    assert all(getattr(FITTED, name) in values for name, values in TRIED.items())


def test_similar_events_stay_together_when_the_pool_is_halved():
    fitting, judging = halves(made_up_rows())
    assert {row["group"] for row in fitting} == {"0a", "0b", "2a", "2b"}
    assert {row["group"] for row in judging} == {"1a", "1b", "3a", "3b"}
