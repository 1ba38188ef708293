"""Test the settings of a real site: Django's checks find nothing, cookies are bound to the
host, and TLS is required.
"""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.shape.tree import ROOT

#: A program that sends requests to the site as a proxy with TLS does, and prints the answers.
VISIT = """
import json, sys
from django.test import Client
from django.contrib.staticfiles.storage import staticfiles_storage
from newsroom.models import User

User.objects.create_user("vera", "a long enough password")
client, tls = Client(), {"headers": {"Host": "desk.example.org", "X-Forwarded-Proto": "https"}}
def told(response):
    cookies = {name: morsel.OutputString() for name, morsel in response.cookies.items()}
    return {"status": response.status_code, "headers": dict(response.headers), "cookies": cookies}
answers = {"plain": told(client.get("/", headers={"Host": "desk.example.org"}))}
answers["door"] = told(client.get("/sign-in/", **tls))
sent = {"username": "vera", "password": "a long enough password"}
answers["in"] = told(client.post("/sign-in/", sent, **tls))
answers["page"] = told(client.get("/", **tls))
answers["file"] = told(client.get(staticfiles_storage.url("css/tokens.css"), **tls))
answers["health"] = told(client.get("/healthz", **tls))
print(json.dumps(answers))
"""


def run(var: Path, *arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `manage.py` with `arguments` in a process of its own, with the settings of a site in use.

    `var` is the folder for its data. `variables` are added to its environment variables.
    """
    passed_on = ("PATH", "HOME", "COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")
    environment = {name: os.environ[name] for name in passed_on if name in os.environ} | {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "desk.example.org",
        "CSRF_TRUSTED_ORIGINS": "https://desk.example.org",
        "DATABASE_URL": f"sqlite:///{var / 'newsroom.sqlite3'}",
        "NEWSROOM_VAR": str(var),
        **variables,
    }
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_djangos_check_for_deployment_finds_nothing(tmp_path: Path):
    checked = run(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert (checked.returncode, checked.stdout, checked.stderr) == (
        0,
        "System check identified no issues (0 silenced).\n",
        "",
    )


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Return the answers of a site that was set up as `docs/operating.md` says, by name of the request."""
    var = tmp_path_factory.mktemp("production")
    for command in (("migrate",), ("collectstatic", "--noinput")):
        done = run(var, *command)
        assert done.returncode == 0, done.stderr
    visited = run(var, "shell", "--no-imports", "--command", VISIT)
    assert visited.returncode == 0, visited.stderr
    return json.loads(visited.stdout.splitlines()[-1])


def test_what_comes_without_tls_is_sent_to_tls(answers):
    plain = answers["plain"]
    assert (plain["status"], plain["headers"]["Location"]) == (301, "https://desk.example.org/")


def test_browsers_are_told_to_use_tls_alone_for_a_year(answers):
    for name in ("door", "page", "file", "health"):
        assert (
            answers[name]["headers"]["Strict-Transport-Security"]
            == "max-age=31536000; includeSubDomains; preload"
        )


@pytest.mark.parametrize(("step", "name"), [("in", "__Host-session"), ("door", "__Host-csrf")])
def test_a_cookie_belongs_to_this_host_and_travels_by_tls_only(answers, step, name):
    crumbs = {part.strip() for part in answers[step]["cookies"][name].split(";")[1:]}
    assert {"Path=/", "Secure", "SameSite=Lax", "HttpOnly"} <= crumbs
    assert not any(crumb.startswith("Domain") for crumb in crumbs)


def test_nothing_is_set_but_session_token_and_known_device(answers):
    assert {name for answer in answers.values() for name in answer["cookies"]} == {
        "__Host-session",
        "__Host-csrf",
        "__Host-device",
    }


def test_a_person_gets_in_and_sees_a_page(answers):
    assert [answers[step]["status"] for step in ("door", "in", "page", "health")] == [200, 302, 200, 200]


def test_files_are_named_by_their_content_and_kept_for_ever_by_browsers_but_open_to_no_other_site(answers):
    said = answers["file"]["headers"]
    assert (answers["file"]["status"], said["Cache-Control"]) == (200, "max-age=315360000, public, immutable")
    assert not [name for name in said if name.lower().startswith("access-control")]


def test_a_missing_key_is_a_sentence_and_no_start(tmp_path: Path):
    refused = run(tmp_path, "check", SECRET_KEY="")
    assert refused.returncode != 0
    assert "SECRET_KEY is not set. Put a long random string in it" in refused.stderr
