"""Test how a curator sees and revokes the tokens of all."""

import pytest

from newsroom.models import ApiToken
from newsroom.roles import TokenScope
from tests import make
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db


def test_a_curator_finds_the_tokens_of_a_person_and_sees_no_secret(panel: Panel):
    ada = make.user()
    token, _ = make.token(ada, TokenScope.WRITE)
    make.token(make.user())
    assert panel.rows(ApiToken, person=str(ada.pk)) == [token]
    assert panel.rows(ApiToken, scope="write") == [token]
    assert token.secret_hash not in panel.open(token).content.decode()
