"""Test that cells of the panel's lists link to other lists, and that their values never become markup."""

from newsroom.admin.lists.columns import link, list_address, list_link
from newsroom.models import Article


def test_a_list_has_an_address_with_and_without_filters() -> None:
    assert list_address(Article) == "/admin/newsroom/article/"
    assert list_address(Article, outlet=3, needs="a&b") == "/admin/newsroom/article/?outlet=3&needs=a%26b"


def test_a_number_leads_to_the_filtered_list() -> None:
    assert list_link(Article, 2, outlet=3) == '<a href="/admin/newsroom/article/?outlet=3">2</a>'


def test_what_people_wrote_is_escaped() -> None:
    assert link("/?a=1&b=2", "<b>") == '<a href="/?a=1&amp;b=2">&lt;b&gt;</a>'
