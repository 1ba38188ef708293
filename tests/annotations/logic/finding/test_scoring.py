"""Test the scores that order candidates, and the score from which two passages count as of one event."""

from dataclasses import replace

import pytest

from annotations.logic.finding.agreement import Agreement
from annotations.logic.finding.comparison import Likeness
from annotations.logic.finding.scoring import (
    CERTAINTY,
    SCORE,
    certainty,
    certainty_features,
    score,
    score_features,
)
from annotations.logic.finding.surroundings import Surroundings
from newsroom.text.language.days import Day
from newsroom.text.language.figures import Figure

NOTHING = Likeness(
    bm25=0.0,
    coverage=0.0,
    near=0.0,
    order=0.0,
    names=0.0,
    focus=0.0,
    spelling=0.0,
    shared_weight=0.0,
    telling_words=0,
    rare_words=0,
)
ALL = Likeness(
    bm25=1.0,
    coverage=1.0,
    near=0.0,
    order=1.0,
    names=1.0,
    focus=1.0,
    spelling=1.0,
    shared_weight=50.0,
    telling_words=6,
    rare_words=4,
)
NOWHERE = Surroundings(0.0)
FIGURES = [Figure(float(value), "ship", str(value)) for value in range(6)]


def with_figures(same: int = 0, differing: int = 0) -> Likeness:
    pairs = tuple((figure, figure) for figure in FIGURES[:differing])
    return replace(ALL, figures=Agreement(tuple(FIGURES[:same]), pairs))


def test_every_coefficient_belongs_to_a_feature():
    assert list(score_features(ALL, NOWHERE)) == list(SCORE)
    assert list(certainty_features(ALL, NOWHERE)) == list(CERTAINTY)


def test_the_same_words_in_other_surroundings_score_about_one():
    elsewhere = Surroundings(0.0, background=0.0, cosine=0.0)
    assert score(ALL, elsewhere) == pytest.approx(1.0 + 0.03 + 0.08 + 0.03)
    assert score(NOTHING, NOWHERE) == 0


def test_how_a_passage_is_spelt_counts_where_its_article_is_not_known():
    known = score_features(ALL, Surroundings(0.0, cosine=0.0))
    assert (known["spelling"], score_features(ALL, NOWHERE)["spelling"]) == (0.0, 1.0)


@pytest.mark.parametrize(("telling_words", "may_be_certain"), [(2, True), (1, False)])
def test_passages_that_share_one_name_are_never_certain(telling_words, may_be_certain):
    assert (certainty(replace(ALL, telling_words=telling_words), NOWHERE) > 0) == may_be_certain


def test_the_same_words_are_almost_certain_to_speak_of_one_event():
    assert certainty(ALL, NOWHERE) == pytest.approx(0.98370, abs=1e-5)


@pytest.mark.parametrize(("number", "counted"), [(1, 1), (2, 2), (3, 2)])
def test_two_figures_count_and_no_more(number, counted):
    assert score_features(with_figures(same=number), NOWHERE)["same_figures"] == counted
    assert score_features(with_figures(differing=number), NOWHERE)["differing_figures"] == counted


def test_days_count_once():
    days = Agreement((Day("Friday", weekday=4), Day("8 July", day=8, month=7)))
    assert score_features(replace(ALL, days=days), NOWHERE)["same_days"] == 1


@pytest.mark.parametrize(("bm25", "counted"), [(0.15, 0.5), (0.3, 0.5), (0.14, 0.5 * 0.14 / 0.15)])
def test_what_stands_before_the_passage_counts_in_full_once_enough_of_the_passage_is_shared(bm25, counted):
    features = score_features(replace(ALL, bm25=bm25), Surroundings(0.0, before=0.5))
    assert features["before"] == pytest.approx(counted)


@pytest.mark.parametrize(("elsewhere", "counted"), [(0.7, 0.0), (0.71, 0.01)])
def test_a_sentence_answers_to_another_if_that_one_says_a_fifth_more_of_it(elsewhere, counted):
    likeness = replace(ALL, focus=0.5)
    features = score_features(likeness, Surroundings(0.0, elsewhere=elsewhere))
    assert features["said_by_another"] == pytest.approx(counted)


@pytest.mark.parametrize(
    ("days", "far", "very_far"), [(None, 0, 0), (21, 0, 0), (22, 1, 0), (90, 1, 0), (91, 1, 1)]
)
def test_articles_weeks_apart_are_doubted_and_months_apart_more(days, far, very_far):
    features = certainty_features(ALL, Surroundings(0.0, days=days))
    assert (features["far"], features["very_far"]) == (far, very_far)


def test_an_article_without_a_day_is_doubted_only_if_it_could_have_been_compared():
    assert certainty_features(ALL, Surroundings(0.0, undated=True))["undated"] == 1
    assert certainty_features(ALL, Surroundings(0.0))["undated"] == 0
    assert certainty_features(ALL, Surroundings(0.0, days=1, undated=True))["undated"] == 0


@pytest.mark.parametrize(
    ("coverage", "shared_weight", "may_be_certain"),
    [
        (0.15, 12.0, True),
        (0.14, 12.0, False),
        (0.59, 12.0, True),
        (0.59, 11.9, False),
        (0.6, 11.9, True),
    ],
)
def test_passages_that_share_little_are_never_certain(coverage, shared_weight, may_be_certain):
    likeness = replace(ALL, coverage=coverage, shared_weight=shared_weight)
    assert (certainty(likeness, NOWHERE) > 0) == may_be_certain


@pytest.mark.parametrize(
    ("background", "cosine", "counted"),
    [(None, None, 0.85), (0.0, 0.0, 0.0), (0.24, 0.5, 2.0), (0.23, 0.5, 1.979), (1.0, 1.0, 2.0)],
)
def test_how_alike_the_articles_are_counts_up_to_two(background, cosine, counted):
    features = certainty_features(ALL, Surroundings(0.0, background=background, cosine=cosine))
    assert features["articles"] == pytest.approx(counted)


def test_other_numbers_make_one_event_less_certain():
    other_figures = certainty_features(replace(ALL, other_figures=True), NOWHERE)
    absent_number = certainty_features(ALL, Surroundings(0.0, absent_number=True))
    assert (other_figures["other_figures"], other_figures["absent_number"]) == (1, 0)
    assert (absent_number["other_figures"], absent_number["absent_number"]) == (0, 1)
    assert CERTAINTY["other_figures"] < 0
    assert CERTAINTY["absent_number"] < 0
