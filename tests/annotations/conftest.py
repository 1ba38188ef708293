"""Provide fixtures: signed-in clients, requests as htmx sends them, and a desk to export."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.origins import propose_origin
from annotations.actions.tags import make_tag
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make


@pytest.fixture
def editor() -> User:
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def story(editor: User) -> Story:
    return make.story(by=editor)


@pytest.fixture
def signed_in(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


class HtmxClient:
    """A client that posts to named views as htmx does."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def __call__(self, name: str, *args: Any, **sent: Any) -> HttpResponse:
        return self.client.post(reverse(name, args=args), sent, headers={"HX-Request": "true"})


@pytest.fixture
def act(signed_in: Client) -> HtmxClient:
    return HtmxClient(signed_in)


@pytest.fixture(scope="module")
def exported_desk(_standing: None) -> dict[str, Any]:
    """Return a desk to export, by name of its rows: a story with two articles of two outlets, with passages,
    a link, and a claim with evidence; and an article in no story.

    It is made once for all tests of a module, so a test that changes a row of it loads that row again.
    """
    editor = make.user()
    story = make.story("Rain", by=editor)
    tags = [make_tag(path, by=editor) for path in ("claims/number", "claims/time", "people")]
    first = make.article(
        "It rained, officials said.", story=story, outlet="Courier", title="=First", by=editor
    )
    second = make.article(
        "It hailed, witnesses said.", story=story, outlet="Herald", title="Second", by=editor
    )
    make.article("Elsewhere.", title="Third")
    one = make.highlight(first, "It rained", tags=tags[:1], by=editor)
    two = make.highlight(second, "witnesses", tags=tags[2:], by=make.user(username="ann"))
    claim = make.claim(story, "It rained.", by=editor)
    add_evidence(claim, one, "corroborates", by=editor)
    link_passages(one, two, LinkJudgement("contradicts", aspect="person"), by=editor)
    propose_origin("AFP", [first], by=editor)
    return {"articles": (first, second), "highlights": (one, two), "claim": claim}


@pytest.fixture
def exported(signed_in: Client) -> Callable[..., list[dict[str, str]]]:
    """Return a function that downloads the CSV file of a kind, and returns its rows as {column: cell}."""

    def exported(kind: str, query: str = "", **headers: str) -> list[dict[str, str]]:
        answer = signed_in.get(f"/export/{kind}.csv?{query}", headers=headers)
        assert answer.status_code == 200
        return list(csv.DictReader(io.StringIO(answer.getvalue().decode(), newline=""), strict=True))

    return exported
