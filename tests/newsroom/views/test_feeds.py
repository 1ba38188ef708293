"""Test that a feed is read, and that its articles are offered for import."""

import pytest

from newsroom.models import Article
from tests import make
from tests.markup import markup
from tests.newsroom.views.import_pages import handed_in

pytestmark = pytest.mark.django_db


def test_a_feed_lists_its_articles_to_choose_from(at_work, web):
    links = "".join(f"<item><title>Rain {n}</title><link>{web.url}/{n}</link></item>" for n in range(2))
    web.put(
        "/feed",
        f"<rss version='2.0'><channel><title>Weather</title>{links}</channel></rss>",
        content_type="text/xml",
    )
    make.story("Weather")
    page = markup(at_work.post("/import/feed/", {"feed": f"{web.url}/feed", "story": "weather"}))
    assert f'name="address" value="{web.url}/1"' in page
    assert 'name="story" value="weather"' in page
    assert [path for path, _ in web.asked] == ["/robots.txt", "/feed"]
    batch = handed_in(at_work, address=[f"{web.url}/0", f"{web.url}/1"], story="weather")
    assert (batch.items.count(), batch.story.slug) == (2, "weather")


def test_what_a_feed_lists_and_is_here_already_is_said(at_work, web):
    web.put("/feed", f"<rss version='2.0'><channel><item><link>{web.url}/a</link></item></channel></rss>")
    url = f"{web.url}/a".replace("http:", "https:")
    Article.objects.filter(pk=make.article().pk).update(address=url)
    assert "imported already" in markup(at_work.post("/import/feed/", {"feed": f"{web.url}/feed"}))


def test_what_a_feed_cannot_offer_is_named_on_the_page(at_work, web):
    lost = "<item><title>Two ships</title></item>"
    more = "".join(f"<item><link>{web.url}/{n}</link></item>" for n in range(201))
    web.put("/feed", f"<rss version='2.0'><channel>{lost}{more}</channel></rss>")
    page = markup(at_work.post("/import/feed/", {"feed": f"{web.url}/feed"}))
    assert '<li dir="ltr">Two ships</li>' in page
    assert "The feed has 1 more item, which is not listed." in page


def test_a_feed_that_robots_may_not_read_is_not_read(at_work, web):
    web.put("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")
    feed = web.put("/feed", "<rss/>")
    answer = at_work.post("/import/feed/", {"feed": feed})
    assert answer.status_code == 422
    assert "asks programs not to read this feed" in markup(answer)
    assert [path for path, _ in web.asked] == ["/robots.txt"]
