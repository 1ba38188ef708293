"""Test the rules on the status of a claim: settling needs a verdict and reasons, opening
it again needs a reason.
"""

from collections.abc import Callable

import pytest

from annotations.logic.counting.claims import move, settle
from annotations.logic.vocabulary import ClaimStatus, Verdict
from newsroom.errors import Conflict, Invalid, NewsroomError


def refusal(rule: Callable[..., None], *said: str) -> str:
    """Return the sentence with which the rule refuses, or an empty string if it does not refuse."""
    try:
        rule(*said)
    except NewsroomError as error:
        return error.sentence
    return ""


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_verdict_with_its_reasons_settles(verdict):
    assert refusal(settle, verdict.value, "Two independent reports say so.") == ""


@pytest.mark.parametrize("verdict", ["", "True", "pants-on-fire", "settled"])
def test_an_unknown_verdict_is_refused(verdict):
    with pytest.raises(Invalid, match="Choose a verdict"):
        settle(verdict, "Two independent reports say so.")


@pytest.mark.parametrize("rationale", ["", "  \n\t "])
def test_a_verdict_without_reasons_is_refused(rationale):
    with pytest.raises(Invalid, match="Give the reasons"):
        settle("true", rationale)


def test_the_longest_rationale_is_taken_and_one_more_is_refused():
    settle("true", "a" * 10_000)
    with pytest.raises(Invalid, match="10,000"):
        settle("true", "a" * 10_001)


@pytest.mark.parametrize(("status", "to"), [(ClaimStatus.OPEN, "checking"), (ClaimStatus.CHECKING, "open")])
def test_an_unsettled_claim_moves_freely(status, to):
    assert refusal(move, status, to) == ""


@pytest.mark.parametrize("to", ["open", "checking"])
def test_a_settled_claim_opens_again_with_a_reason(to):
    assert refusal(move, ClaimStatus.SETTLED, to, "A third report contradicts it.") == ""


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_settled_claim_does_not_open_without_a_reason(reason):
    with pytest.raises(Invalid, match="Say why"):
        move(ClaimStatus.SETTLED, "open", reason)


@pytest.mark.parametrize("status", list(ClaimStatus))
@pytest.mark.parametrize("to", ["settled", "", "done"])
def test_no_mere_move_settles_a_claim(status, to):
    with pytest.raises(Invalid, match="verdict and a rationale"):
        move(status, to, "A reason.")


@pytest.mark.parametrize("status", [ClaimStatus.OPEN, ClaimStatus.CHECKING])
def test_a_move_to_where_the_claim_is_already_says_so(status):
    with pytest.raises(Conflict, match=f"{status.label.lower()} already"):
        move(status, status.value)
