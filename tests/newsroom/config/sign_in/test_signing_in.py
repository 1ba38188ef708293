"""Test signing in and out: guesses are limited, sessions begin and end at the right time, and no
redirect leaves the site.
"""

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from newsroom.config.sign_in.throttle import client_address
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
AT_ONE_NAME, AT_ONE_ADDRESS, OF_ONE_NAME = settings.GUESSES.values()


def sign_in(client: Client, username: str = "vera", password: str = make.PASSWORD, **options) -> HttpResponse:
    return client.post(reverse("sign_in"), {"username": username, "password": password}, **options)


def guess(
    client: Client, times: int, username: str = "vera", address: str = "203.0.113.7", **options
) -> HttpResponse:
    for number in range(times):
        response = sign_in(client, username, f"guess {number}", REMOTE_ADDR=address, **options)
    return response


@pytest.fixture
def vera() -> User:
    return make.user(UserRole.EDITOR, "vera")


def session_key(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def signed_in(client: Client) -> bool:
    return client.get(reverse("stories")).status_code == 200


def test_an_unknown_name_and_a_wrong_pass_phrase_are_answered_alike(client: Client, vera: User):
    answers = {name: sign_in(client, name, "wrong") for name in ("vera", "nobody")}
    pages = [
        answer.content.decode().replace(f'value="{name}"', "").replace(str(answer.context["csrf_token"]), "")
        for name, answer in answers.items()
    ]
    assert [answer.status_code for answer in answers.values()] == [422, 422]
    assert pages[0] == pages[1]
    assert "This name and password do not go together." in pages[0]


def test_a_deactivated_account_is_answered_like_a_wrong_pass_phrase(client: Client, vera: User):
    User.objects.filter(pk=vera.pk).update(is_active=False)
    right, wrong = sign_in(client), sign_in(client, password="wrong")
    assert (right.status_code, wrong.status_code) == (422, 422)
    assert "This name and password do not go together." in right.content.decode()


def test_a_name_longer_than_any_is_answered_alike_and_not_kept(client: Client):
    answer = sign_in(client, "v" * 300)
    assert answer.status_code == 422
    assert "This name and password do not go together." in answer.content.decode()
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize("username", ["vera", "nobody"])
def test_too_many_guesses_at_one_name_make_it_rest_even_for_the_right_pass_phrase(
    client: Client, vera: User, username: str
):
    assert guess(client, AT_ONE_NAME - 1, username).status_code == 422
    last = guess(client, 1, username)
    then = sign_in(client, username, REMOTE_ADDR="203.0.113.7")
    assert (last.status_code, then.status_code) == (429, 429)
    assert then["Retry-After"] == "900"
    assert "signing in rests for 15 minutes" in then.content.decode()
    assert not signed_in(client)


def test_the_panel_has_no_other_door(client: Client, vera: User):
    User.objects.filter(pk=vera.pk).update(role=UserRole.CURATOR)
    guess(client, AT_ONE_NAME)
    door = reverse("admin:login")
    answer = client.post(door, {"username": "vera", "password": make.PASSWORD}, REMOTE_ADDR="203.0.113.7")
    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('sign_in')}?next={door}")
    assert not signed_in(client)


def test_others_at_the_same_address_sign_in_as_before(client: Client, vera: User):
    make.user(username="otto")
    guess(client, AT_ONE_NAME)
    assert sign_in(client, "otto", REMOTE_ADDR="203.0.113.7").status_code == 302


def test_a_person_signs_in_elsewhere_while_somebody_guesses_at_their_name(client: Client, vera: User):
    guess(client, AT_ONE_NAME)
    assert sign_in(client, REMOTE_ADDR="198.51.100.1").status_code == 302


def test_one_address_that_tries_many_names_rests(client: Client, vera: User):
    for number in range(AT_ONE_ADDRESS):
        last = guess(client, 1, f"name-{number}")
    assert last.status_code == 429
    assert sign_in(client, REMOTE_ADDR="203.0.113.7").status_code == 429
    assert sign_in(client, REMOTE_ADDR="198.51.100.1").status_code == 302


def test_one_name_tried_from_many_addresses_rests(client: Client, vera: User):
    for number in range(OF_ONE_NAME):
        guess(client, 1, address=f"203.0.113.{number}")
    assert sign_in(client, REMOTE_ADDR="198.51.100.1").status_code == 429


