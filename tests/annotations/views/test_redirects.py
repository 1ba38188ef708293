"""Test that an answer leads back to the page that asked, if it is a page of this site."""

import pytest
from django.test import RequestFactory

from annotations.views.redirects import back_to_asking_page


def answer(address: str):
    return back_to_asking_page(RequestFactory().post("/", {"next": address}))


def test_a_page_of_this_site_is_gone_back_to():
    assert answer("/claims/1/").url == "/claims/1/"


@pytest.mark.parametrize("address", ["", "https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_no_other_site_is_gone_to(address):
    assert answer(address) is None
