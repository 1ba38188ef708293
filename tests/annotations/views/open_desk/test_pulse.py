"""Test who may ask for the pulse of a desk, and what is answered."""

import sqlite3
import time
from urllib.parse import urlencode

import pytest
from django.core.signing import TimestampSigner
from django.db import connection
from django.test import Client
from django.urls import reverse

from annotations.actions.presences import note_presence
from annotations.models import Presence
from annotations.views.open_desk.pulse import BEAT_HEADER, LONGEST, TOKEN_HEADER, token_for
from newsroom.models import Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return make.story("Rain")


@pytest.fixture
def person() -> User:
    return make.user(username="anna")


def ask(client: Client, token: str, **headers: str):  # type: ignore[no-untyped-def]
    return client.post("/desk/pulse/", headers={"Desk-Token": token, **headers})


def test_nothing_is_answered_twice(client: Client, story: Story, person: User) -> None:
    first = ask(client, token_for(story, person)).json()
    again = ask(client, token_for(story, person), **{"Desk-State": first["state"]})
    assert (again.status_code, again.content) == (204, b"")
    claim = make.claim(story)
    now = ask(client, token_for(story, person), **{"Desk-State": first["state"]}).json()
    assert set(now["lines"]) > set(first["lines"])
    assert claim.statement not in str(now)


def test_a_beat_names_the_person_to_others_and_not_to_themselves(
    client: Client, story: Story, person: User
) -> None:
    ask(client, token_for(story, person))
    assert not Presence.objects.exists()
    own = ask(client, token_for(story, person), **{"Desk-Beat": "1"}).json()
    assert own["others"] == []
    assert ask(client, token_for(story, make.user())).json()["others"] == ["anna"]


@pytest.mark.parametrize("token", ["", "1.1", "1.1:x:y", "a" * 5_000])
def test_without_a_token_nothing_is_told_and_nothing_noted(client: Client, story: Story, token: str) -> None:
    answer = ask(client, token, **{"Desk-Beat": "1"})
    assert answer.json() == {"renew": True}
    assert not Presence.objects.exists()


def test_a_session_is_no_token(signed_in: Client, story: Story) -> None:
    assert ask(signed_in, "", **{"Desk-Beat": "1"}).json() == {"renew": True}
    assert not Presence.objects.exists()


def test_a_token_counts_in_its_header_only(client: Client, story: Story, person: User) -> None:
    token = token_for(story, person)
    sent = {TOKEN_HEADER: token, "token": token}
    for address in ("/desk/pulse/", f"/desk/pulse/?{urlencode(sent)}"):
        answer = client.post(address, sent, headers={BEAT_HEADER: "1"})
        assert answer.json() == {"renew": True}
    client.cookies[TOKEN_HEADER] = token
    assert ask(client, "").json() == {"renew": True}
    assert not Presence.objects.exists()


def test_a_token_signed_for_something_else_is_refused(client: Client, story: Story, person: User) -> None:
    other = TimestampSigner(salt="another purpose").sign(f"{story.pk}.{person.pk}")
    assert ask(client, other, **{"Desk-Beat": "1"}).json() == {"renew": True}
    assert not Presence.objects.exists()


def test_a_token_changed_to_another_person_is_refused(client: Client, story: Story, person: User) -> None:
    signature = token_for(story, person).split(":", 1)[1]
    forged = f"{story.pk}.{make.user().pk}:{signature}"
    assert ask(client, forged, **{"Desk-Beat": "1"}).json() == {"renew": True}
    assert not Presence.objects.exists()


@pytest.mark.parametrize(("age", "is_old"), [(LONGEST - 5, False), (LONGEST + 5, True)])
def test_a_token_ends(
    client: Client,
    story: Story,
    person: User,
    age: int,
    is_old: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    earlier = time.time() - age
    monkeypatch.setattr(time, "time", lambda: earlier)
    token = token_for(story, person)
    monkeypatch.undo()
    assert ("renew" in ask(client, token).json()) is is_old


def test_a_token_is_given_with_a_session_only(client: Client, signed_in: Client, story: Story) -> None:
    address = reverse("desk_token", args=[story.slug])
    assert Client().get(address).status_code == 302
    assert "state" in ask(client, signed_in.get(address).json()["token"]).json()


def test_a_pulse_sets_no_cookie_and_is_not_stored(client: Client, story: Story, person: User) -> None:
    answer = ask(client, token_for(story, person))
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert int(answer["Content-Length"]) == len(answer.content)


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_to_note_presence_while_somebody_else_writes() -> None:
    """It stands here because the tests of views run on SQLite only, where one writes at a time."""
    person, story = make.user(), make.story()
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, uri=True)
    try:
        other.execute("BEGIN IMMEDIATE")
        assert note_presence(story.pk, person.pk) is False
    finally:
        other.close()
    assert note_presence(story.pk, person.pk) is True
    with connection.cursor() as cursor:
        # Acts wait as ever afterwards.
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] > 1_000
