"""Test what every page has in a browser, for every person."""

from tests import make


def test_who_is_not_signed_in_is_led_to_the_door(page):
    page.goto("/")
    assert "/sign-in/" in page.url


def test_the_live_server_and_the_test_see_the_same_rows(open_page):
    person = make.user()
    page = open_page(person)
    page.goto("/")
    assert person.username in page.get_by_role("banner").inner_text()
