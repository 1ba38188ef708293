"""Test the headers of every answer, whether it is a page, a fragment, a file, a refusal or an error."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from newsroom.models import Revision
from newsroom.roles import UserRole
from tests.forbidden_writes import guards_lowered, overwrite
from tests.world import NO_METHOD, NOBODY, STRANGER, Row, World, rows

pytestmark = pytest.mark.django_db
#: What is sent there carries a signed token in a header. A form of another site cannot set a header, and a
#: script of another site may not, because the site allows it nothing (no CORS). Tests of the pulse hold that
#: the token counts in its header only, and that a wrong one or none opens nothing.
SIGNED_IN_A_HEADER = {"/desk/pulse/"}
PAGES = [row for row in rows() if row.method == "GET" and row.floor not in (NO_METHOD, NOBODY)]


def policy(response: HttpResponse) -> dict[str, list[str]]:
    """Return the Content Security Policy of the answer as `{directive: sources}`."""
    directives = (directive.split() for directive in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in directives}


def said_wrong(response: HttpResponse) -> list[str]:
    """Return the rules for headers that the answer breaks, each in words."""
    found, said = policy(response), response.headers
    checks = {
        "nothing is allowed that is not named": found["default-src"] == ["'none'"],
        "no plugins": found["object-src"] == ["'none'"],
        "no other base": found["base-uri"] == ["'none'"],
        "no frames around us": found["frame-ancestors"] == ["'none'"] and said["X-Frame-Options"] == "DENY",
        "forms stay here": found["form-action"] == ["'self'"],
        "no unsafe word": not [
            source for sources in found.values() for source in sources if "unsafe" in source
        ],
        "no foreign host": not [source for sources in found.values() for source in sources if "." in source],
        "scripts are our files and the import map": _ours(found["script-src"]),
        "types are not guessed": said["X-Content-Type-Options"] == "nosniff",
        "addresses stay here": said["Referrer-Policy"] == "same-origin",
        "no copy is kept": "no-store" in said["Cache-Control"],
        "no other site reads along": not [name for name in said if name.lower().startswith("access-control")],
        "windows are apart": said["Cross-Origin-Opener-Policy"] == "same-origin",
    }
    return [rule for rule, kept in checks.items() if not kept]


def _ours(sources: list[str]) -> bool:
    return (
        sources[0] == "'self'"
        and all(source.startswith("'sha256-") for source in sources[1:])
        and len(sources) == 2
    )


def test_every_page_of_site_and_panel_says_it_all(world: World):
    asked = {"Origin": "https://evil.example", "X-Requested-With": "XMLHttpRequest"}
    wrong = {}
    for row in PAGES:
        for role in (STRANGER, UserRole.READER, UserRole.CURATOR):
            if found := said_wrong(world.look(role, row.address, headers=asked)):
                wrong[f"{row.address} as {role}"] = found
    assert wrong == {}


@pytest.mark.parametrize("htmx", [{}, {"HX-Request": "true"}])
def test_a_refusal_says_it_too(world: World, htmx: dict[str, str]):
    answers = {
        404: world.look(UserRole.EDITOR, "/nothing/here/", headers=htmx),
        403: world.look(UserRole.READER, "/import/", headers=htmx),
        405: world.look(UserRole.EDITOR, "/sign-out/", headers=htmx),
        422: world.go(UserRole.EDITOR, Row("POST", "/links/", ""), {}, headers=htmx),
        400: world.look(UserRole.EDITOR, "/articles/?q=%00", headers=htmx),
    }
    assert {status: (answer.status_code, said_wrong(answer)) for status, answer in answers.items()} == {
        status: (status, []) for status in answers
    }


def test_a_broken_page_says_it_too(world: World):
    with guards_lowered():
        overwrite(Revision.objects.get(pk=world.ids["{revision}"]), blocks=[[0, 1, "no role"]])
    answer = world.look(UserRole.READER, "/articles/{article}/v/1/")
    assert (answer.status_code, said_wrong(answer)) == (500, [])
    assert "Something broke on our side" in answer.content.decode()


def test_a_name_of_another_host_is_refused_with_a_sentence(client: Client):
    answer = client.get(reverse("sign_in"), headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "The request could not be read." in answer.content.decode()


def test_a_form_without_its_token_is_refused_everywhere(world: World):
    accepted = set()
    for row in rows():
        if row.method == "POST" and row.floor not in (NO_METHOD, NOBODY):
            answer = world.go(UserRole.CURATOR, row, checked=True)
            if (
                answer.status_code != 403
                or "Your session on this page has ended" not in answer.content.decode()
            ):
                accepted.add(row.address)
    assert accepted == SIGNED_IN_A_HEADER


def test_the_original_of_an_article_is_saved_and_never_shown(world: World):
    answer = world.look(UserRole.READER, "/articles/{article}/v/1/original/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
