"""Test that the page of a claim says whether its verdict is public, and lets editors change that."""

import pytest

from annotations.actions.claims import settle_claim
from annotations.models import Claim
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def test_an_editor_makes_a_verdict_public_and_takes_it_back(story, editor, signed_in):
    claim = make.claim(story, by=editor)
    settle_claim(claim, "false", "No.", version=1, by=editor)
    page = signed_in.get(claim.get_absolute_url()).content.decode()
    assert "Make it public" in page
    address = f"/claims/{claim.pk}/publish/"
    assert signed_in.post(address, {"version": 2, "public": "1"}).status_code == 302
    page = signed_in.get(claim.get_absolute_url()).content.decode()
    assert "The verdict is public" in page
    assert signed_in.post(address, {"version": 2, "public": "1"}).status_code == 409
    assert signed_in.post(address, {"version": 2}).status_code == 302
    assert not Claim.objects.get(pk=claim.pk).is_public


def test_a_reader_sees_that_a_verdict_is_public_and_cannot_change_it(story, client):
    claim = make.public_claim(story)
    client.force_login(make.user(UserRole.READER))
    page = client.get(claim.get_absolute_url()).content.decode()
    assert "Public verdict" in page
    assert f"/claims/{claim.pk}/publish/" not in page
