"""Test that a form on a card posts to the same view with and without htmx."""

from annotations.templatetags.cards import changes_card


def test_a_form_posts_to_one_address_by_htmx_and_without():
    assert changes_card("link_make") == ('method="post" action="/links/" hx-post="/links/" hx-target="#card"')
