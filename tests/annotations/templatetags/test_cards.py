"""Test that a form on a card goes through the outbox, and is a plain form without scripts."""

from annotations.templatetags.cards import changes_card


def test_a_form_posts_to_one_address_through_the_outbox_and_without():
    assert changes_card("link_make") == 'method="post" action="/links/" data-outbox'
