"""Test deciding on claims by program."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db


def test_a_claim_is_read_with_its_standing(program):
    story = make.story()
    claim = make.claim(story)
    for outlet in ("The Courier", "The Herald"):
        make.evidence(claim, make.highlight(make.report(story, outlet), "left the room"), "corroborates")
    record = program.get(f"/claims/{claim.pk}").json()
    assert (record["sources_at_least"], record["sources_at_most"], record["outlets"]) == (2, 2, 2)


def test_a_weak_verdict_is_given_only_knowingly(program):
    story = make.story()
    claim = make.claim(story)
    make.evidence(claim, make.highlight(make.article(story=story)), "corroborates")
    body = {"verdict": "true", "rationale": "They say so."}
    refused = program.post(f"/claims/{claim.pk}/settle", body, If_Match="*")
    assert refused.status_code in {409, 422}
    given = program.post(f"/claims/{claim.pk}/settle", {**body, "all_the_same": True}, If_Match="*")
    assert (given.json()["status"], given.json()["verdict"]) == ("settled", "true")


def test_a_settled_claim_is_reworded_only_with_a_word_on_its_verdict(program):
    claim = make.claim(make.story())
    program.post(f"/claims/{claim.pk}/settle", {"verdict": "false", "rationale": "So."}, If_Match="*")
    address = f"/claims/{claim.pk}/reword"
    assert program.post(address, {"statement": "He left."}, If_Match="*").status_code == 422
    kept = program.post(address, {"statement": "He left.", "outcome": "restate"}, If_Match="*")
    assert (kept.json()["statement"], kept.json()["status"]) == ("He left.", "settled")


def test_a_claim_needs_its_story(program):
    assert program.post("/claims", {"story": "no-story", "statement": "He left."}).status_code == 404
