"""Test what scripts are answered after their session has ended, and that no act is done in another name."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from annotations.models import Comment, Highlight
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db

SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def reporter() -> User:
    return make.user(UserRole.REPORTER, "reporter")


@pytest.fixture
def passage(reporter: User) -> Highlight:
    return make.highlight(make.article(by=reporter), by=reporter)


def test_a_script_without_a_session_gets_a_sentence_and_a_browser_the_sign_in_page(client: Client) -> None:
    answer = client.get("/articles/", headers=SCRIPT)
    assert (answer.status_code, answer["HX-Retarget"]) == (401, "#alerts")
    assert "<html" not in answer.content.decode()
    assert client.get("/articles/").status_code == 302


def test_a_script_with_an_old_token_gets_a_sentence_too(reporter: User, passage: Highlight) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter)
    answer = client.post(reverse("highlight_comment", args=[passage.pk]), {"body": "So?"}, headers=SCRIPT)
    assert (answer.status_code, Comment.objects.count()) == (401, 0)


def test_an_act_of_one_person_is_never_done_as_another(
    client: Client, reporter: User, passage: Highlight
) -> None:
    client.force_login(make.user(UserRole.EDITOR))
    headers = {**SCRIPT, "Act-Id": str(uuid4()), "Act-Person": str(reporter.pk)}
    address = reverse("highlight_comment", args=[passage.pk])
    answer = client.post(address, {"body": "So?"}, headers=headers)
    assert (answer.status_code, Comment.objects.count()) == (401, 0)
    assert answer["Act-Id"] == headers["Act-Id"]
    client.force_login(reporter)
    assert client.post(address, {"body": "So?"}, headers=headers).status_code == 200


def test_refusals_name_the_act_that_they_are_about(client: Client, reporter: User) -> None:
    client.force_login(reporter)
    headers = {**SCRIPT, "Act-Id": str(uuid4()), "Act-Person": str(reporter.pk)}
    for address in (reverse("highlight_comment", args=[uuid4()]), "/nothing-here/"):
        answer = client.post(address, {"body": "So?"}, headers=headers)
        assert (answer.status_code, answer["Act-Id"]) == (404, headers["Act-Id"])
