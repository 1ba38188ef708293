"""Test that two descriptions of a highlight are merged where no person has to decide."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from annotations.actions.passages.highlights import describe_highlight, move_edges
from annotations.models import Highlight
from newsroom.models import User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague() -> User:
    return make.user(username="anna")


@pytest.fixture
def highlight(colleague: User) -> Highlight:
    return make.highlight(make.article("Rain fell all day."), "Rain fell", by=colleague)


def described(client: Client, highlight: Highlight, sent: dict[str, object]) -> HttpResponse:
    address = reverse("highlight_describe", args=[highlight.pk])
    headers = {"HX-Request": "true", "Act-Id": str(uuid4())}
    return client.post(address, sent, headers=headers)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("theirs", "mine", "stands"),
    [
        (("N", ""), ("N", "Jones"), ("N", "Jones")),
        (("N2", "Smith"), ("N", ""), ("N2", "Smith")),
        (("N2", ""), ("N", "Jones"), ("N2", "Jones")),
        (("N", "Smith"), ("N2", ""), ("N2", "Smith")),
        (("N2", "Jones"), ("N2", "Jones"), ("N2", "Jones")),
        (("N\n2", ""), ("N\r\n2", "Jones"), ("N\n2", "Jones")),
    ],
)
def test_what_only_one_of_two_people_changed_is_saved_without_a_question(
    signed_in: Client,
    highlight: Highlight,
    colleague: User,
    theirs: tuple[str, str],
    mine: tuple[str, str],
    stands: tuple[str, str],
) -> None:
    describe_highlight(highlight, note="N", attribution="", version=1, by=colleague)
    describe_highlight(highlight, note=theirs[0], attribution=theirs[1], version=2, by=colleague)
    # The edges give the highlight a version in any case.
    move_edges(highlight, 0, 13, "Rain fell all", version=highlight.version, by=colleague)
    sent = {"note": mine[0], "attribution": mine[1], "version": 2, "seen_note": "N", "seen_attribution": ""}
    assert described(signed_in, highlight, sent).status_code == 200
    highlight.refresh_from_db()
    assert (highlight.note, highlight.attribution) == stands


def test_a_guess_that_nobody_has_seen_stays_a_guess(
    signed_in: Client, highlight: Highlight, colleague: User
) -> None:
    now = {"note": "", "attribution": "the mayor", "guessed": True}
    describe_highlight(highlight, **now, version=1, by=colleague)
    sent = {"note": "Mine.", "attribution": "", "version": 1, "seen_note": "", "seen_attribution": ""}
    assert described(signed_in, highlight, sent).status_code == 200
    highlight.refresh_from_db()
    assert (highlight.note, highlight.attribution) == ("Mine.", "the mayor")
    assert highlight.attribution_guessed
