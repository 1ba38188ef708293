"""Test that a body is refused by its stated length, before it is read."""

import io

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
STRANGERS, ANYBODYS = 65_536, 534_773_760


class UnreadableBody(io.BytesIO):
    """A body that fails the test when it is read."""

    def read(self, *_: object) -> bytes:
        raise AssertionError("the body was read")


def post(client: Client, length: int):
    body = {
        "wsgi.input": UnreadableBody(),
        "CONTENT_LENGTH": str(length),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
    }
    return client.generic("POST", reverse("sign_in"), **body)


def test_a_strangers_large_body_is_refused_unread(client):
    answer = post(client, STRANGERS + 1)
    assert answer.status_code == 413
    assert "That is too much at once" in answer.content.decode()


def test_a_strangers_small_body_is_read(client):
    with pytest.raises(AssertionError, match="was read"):
        post(client, STRANGERS)


def test_who_is_signed_in_sends_as_much_as_the_limits_on_files_allow(at_work):
    with pytest.raises(AssertionError, match="was read"):
        post(at_work, ANYBODYS)
    assert post(at_work, ANYBODYS + 1).status_code == 413


@pytest.mark.parametrize("stated", ["", "many", "-1", "٣"])
def test_a_length_that_is_no_number_counts_as_none(client, stated):
    for kind in (
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ):
        answer = client.generic("POST", reverse("sign_in"), content_type=kind, CONTENT_LENGTH=stated)
        assert answer.status_code in {400, 403, 422}
