"""Test which tokens are usable."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.models import ApiToken
from newsroom.queries.tokens import usable_token, usable_tokens_of
from tests import make

pytestmark = pytest.mark.django_db


def test_tokens_of_a_person_are_listed_newest_first_without_those_that_ended():
    ada = make.user()
    first, second, expired, revoked = (make.token(ada)[0] for _ in range(4))
    make.token(make.user())
    ApiToken.objects.filter(pk=expired.pk).update(expires_at=timezone.now())
    ApiToken.objects.filter(pk=revoked.pk).update(revoked_at=timezone.now() - timedelta(days=1))
    assert list(usable_tokens_of(ada)) == [second, first]


@pytest.mark.parametrize("secret", ["", "newsroom_", "\ud800"])
def test_another_secret_is_no_token(secret):
    make.token(make.user())
    assert usable_token(secret) is None
