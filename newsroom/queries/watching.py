"""Which articles have an address to look at again."""

from collections.abc import Iterator

from newsroom.fetching.schedule import WatchedAddress
from newsroom.models import Article, Story


def watched(story: Story | None = None) -> Iterator[WatchedAddress]:
    """The articles that have an address to look at again, due or not."""
    found = Article.objects.exclude(address="").exclude(current=None)
    if story:
        found = found.filter(places__story=story)
    columns = (
        "pk",
        "current__url",
        "address",
        "current__published_at",
        "created_at",
        "checked_at",
        "current__created_at",
        "failures",
    )
    for pk, url, address, published, created, checked, revised, failures in found.values_list(
        *columns
    ).iterator():
        yield WatchedAddress(
            pk, url or address, published or created, max(checked or revised, revised), failures
        )
