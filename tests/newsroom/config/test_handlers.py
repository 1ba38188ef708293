"""Test that errors which Django raises before or after our own code end as a sentence."""

import pytest

from newsroom.config import handlers

pytestmark = pytest.mark.django_db


def test_a_form_without_its_token_is_told_that_nothing_was_saved(client, reporter):
    client.handler.enforce_csrf_checks = True
    client.force_login(reporter)
    answer = client.post("/import/", {"text": "x"})
    assert answer.status_code == 403
    assert "nothing was saved" in answer.content.decode()


@pytest.mark.parametrize(
    ("handler", "status", "said"),
    [(handlers.bad_request, 400, "could not be read"), (handlers.forbidden, 403, "not open to you")],
)
def test_what_django_raises_around_our_own_is_a_sentence_too(rf, reporter, handler, status, said):
    request = rf.get("/")
    request.htmx, request.user = False, reporter
    answer = handler(request, ValueError("internal words"))
    assert answer.status_code == status
    assert said in answer.content.decode()
