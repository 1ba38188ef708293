"""Test `manage.py demo`, which makes a desk; a second run changes nothing and loses nothing."""

import socket

import pytest
from django.contrib.auth import get_user
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from annotations.actions.passages.highlights import describe_highlight
from annotations.management.commands import demo
from annotations.models import Claim, Evidence, Highlight, Link, Tag
from newsroom.models import Activity, Article, Revision, Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
EVERYTHING = (Activity, Article, Claim, Evidence, Highlight, Link, Revision, Story, Tag, User)


@pytest.fixture
def run(capsys, settings, tmp_path):
    """Return a function that makes the desk without serving it, and returns the output of the command."""
    settings.STATIC_ROOT = tmp_path / "static"

    def run(*arguments):
        call_command("demo", "--no-serve", *arguments)
        return capsys.readouterr().err

    return run


def everything():
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in EVERYTHING}


def signs_in(client, username, password):
    """Return whether the sign-in page accepts the name and the password."""
    client.logout()
    client.post(reverse("sign_in"), {"username": username, "password": password})
    return get_user(client).username == username


def test_the_first_run_makes_the_desk_and_tells_the_pass_phrase_once(run, client):
    said = run()
    for story in Story.objects.all():
        assert f"Made the sample story “{story}”." in said
    password = said.split("Password: ")[1].split()[0]
    assert list(User.objects.order_by("pk").values_list("username", "role")) == [
        (r, r) for r in UserRole.values
    ]
    assert signs_in(client, "curator", password)
    assert (Article.objects.count(), Story.objects.count()) == (8, 2)


def test_a_second_run_changes_nothing(run):
    password = run().split("Password: ")[1].split()[0]
    before = everything()
    said = run()
    assert everything() == before
    assert password not in said
    assert "The sample story of seeds/ is here already." in said
    assert "The sample story of practice/ is here already." in said


def test_a_second_run_loses_nothing_that_people_did(run):
    run()
    editor = User.objects.get(username="editor")
    highlight = Highlight.objects.first()
    describe_highlight(highlight, note="Ask again.", attribution="", version=highlight.version, by=editor)
    make.article(story=Story.objects.first())
    before = everything()
    run()
    assert everything() == before


def test_a_pass_phrase_that_is_given_is_set_for_all_four(run, client):
    run()
    run("--password", "another long password")
    for role in UserRole.values:
        assert signs_in(client, role, "another long password")


def test_a_port_in_use_is_told_before_anything_is_made(settings):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is in use"):
            call_command("demo", "--port", str(port))
    assert not User.objects.exists()


def test_the_desk_is_served_at_the_port_that_was_asked_for(run, capsys, monkeypatch):
    served = []
    monkeypatch.setattr(demo, "serve", served.append)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    call_command("demo", "--port", str(port))
    assert served == [f"127.0.0.1:{port}"]
    assert f"Serving http://127.0.0.1:{port}/" in capsys.readouterr().err
