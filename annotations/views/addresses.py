"""Build addresses that several views and templates use."""

from django.urls import reverse

from annotations.models import Highlight
from newsroom.models import Article, Story


def desk_address(story: Story, *articles: Article, highlight: Highlight | None = None) -> str:
    """Return the address of the desk of `story` with `articles` open, and with `highlight` selected if
    it is given.
    """
    parameters = []
    if articles:
        numbers = ",".join(str(article.pk) for article in articles)
        parameters.append(f"read={numbers}")
    if highlight:
        parameters.append(f"h={highlight.pk}")

    # The query is written by hand, because `urlencode` would escape the commas.
    address = reverse("desk", args=[story.slug])
    return f"{address}?{'&'.join(parameters)}" if parameters else address
