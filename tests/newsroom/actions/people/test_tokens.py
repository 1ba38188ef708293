"""Test making and revoking API tokens."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.actions.people.tokens import (
    MOST_TOKENS,
    end_tokens,
    make_token,
    note_use,
    revoke_token,
)
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity, ApiToken
from newsroom.queries.tokens import usable_token
from newsroom.roles import TokenScope, UserRole
from tests import make
from tests.admin_panel import last_line

pytestmark = pytest.mark.django_db


def test_a_token_is_shown_once_and_its_secret_stored_nowhere():
    ada = make.user()
    token, secret = make_token("Feed", TokenScope.WRITE, days=30, by=ada)
    assert usable_token(secret) == token
    assert secret not in token.secret_hash
    assert timedelta(days=29) < token.expires_at - timezone.now() <= timedelta(days=30)
    line = last_line(ada)
    assert (line.verb, line.summary, line.changes) == ("granted", "made the API token “Feed” (write)", {})


@pytest.mark.parametrize(
    ("scope", "lowest"),
    [
        (TokenScope.READ, UserRole.READER),
        (TokenScope.WRITE, UserRole.REPORTER),
        (TokenScope.CURATE, UserRole.CURATOR),
    ],
)
def test_a_scope_takes_a_role_for_which_it_makes_sense(scope, lowest):
    make_token("Feed", scope, days=1, by=make.user(lowest))
    if lowest.rank:
        with pytest.raises(Forbidden):
            make_token("Feed", scope, days=1, by=make.user(list(UserRole)[lowest.rank - 1]))


def test_a_token_has_a_name():
    with pytest.raises(Invalid):
        make_token("", TokenScope.READ, days=1, by=make.user())


def test_a_person_has_so_many_tokens_and_no_more():
    ada = make.user()
    tokens = [make.token(ada)[0] for _ in range(MOST_TOKENS)]
    with pytest.raises(Conflict, match="Revoke one"):
        make.token(ada)
    revoke_token(tokens[0], by=ada)
    make.token(ada)


def test_a_token_is_revoked_once_by_its_person_or_a_curator_and_by_nobody_else(curator):
    ada = make.user()
    own, other = (make.token(ada)[0] for _ in range(2))
    with pytest.raises(Forbidden):
        revoke_token(own, by=make.user(UserRole.EDITOR))
    revoke_token(own, by=ada)
    revoke_token(other, by=curator)
    lines = Activity.objects.filter(verb="revoked", object_id=str(ada.pk))
    assert {line.actor for line in lines} == {ada, curator}
    revoke_token(other, by=curator)
    assert lines.count() == 2


def test_all_tokens_of_a_person_end_and_nobody_elses():
    ada, bo = make.user(), make.user()
    make.token(ada), make.token(ada), make.token(bo)
    end_tokens(ada)
    assert set(ApiToken.objects.filter(revoked_at=None).values_list("user", flat=True)) == {bo.pk}


@pytest.mark.parametrize(("seconds", "is_noted"), [(60, False), (61, True)])
def test_a_use_is_noted_once_a_minute(seconds, is_noted):
    token, _ = make.token(make.user())
    first = timezone.now()
    note_use(token, first)
    token.refresh_from_db()
    later = first + timedelta(seconds=seconds)
    note_use(token, later)
    token.refresh_from_db()
    assert token.last_used_at == (later if is_noted else first)
