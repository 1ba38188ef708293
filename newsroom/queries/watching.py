"""Which articles have an address to look at again."""

from collections.abc import Iterator

from newsroom.fetching.schedule import WatchedAddress
from newsroom.models import Article, Story


def watched(story: Story | None = None) -> Iterator[WatchedAddress]:
    """Yield the articles, of one story if it is given, that have an address to look at again, due or not."""
    articles = Article.objects.exclude(address="").exclude(current=None)
    if story:
        articles = articles.filter(places__story=story)

    # Columns instead of rows, because a row would bring its text along.
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
            # As the page itself spells its address; the article holds the canonical spelling.
            url=row["current__url"] or row["address"],
            published=row["current__published_at"] or row["created_at"],
            # An import looked at the article too.
            seen=max(checked, revised),
            failures=row["failures"],
        )
