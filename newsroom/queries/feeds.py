"""Find out which items of a feed are articles that this desk has imported already."""

from dataclasses import dataclass

from newsroom.errors import NewsroomError
from newsroom.models import Article
from newsroom.text.addresses.article_addresses import article_address
from newsroom.text.listings.feeds import Feed, FeedItem
from newsroom.trouble.containing import contain_errors


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item of a feed. `known` is its article if it was imported before, else None."""

    item: FeedItem
    known: Article | None


def entries_of(feed: Feed) -> list[FeedEntry]:
    """Return the items of `feed` in order, each with its article if it was imported before.

    Takes one query.
    """
    addresses = {item.url: _address(item.url) for item in feed.items}
    wanted = set(addresses.values()) - {""}
    by_address = {
        article.address: article for article in Article.objects.filter(address__in=wanted)
    }
    return [FeedEntry(item, by_address.get(addresses[item.url])) for item in feed.items]


def _address(url: str) -> str:
    """Return the canonical address of the article at `url`.

    Returns an empty string if `url` is no address of an article, because feeds may contain anything.
    """
    try:
        with contain_errors(url):
            return article_address(url)
    except NewsroomError:
        return ""
