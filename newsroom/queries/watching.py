"""Find the articles whose addresses can be checked for changes."""

from collections.abc import Iterator

from newsroom.fetching.schedule import WatchedAddress
from newsroom.models import Article, Story


def watched_addresses(story: Story | None = None) -> Iterator[WatchedAddress]:
    """Yield the address of each article that has one, even if its next check is not due yet.

    If `story` is given, only the articles of this story are used.
    """
    articles = Article.objects.exclude(address="").exclude(current=None)
    if story:
        articles = articles.filter(places__story=story)

    # Only columns are loaded, because whole rows would include the texts.
    columns = articles.values(
        "pk",
        "address",
        "created_at",
        "checked_at",
        "failures",
        "current__url",
        "current__published_at",
        "current__created_at",
    )
    for row in columns.iterator():
        revised = row["current__created_at"]
        checked = row["checked_at"] or revised
        yield WatchedAddress(
            pk=row["pk"],
            # This is the address as the page writes it. The article has the canonical address.
            url=row["current__url"] or row["address"],
            published=row["current__published_at"] or row["created_at"],
            # An import counts as a check too.
            seen=max(checked, revised),
            failures=row["failures"],
        )
