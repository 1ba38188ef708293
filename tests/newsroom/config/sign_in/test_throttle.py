"""Test that the network address of a guess is right, whatever its headers say.

`test_signing_in` tests how guesses are counted.
"""

import pytest
from django.test import RequestFactory

from newsroom.config.sign_in.throttle import client_address, paused_response


def address(settings, proxies: int, remote: str, forwarded: str | None = None) -> str | None:
    settings.PROXIES = proxies
    headers = {"REMOTE_ADDR": remote}
    if forwarded is not None:
        headers["HTTP_X_FORWARDED_FOR"] = forwarded
    return client_address(RequestFactory().get("/", **headers))


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 203.0.113.10", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "no address", None),
    ],
)
def test_only_what_our_own_proxies_saw_counts(settings, proxies, forwarded, seen):
    assert address(settings, proxies, "192.0.2.1", forwarded) == seen


def test_a_request_that_came_past_the_proxy_is_known_by_its_own_address(settings):
    assert address(settings, 2, "192.0.2.1") == "192.0.2.1"


@pytest.mark.parametrize(
    ("remote", "kept"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::"),
        ("2001:db8:1:3::", "2001:db8:1:3::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", None),
    ],
)
def test_an_address_of_ipv6_is_cut_to_what_one_customer_gets(settings, remote, kept):
    assert address(settings, 0, remote) == kept


def test_while_signing_in_rests_the_answer_says_for_how_long(rf):
    answer = paused_response(rf.post("/sign-in/"), None, {})
    assert (answer.status_code, answer["Retry-After"]) == (429, "900")
    assert "rests for 15 minutes" in answer.content.decode()
