"""The history of a claim: which lines it holds, and which are left out."""

import pytest

from annotations.actions.claims import reword_claim
from annotations.models import Claim
from annotations.queries import claim_history as module
from annotations.queries.claim_history import claim_history
from newsroom.models import User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(editor: User) -> Claim:
    claim = make.claim(make.story(by=editor), "It rained.", by=editor)
    for number in range(3):
        reword_claim(claim, f"It rained for {number + 1} hours.", version=claim.version, by=editor)
        claim.refresh_from_db()
    return claim


def verbs(claim: Claim) -> list[str]:
    return [line.verb for line in claim_history(claim, evidence=[], links=[], silences=[])]


def test_the_oldest_line_comes_first(claim: Claim) -> None:
    assert verbs(claim) == ["made", "reworded", "reworded", "reworded"]


def test_the_newest_lines_are_kept_where_not_all_have_room(
    claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_LINES", 4)
    assert verbs(claim) == ["made", "reworded", "reworded", "reworded"]
    monkeypatch.setattr(module, "MOST_LINES", 3)
    assert verbs(claim) == ["reworded", "reworded", "reworded"]
