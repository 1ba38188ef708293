"""Test what a view may rely on in its request."""

import pytest
from django_htmx.middleware import HtmxDetails

from newsroom.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_request_that_reaches_a_view_has_a_person_and_says_whether_htmx_asks(at_work, reporter, headers):
    request = at_work.get("/articles/", headers=headers).wsgi_request
    assert isinstance(request.user, User)
    assert request.user == reporter
    assert isinstance(request.htmx, HtmxDetails)
    assert bool(request.htmx) == bool(headers)


def test_a_request_without_a_person_reaches_no_view(client):
    answer = client.get("/articles/")
    assert answer.status_code == 302
    assert answer.url == "/sign-in/?next=/articles/"
