"""Test that a person gives digits to tags on the own desk."""

import pytest
from django.test import Client
from django.urls import reverse

from annotations.actions.tags import make_tag
from annotations.models import TagPin
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter(client: Client) -> User:
    person = make.user(UserRole.REPORTER)
    client.force_login(person)
    return person


def pin(client: Client, path: str, digit: str = ""):  # type: ignore[no-untyped-def]
    return client.post(reverse("tag_pin"), {"path": path, "digit": digit}, headers={"HX-Request": "true"})


def test_a_pin_comes_with_everything_on_the_desk_that_shows_digits(client: Client, reporter: User) -> None:
    make_tag("claims/time", by=reporter)
    page = pin(client, "Claims/Time", "7").content.decode()
    assert TagPin.objects.get(person=reporter).digit == 7
    assert 'data-key="7"' in page
    for part in ("codebook", "codebook-list", "bar-tags", "tag-options"):
        assert f'id="{part}"' in page
    assert 'data-key="7"' not in pin(client, "claims/time").content.decode()
    assert not TagPin.objects.exists()


@pytest.mark.parametrize(
    ("path", "digit", "status", "sentence"),
    [
        ("claims/place", "7", 404, "The codebook has no such tag"),
        ("claims/time", "0", 422, "A digit is one of 1 to 9"),
        ("", "7", 422, "Path: Fill this in."),
    ],
)
def test_what_cannot_be_pinned_is_told(
    client: Client, reporter: User, path: str, digit: str, status: int, sentence: str
) -> None:
    make_tag("claims/time", by=reporter)
    answer = pin(client, path, digit)
    assert answer.status_code == status
    assert sentence in answer.content.decode()
    assert not TagPin.objects.exists()
