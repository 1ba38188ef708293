"""Test what happens to every answer: nothing private is cached on the way, and every error is a sentence."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.urls import path

from newsroom.config import handlers
from newsroom.config.middleware import PrivatePages
from newsroom.config.urls import urlpatterns as everyday
from newsroom.errors import Conflict, Forbidden, Invalid, Missing, TooLarge, Unreadable
from newsroom.presentation.import_map import import_map_hash

RAISED = {
    "invalid": Invalid("Write a title."),
    "large": TooLarge("Split it."),
    "unreadable": Unreadable("Paste its text."),
    "forbidden": Forbidden("Ask a curator."),
    "missing": Missing("Go back."),
    "conflict": Conflict("Look again."),
    "http404": Http404("internal words"),
    "body": RequestDataTooBig("internal words"),
    "bug": ZeroDivisionError("internal words"),
}


def raising(request, name):
    raise RAISED[name]


urlpatterns = [path("raise/<str:name>/", raising), *everyday]
handler400, handler403 = handlers.bad_request, handlers.forbidden
handler404, handler500 = handlers.not_found, handlers.broken

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [
        ("invalid", 422, "Write a title."),
        ("large", 413, "Split it."),
        ("unreadable", 422, "Paste its text."),
        ("forbidden", 403, "Ask a curator."),
        ("missing", 404, "Go back."),
        ("conflict", 409, "Look again."),
        ("http404", 404, "There is nothing at this address"),
        ("body", 413, "That is too much at once: at most 50 files of 10 MB each."),
    ],
)
def test_an_error_is_a_page_with_its_sentence_and_its_status(at_work, name, status, sentence):
    page = at_work.get(f"/raise/{name}/")
    assert page.status_code == status
    assert f"<p>{sentence}" in page.content.decode()
    assert "internal words" not in page.content.decode()
    assert "<html" in page.content.decode()


def test_htmx_gets_the_sentence_alone_for_the_place_where_alerts_are(at_work):
    answer = at_work.get("/raise/conflict/", headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert (answer["HX-Retarget"], answer["HX-Reswap"]) == ("#alerts", "innerHTML")
    assert "Look again." in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_bug_is_a_sober_page_that_tells_nothing_of_itself(at_work):
    at_work.raise_request_exception = False
    answer = at_work.get("/raise/bug/")
    assert answer.status_code == 500
    assert "internal words" not in answer.content.decode()
    assert "<html" in answer.content.decode()


def test_an_address_that_does_not_exist_is_a_sentence(at_work):
    answer = at_work.get("/no/such/page/")
    assert answer.status_code == 404
    assert handlers.NOT_THERE in answer.content.decode()


def test_pages_are_stored_nowhere_on_the_way(at_work):
    assert at_work.get("/articles/")["Cache-Control"] == "no-store"


def test_a_page_that_says_itself_how_it_may_be_kept_is_let_be(rf: RequestFactory):
    kept = HttpResponse(headers={"Cache-Control": "max-age=60"})
    assert PrivatePages(lambda request: kept)(rf.get("/"))["Cache-Control"] == "max-age=60"


def test_the_policy_admits_our_own_files_and_the_import_map_and_no_other_script(at_work):
    policy = dict(
        part.strip().split(" ", 1) for part in at_work.get("/articles/")["Content-Security-Policy"].split(";")
    )
    assert policy["script-src"] == f"'self' {import_map_hash()}"
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert not [part for part in policy.values() if "unsafe" in part]
