"""Test the log: a line of JSON for each event, without anything that people wrote or read."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from newsroom.config.logs import JsonLines
from newsroom.models import Revision, User
from newsroom.roles import UserRole
from tests import make
from tests.forbidden_writes import guards_lowered, overwrite

pytestmark = pytest.mark.django_db
SECRET = "The minister's mistress"


class Log:
    """The lines that the log's own handler has written since the test began."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def lines(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.stream.getvalue().splitlines()]

    def of(self, message: str) -> list[dict[str, object]]:
        return [line for line in self.lines if line["message"] == message]


@pytest.fixture
def log() -> Iterator[Log]:
    log = Log()
    handler = logging.StreamHandler(log.stream)
    handler.setFormatter(JsonLines())
    ours = logging.getLogger("newsroom")
    level = ours.level
    ours.setLevel("INFO")
    logging.getLogger().addHandler(handler)
    yield log
    logging.getLogger().removeHandler(handler)
    ours.setLevel(level)


@pytest.fixture
def editor() -> User:
    return make.user(UserRole.EDITOR, "vera")


def test_a_request_is_told_by_its_page_and_ids_without_title_and_query(
    client: Client, editor: User, log: Log
):
    article = make.article(title=SECRET)
    client.force_login(editor)
    client.get(article.get_absolute_url(), {"q": "mistress"})
    (line,) = log.of("request")
    assert {name: line[name] for name in ("level", "from", "method", "page", "status", "id_pk", "user")} == {
        "level": "INFO",
        "from": "newsroom.requests",
        "method": "GET",
        "page": "article",
        "status": 200,
        "id_pk": str(article.pk),
        "user": str(editor.pk),
    }
    assert line["ms"] > 0
    assert "mistress" not in log.stream.getvalue()


def test_a_line_of_the_log_commands_no_terminal_and_stays_one_line(log: Log):
    logging.getLogger("newsroom").warning("a\x1b[2J\nb\x9b", extra={"host": "\u202egro.elpmaxe\u2028"})
    assert log.stream.getvalue().removesuffix("\n").isprintable()
    (line,) = log.lines
    assert (line["message"], line["host"]) == ("a\x1b[2J\nb\x9b", "\u202egro.elpmaxe\u2028")


def test_an_act_is_told_by_ids_once_it_is_stored(editor: User, log: Log, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        highlight = make.highlight(make.article(SECRET), by=editor)
        assert log.of("act") == []
    assert log.of("act")[-1] | {"at": ""} == {
        "at": "",
        "level": "INFO",
        "from": "newsroom.history",
        "message": "act",
        "verb": "drawn",
        "object": "highlight",
        "id": str(highlight.pk),
        "user": str(editor.pk),
    }


def test_signing_in_is_told_with_the_address_and_without_what_was_typed(
    client: Client, editor: User, log: Log
):
    door = reverse("sign_in")
    for _ in range(5):
        client.post(
            door, {"username": "my password by mistake", "password": SECRET}, REMOTE_ADDR="203.0.113.7"
        )
    client.post(door, {"username": "vera", "password": make.PASSWORD}, REMOTE_ADDR="203.0.113.7")
    client.post(reverse("sign_out"))
    assert [line["address"] for line in log.of("sign-in refused")] == ["203.0.113.7"] * 5
    assert len(log.of("sign-in rests")) == 1
    assert [(line["user"], line["address"]) for line in log.of("signed in")] == [
        (str(editor.pk), "203.0.113.7")
    ]
    assert [line["user"] for line in log.of("signed out")] == [str(editor.pk)]
    written = log.stream.getvalue()
    assert "mistake" not in written
    assert SECRET not in written
    assert make.PASSWORD not in written


def test_an_error_is_told_by_its_type_and_place_and_not_by_the_row_it_quotes(
    client: Client, editor: User, log: Log
):
    article = make.article("A report.", title=SECRET)
    with guards_lowered():
        overwrite(article.current, blocks=[[0, 1, SECRET]])
    client.force_login(editor)
    client.raise_request_exception = False
    assert client.get(article.get_absolute_url()).status_code == 500
    (line,) = log.of("Internal Server Error")
    assert (line["level"], line["error"]) == ("ERROR", "ValueError")
    assert any("revisions.py" in place for place in line["through"])
    assert "mistress" not in log.stream.getvalue()


def test_nothing_people_write_reaches_the_log(
    client: Client, editor: User, log: Log, django_capture_on_commit_callbacks
):
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        story = make.story(SECRET, by=editor)
        highlight = make.highlight(make.article(f"{SECRET} left early.", story=story), by=editor)
        client.post(reverse("highlight_describe", args=[highlight.pk]), {"note": SECRET, "version": 1})
        client.post(reverse("highlight_comment", args=[highlight.pk]), {"body": SECRET})
        client.post(reverse("claim_create", args=[story.slug]), {"statement": SECRET})
        client.post(reverse("highlight_tag", args=[highlight.pk]), {"path": SECRET + "|"})
        client.get(reverse("articles"), {"q": SECRET, "since": SECRET})
        client.get(f"/nothing/{SECRET}/")
    assert len(log.of("act")) >= 6
    assert Revision.objects.filter(text__contains=SECRET).exists()
    assert "mistress" not in log.stream.getvalue()
    assert settings.SECRET_KEY not in log.stream.getvalue()


def test_a_watcher_leaves_a_line_and_needs_no_session(
    client: Client, log: Log, django_assert_max_num_queries
):
    with django_assert_max_num_queries(5 if connection.vendor == "sqlite" else 2):
        assert client.get(reverse("healthz")).content == b"ok"
    assert [(line["page"], line["user"]) for line in log.of("request")] == [("healthz", None)]
