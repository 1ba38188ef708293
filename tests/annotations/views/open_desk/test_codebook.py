"""Test the page of the codebook, and that a person gives digits to tags on the own desk."""

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


def test_the_page_shows_each_tag_and_names_what_to_look_at(client: Client, reporter: User) -> None:
    used = make_tag("claims/number", by=reporter, definition="How <many>.\nExactly.")
    make_tag("fact-check", by=reporter, definition="Checked.")
    make_tag("fact check", by=reporter)
    highlight = make.highlight(make.article("Five <b> ships left."), "Five <b>", tags=[used])
    page = client.get(reverse("codebook")).content.decode()
    assert "How &lt;many&gt;.\nExactly." in page
    assert f'href="/h/{highlight.pk}/"' in page
    assert "Five &lt;b&gt;" in page
    look, _, tags = page.partition('id="tags-title"')
    assert "Nearly equal, perhaps one tag" in look
    assert "Not used" in look
    assert "Without a definition" in look
    assert "claims/number" not in look.partition('id="look-title"')[2]
    assert tags.count("Nearly equal to") == 2


@pytest.mark.parametrize(("role", "shown"), [(UserRole.READER, 0), (UserRole.CURATOR, 1)])
def test_only_curators_are_led_to_the_panel(client: Client, role: UserRole, shown: int) -> None:
    tag = make_tag("claims", by=make.user())
    client.force_login(make.user(role))
    page = client.get(reverse("codebook")).content.decode()
    assert page.count(f'href="{reverse("admin:annotations_tag_change", args=[tag.pk])}"') == shown
    assert page.count("?q=claims") == shown


def test_an_empty_codebook_is_a_page(client: Client, reporter: User) -> None:
    page = client.get(reverse("codebook")).content.decode()
    assert "No tags yet" in page
    assert 'codebook.qdc"' not in page
