"""Test how a token shows itself."""

from newsroom.models import ApiToken


def test_a_token_shows_its_name_and_no_secret():
    assert str(ApiToken(name="My feed", secret_hash="0f")) == "My feed"