def test_another_browser_is_no_new_chance(client: Client, vera: User):
    for number in range(AT_ONE_NAME):
        last = guess(client, 1, headers={"user-agent": f"Browser {number}"})
    assert last.status_code == 429


def test_the_rest_ends_after_fifteen_minutes(client: Client, vera: User):
    guess(client, AT_ONE_NAME)
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME)
    assert sign_in(client, REMOTE_ADDR="203.0.113.7").status_code == 302


def test_signing_in_forgives_ones_own_slips_and_not_the_guesses_at_others(client: Client, vera: User):
    guess(client, AT_ONE_NAME - 1)
    guess(client, AT_ONE_NAME - 1, "otto")
    sign_in(client, REMOTE_ADDR="203.0.113.7")
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["otto"]


def test_no_pass_phrase_is_kept_with_the_guesses(client: Client, vera: User):
    sign_in(client, "vera", "correct horse battery staple")
    kept = AccessAttempt.objects.values().get()
    assert "horse" not in repr(kept)


@pytest.mark.parametrize(
    ("proxies", "passed_on", "address"),
    [
        (0, "198.51.100.1", "192.0.2.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.9.9.9, 198.51.100.1", "198.51.100.1"),
        (2, "10.9.9.9, 198.51.100.1, 192.0.2.9", "198.51.100.1"),
        (2, "198.51.100.1", "192.0.2.1"),
        (1, "2001:db8:1:2:3::4", "2001:db8:1:2::"),
        (1, "::ffff:198.51.100.1", "198.51.100.1"),
        (1, "unknown", None),
    ],
)
def test_the_client_is_whom_our_own_proxies_saw(settings, proxies, passed_on, address):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": passed_on})
    assert client_address(request) == address


def test_a_client_behind_a_socket_without_an_address_can_still_sign_in(client: Client, vera: User):
    assert guess(client, 1, address="").status_code == 422
    assert sign_in(client, REMOTE_ADDR="").status_code == 302


def test_the_session_gets_a_new_key_at_sign_in(client: Client, vera: User):
    planted = client.session
    planted["visited"] = "before"
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key
    sign_in(client)
    assert session_key(client) != planted.session_key
    assert not Session.objects.filter(pk=planted.session_key).exists()


def test_the_session_is_gone_after_sign_out(client: Client, vera: User):
    sign_in(client)
    key = session_key(client)
    assert client.post(reverse("sign_out"))["Location"] == reverse("sign_in")
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert not signed_in(client)
    assert not Session.objects.filter(pk=key).exists()


def test_signing_out_takes_a_post(client: Client, vera: User):
    sign_in(client)
    assert client.get(reverse("sign_out")).status_code == 405
    assert signed_in(client)


def test_a_deactivated_account_is_out_at_once_and_its_sessions_do_not_come_back(
    client: Client, panel, vera: User
):
    reader = Client()
    sign_in(reader)
    assert signed_in(reader)
    panel.send(vera, is_active=False)
    assert not signed_in(reader)
    panel.send(vera, is_active=True)
    assert not signed_in(reader)
    assert [s.get_decoded()[SESSION_KEY] for s in Session.objects.all()] == [str(panel.curator.pk)]


def test_a_new_pass_phrase_ends_the_sessions_begun_with_the_old_one(panel, vera: User):
    reader = Client()
    sign_in(reader)
    panel.send(vera, new_password="another long password")
    assert not signed_in(reader)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "http:evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\t//evil",
    ],
)
def test_nobody_is_led_off_the_site_after_signing_in(client: Client, vera: User, elsewhere: str):
    sent = {"username": "vera", "password": make.PASSWORD, "next": elsewhere}
    assert client.post(reverse("sign_in"), sent)["Location"] == reverse("stories")
    assert client.get(reverse("sign_in"), {"next": elsewhere})["Location"] == reverse("stories")


def test_people_are_led_on_to_the_page_they_wanted(client: Client, vera: User):
    asked = client.get("/articles/?q=grain")
    assert asked["Location"] == "/sign-in/?next=/articles/%3Fq%3Dgrain"
    sent = {"username": "vera", "password": make.PASSWORD, "next": "/articles/?q=grain"}
    assert client.post(asked["Location"], sent)["Location"] == "/articles/?q=grain"
