"""Test which changes since a verdict are listed."""

from dataclasses import replace
from uuid import UUID

import pytest

from annotations.logic.counting.verdict_changes import (
    ClaimState,
    PassageChange,
    PassageState,
    changes_since,
)
from annotations.logic.vocabulary import Relation

POST, TIMES = UUID(int=1), UUID(int=2)
SAYS_SO = PassageState(Relation.CORROBORATES, "the minister left")
JUDGED = ClaimState("He left.", {POST: SAYS_SO}, at_least=1, at_most=1, contradicting=0)


def phrases(now: ClaimState, judged: ClaimState = JUDGED) -> tuple[str, ...]:
    return changes_since(judged, now).phrases


def with_passage(**values: object) -> ClaimState:
    """Return the state that was judged, with other values in its passage."""
    return replace(JUDGED, passages={POST: replace(SAYS_SO, **values)})


def test_a_claim_that_stands_as_it_was_judged_has_not_changed():
    changes = changes_since(JUDGED, replace(JUDGED))
    assert not changes
    assert (changes.phrases, changes.passages, changes.sentence) == ((), (), "")


def test_a_state_that_was_not_recorded_is_not_said_to_have_changed():
    changes = changes_since(None, JUDGED)
    assert not changes
    assert changes.judged is None


def test_another_statement_is_told_with_the_words_that_were_judged():
    assert phrases(replace(JUDGED, statement="He stayed.")) == ("the statement was “He left.”",)


def test_passages_that_came_or_went_are_counted():
    more = replace(JUDGED, passages={POST: SAYS_SO, TIMES: SAYS_SO})
    assert phrases(more) == ("1 passage added",)
    assert phrases(JUDGED, judged=more) == ("1 passage taken off",)
    assert phrases(replace(JUDGED, passages={TIMES: SAYS_SO})) == ("1 passage added", "1 passage taken off")


@pytest.mark.parametrize(
    ("values", "phrase"),
    [
        ({"relation": Relation.CONTRADICTS}, "1 passage with another relation"),
        ({"quote": "the minister stayed"}, "1 passage with other words"),
        ({"lost": True}, "1 passage lost in a newer revision"),
    ],
)
def test_a_passage_that_changed_is_told_by_what_changed(values, phrase):
    assert phrases(with_passage(**values)) == (phrase,)


def test_of_several_changes_of_one_passage_the_weightiest_is_told():
    changed = with_passage(relation=Relation.CONTRADICTS, quote="the minister stayed")
    (passage,) = changes_since(JUDGED, changed).passages
    assert passage.change is PassageChange.OTHER_RELATION
    assert (passage.was, passage.now) == (SAYS_SO, changed.passages[POST])


def test_a_passage_that_was_lost_already_is_as_it_was_judged():
    lost = with_passage(lost=True)
    assert phrases(lost, judged=lost) == ()


def test_another_count_is_told_with_both_numbers():
    assert phrases(replace(JUDGED, at_most=2)) == (
        "1 independent source then, 1 to 2 independent sources now",
    )
    assert phrases(replace(JUDGED, contradicting=1)) == ("0 against it then, 1 now",)


def test_the_sentence_names_every_change():
    now = replace(JUDGED, passages={POST: SAYS_SO, TIMES: SAYS_SO}, at_least=2, at_most=2)
    assert changes_since(JUDGED, now).sentence == (
        "changed since the verdict: 1 passage added; 1 independent source then, 2 independent sources now"
    )


def test_the_fingerprint_is_one_however_the_passages_are_ordered():
    one = replace(JUDGED, passages={POST: SAYS_SO, TIMES: SAYS_SO})
    other = replace(JUDGED, passages={TIMES: SAYS_SO, POST: SAYS_SO})
    assert one.fingerprint == other.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        replace(JUDGED, statement="He stayed."),
        replace(JUDGED, at_most=2),
        replace(JUDGED, contradicting=1),
        with_passage(quote="the minister stayed"),
        with_passage(relation=Relation.CONTRADICTS),
        with_passage(lost=True),
        replace(JUDGED, passages={}),
    ],
)
def test_the_fingerprint_is_another_for_any_other_state(other):
    assert other.fingerprint != JUDGED.fingerprint
