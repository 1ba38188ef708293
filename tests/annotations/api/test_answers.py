"""Test entity tags: what is unchanged is not sent again, and nobody overwrites what they have not seen."""

import pytest

from annotations.api.answers import etag_of
from newsroom.roles import TokenScope, UserRole
from tests import make
from tests.api_operations import Program

pytestmark = pytest.mark.django_db


def test_an_entity_tag_depends_on_every_value_and_not_on_their_order():
    assert etag_of({"a": 1, "b": 2}) == etag_of({"b": 2, "a": 1})
    assert etag_of({"a": 1, "b": 2}) != etag_of({"a": 1, "b": 3})


def test_a_record_that_has_not_changed_is_not_sent_again(program):
    address = f"/annotations/{make.highlight(make.article()).pk}"
    tag = program.get(address)["ETag"]
    unchanged = program.get(address, If_None_Match=f'"other", W/{tag}')
    assert (unchanged.status_code, unchanged.content, unchanged["ETag"]) == (304, b"", tag)
    assert program.get(address, If_None_Match='"other"').status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 428), ({"If_Match": '"another state"'}, 412), ({"If_Match": "*"}, 200)],
)
def test_a_change_says_what_was_seen(program, headers, status):
    highlight = make.highlight(make.article())
    answer = program.post(f"/annotations/{highlight.pk}/description", {"note": "Seen."}, **headers)
    assert answer.status_code == status


def test_of_two_changes_from_one_state_the_second_is_refused(program):
    highlight = make.highlight(make.article())
    seen = program.get(f"/annotations/{highlight.pk}")["ETag"]
    address = f"/annotations/{highlight.pk}/description"
    first = program.post(address, {"note": "First."}, If_Match=seen)
    second = program.post(address, {"note": "Second."}, If_Match=seen)
    assert (first.status_code, second.status_code) == (200, 412)
    assert program.post(address, {"note": "Second."}, If_Match=first["ETag"]).status_code == 200


def test_a_verdict_is_bound_to_the_evidence_that_was_seen(program):
    story = make.story()
    claim = make.claim(story)
    seen = program.get(f"/claims/{claim.pk}")["ETag"]
    make.evidence(claim, make.highlight(make.article(story=story)), "context")
    verdict = {"verdict": "false", "rationale": "So."}
    assert program.post(f"/claims/{claim.pk}/settle", verdict, If_Match=seen).status_code == 412
    seen = program.get(f"/claims/{claim.pk}")["ETag"]
    assert program.post(f"/claims/{claim.pk}/settle", verdict, If_Match=seen).status_code == 200


def test_what_is_withdrawn_is_not_there(program):
    highlight = make.highlight(make.article())
    address = f"/annotations/{highlight.pk}"
    assert program.post(f"{address}/withdraw").status_code == 204
    assert program.get(address).status_code == 404
    assert program.post(f"{address}/description", {"note": "So."}, If_Match="*").status_code == 404
    assert program.post(f"{address}/restore").status_code == 200


def test_lines_about_accounts_are_for_curators_with_the_scope():
    curator = make.user(UserRole.CURATOR)
    programs = {scope: Program(curator, scope) for scope in TokenScope}
    found = {
        scope: [record["object_type"] for record in program.get("/activity").json()["records"]]
        for scope, program in programs.items()
    }
    assert "user" in found[TokenScope.CURATE]
    assert "user" not in found[TokenScope.WRITE] + found[TokenScope.READ]
