"""Test what the server answers to acts on a claim in the rail of the desk."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import Claim
from newsroom.models import Activity, Verb
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    return make.claim(make.story("Rain"), "It rained")


def act(client: Client, view: str, claim: Claim, sent: dict[str, object], act_id: object = None):  # type: ignore[no-untyped-def]
    headers = {"HX-Request": "true", "Act-Id": str(act_id or uuid4())}
    return client.post(reverse(view, args=[claim.pk]), sent, headers=headers)


def test_an_act_answers_the_claim_with_the_version_that_it_left(signed_in: Client, claim: Claim) -> None:
    answer = act(signed_in, "claim_status", claim, {"status": "checking", "version": 1})
    assert answer["Version-Left"] == "2"
    assert "claim:changed" in answer["HX-Trigger"]
    assert f'id="claim-card-{claim.pk}"' in markup(answer)
    assert 'data-status="checking"' in markup(answer)


def test_an_act_that_comes_again_is_done_once_and_answered_alike(signed_in: Client, claim: Claim) -> None:
    sent, act_id = {"status": "checking", "version": 1}, uuid4()
    act(signed_in, "claim_status", claim, sent, act_id)
    again = act(signed_in, "claim_status", claim, sent, act_id)
    assert (again.status_code, again["Version-Left"]) == (200, "2")
    assert Activity.objects.filter(verb=Verb.STATUS_SET).count() == 1


def test_a_claim_is_stated_once(signed_in: Client, claim: Claim) -> None:
    address, act_id = reverse("claim_create", args=[claim.story.slug]), uuid4()
    headers = {"HX-Request": "true", "Act-Id": str(act_id)}
    for _ in range(2):
        answer = signed_in.post(address, {"statement": "It snowed"}, headers=headers)
    made = Claim.objects.get(statement="It snowed")
    assert f'id="claim-card-{made.pk}"' in markup(answer)


def test_a_verdict_without_reasons_is_refused_with_a_sentence(signed_in: Client, claim: Claim) -> None:
    answer = act(signed_in, "claim_settle", claim, {"verdict": "false", "rationale": "", "version": 1})
    assert answer.status_code == 422
    assert "Give the reasons for the verdict" in markup(answer)
    claim.refresh_from_db()
    assert claim.version == 1


def test_a_weak_claim_is_refused_with_the_offer_to_settle_it_all_the_same(
    signed_in: Client, claim: Claim
) -> None:
    make.evidence(claim, make.highlight(make.article("Rain fell.", story=claim.story), "Rain fell"))
    sent = {"verdict": "true", "rationale": "Because.", "version": 1}
    answer = act(signed_in, "claim_settle", claim, sent)
    assert answer.status_code == 422
    assert 'data-again="all_the_same"' in markup(answer)
    assert act(signed_in, "claim_settle", claim, sent | {"all_the_same": "on"}).status_code == 200


def test_the_fragment_alone_is_no_page(signed_in: Client, claim: Claim) -> None:
    address = reverse("claim_card", args=[claim.pk])
    assert signed_in.get(address)["Location"] == claim.get_absolute_url()
    assert "<html" not in markup(signed_in.get(address, headers={"HX-Request": "true"}))
