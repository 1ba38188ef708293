"""Test that a verdict is marked as public, and that the mark holds for this verdict alone."""

import pytest

from annotations.actions.claims import change_claim_story, reword_claim, set_claim_status, settle_claim
from annotations.actions.judgements.publishing import publish_verdict, unpublish_verdict
from annotations.models import Claim
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def settled(story, editor):
    claim = make.claim(story, "It rained.", by=editor)
    settle_claim(claim, "false", "It did not.", version=1, by=editor)
    return claim


def test_a_verdict_is_public_once_it_is_marked(settled, editor):
    assert not settled.is_public
    before = settled.updated_at
    publish_verdict(settled, version=2, by=editor)
    settled.refresh_from_db()
    assert (settled.is_public, settled.version, settled.updated_at) == (True, 2, before)
    line = Activity.objects.latest("pk")
    assert (line.verb, line.summary, line.changes) == (
        "published",
        "published the verdict on the claim “It rained.”",
        {"public": [False, True]},
    )
    unpublish_verdict(settled, version=2, by=editor)
    settled.refresh_from_db()
    assert (settled.is_public, Activity.objects.latest("pk").verb) == (False, "unpublished")


def test_the_next_verdict_is_not_public_by_this(settled, editor):
    publish_verdict(settled, version=2, by=editor)
    settled.refresh_from_db()
    reword_claim(settled, "It rained hard.", version=2, by=editor, outcome="restate")
    assert not Claim.objects.get(pk=settled.pk).is_public
    set_claim_status(settled, "open", version=3, reason="New report.", by=editor)
    assert not Claim.objects.get(pk=settled.pk).is_public
    settle_claim(settled, "unproven", "Who knows?", version=4, by=editor)
    assert not Claim.objects.get(pk=settled.pk).is_public


@pytest.mark.parametrize("act", [publish_verdict, unpublish_verdict])
def test_a_verdict_that_changed_meanwhile_is_refused(settled, editor, act):
    with pytest.raises(Conflict, match="changed this claim"):
        act(settled, version=1, by=editor)


def test_an_open_claim_has_no_verdict_to_publish(story, editor):
    claim = make.claim(story, by=editor)
    with pytest.raises(Invalid, match="settle the claim first"):
        publish_verdict(claim, version=1, by=editor)


def test_nothing_is_marked_or_unmarked_twice(settled, editor):
    with pytest.raises(Conflict, match="not public"):
        unpublish_verdict(settled, version=2, by=editor)
    publish_verdict(settled, version=2, by=editor)
    with pytest.raises(Conflict, match="public already"):
        publish_verdict(settled, version=2, by=editor)


@pytest.mark.parametrize("act", [publish_verdict, unpublish_verdict])
def test_it_takes_an_editor(settled, act):
    with pytest.raises(Forbidden):
        act(settled, version=2, by=make.user(UserRole.REPORTER))


def test_a_change_of_the_claim_neither_loses_nor_brings_back_a_mark_that_changed_meanwhile(settled, editor):
    before = Claim.objects.get(pk=settled.pk)
    publish_verdict(settled, version=2, by=editor)
    elsewhere = make.story("Wind", by=editor)
    change_claim_story(before, elsewhere, by=editor)
    assert Claim.objects.get(pk=settled.pk).is_public

    published = Claim.objects.get(pk=settled.pk)
    set_claim_status(published, "open", version=3, reason="New report.", by=editor)
    assert Claim.objects.get(pk=settled.pk).public_verdict_at is None
