"""Test that the coefficients of certainty can be fitted again."""

import random

import pytest

from annotations.logic.finding.scoring import CERTAINTY
from tests.bench.fit_certainty import (
    FOLDS,
    Example,
    Fit,
    Pool,
    false_share,
    fit,
    folds_by_topic,
    log_loss,
    logistic,
    table,
)

TRUE = Fit(-1.0, {"shared": 3.0, "differing": -2.0})
POOL = [
    {"id": "a", "doc": "1", "text": "Lavrov left the session in Bali."},
    {"id": "b", "doc": "2", "text": "In Bali, Lavrov left the afternoon session."},
    {"id": "c", "doc": "2", "text": "Grain prices fell on Friday."},
    {"id": "d", "doc": "3", "text": "The session was long."},
]


def random_examples(number: int, seed: int) -> list[Example]:
    """Return `number` random examples that follow the coefficients `TRUE`."""
    chance = random.Random(seed)  # noqa: S311  (made-up examples)
    examples = []
    for _ in range(number):
        features = {name: chance.random() for name in TRUE.coefficients}
        same_event = chance.random() < logistic(TRUE.log_odds(features))
        examples.append(Example(features, same_event))
    return examples


def test_the_coefficients_that_examples_were_drawn_by_are_found_again():
    fitted = fit(random_examples(4_000, seed=1))
    found = [fitted.intercept, *fitted.coefficients.values()]
    assert found == pytest.approx([-1.0, 3.0, -2.0], abs=0.3)


def test_a_fit_foresees_new_examples_better_than_a_coin():
    assert log_loss(random_examples(1_000, seed=2), fit(random_examples(1_000, seed=1))) < 0.65


def test_examples_of_one_kind_tell_nothing():
    with pytest.raises(ValueError, match="both kinds"):
        fit([Example({"shared": 1.0}, same_event=True)])


def test_a_query_is_compared_with_the_sentences_of_other_docs_that_do_not_count_neither_way():
    query = {"id": "q", "doc": "1", "text": POOL[0]["text"], "gold": ["b"], "ignore": ["d"]}
    same, other = Pool(POOL).examples(query)
    assert (same.same_event, other.same_event) == (True, False)
    assert same.features["bm25"] > other.features["bm25"]


def test_the_table_names_every_feature_once():
    lines = table(Fit(0.0, dict.fromkeys(CERTAINTY, 0.0))).splitlines()
    assert [line.split()[0] for line in lines[2:]] == list(CERTAINTY)


def test_all_queries_of_one_topic_are_in_one_fold():
    queries = [{"id": f"{topic}{event}", "group": f"{topic}{event}"} for topic in range(9) for event in "ab"]
    folds = folds_by_topic(queries)
    assert sorted(row["id"] for fold in folds for row in fold) == sorted(row["id"] for row in queries)
    topics = [{row["group"][:-1] for row in fold} for fold in folds]
    assert len(folds) == FOLDS
    assert sum(map(len, topics)) == len(set().union(*topics)) == 9
    assert max(map(len, folds)) - min(map(len, folds)) <= 2


def test_the_false_share_is_that_of_two_events_that_pass_with_nine_of_ten_of_one_event():
    fitted = Fit(0.0, {"shared": 1.0})
    same = [Example({"shared": float(value)}, same_event=True) for value in range(1, 11)]
    others = [Example({"shared": float(value)}, same_event=False) for value in (0, 1, 2, 3)]
    # The limit is 2, which nine of ten reach.
    assert false_share(same + others, fitted) == 0.5
