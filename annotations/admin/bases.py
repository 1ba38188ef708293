"""Define the columns and filters that several admin pages of annotations share."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils.safestring import SafeString

from annotations.models import Highlight
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import FormFilter, choice
from newsroom.models import Article

#: The condition that a row is not withdrawn.
STANDING = Q(withdrawn_at=None)
#: Longest part of a passage that a list shows, in code points.
SHORT = 90


def standing() -> type[FormFilter]:
    """Return the admin filter between rows that are not withdrawn (“Standing”) and withdrawn rows."""
    # The values appear in addresses, so they do not change.
    words = [("yes", "Standing"), ("no", "Withdrawn")]
    return choice(
        "standing",
        "standing",
        words,
        lambda word: Q(withdrawn_at__isnull=word == "yes"),
    )


def shortened(words: str) -> str:
    """Return `words` with at most `SHORT` code points. A longer text is cut and ends with an ellipsis."""
    # The ellipsis replaces the last character, so that the limit includes it.
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


def passage(highlight: Highlight) -> SafeString:
    """Return the quote of a highlight, shortened, as a link to the page of the highlight."""
    return link(highlight.get_absolute_url(), shortened(highlight.anchor.quote))


def report(article: Article) -> SafeString:
    """Return the outlet and the title of an article, shortened, as a link to its page."""
    outlet = article.outlet or "Unknown outlet"
    return link(article.get_absolute_url(), shortened(f"{outlet}: {article.title}"))


class Withdrawals:
    """A mixin for admin pages. It adds the column `stands`, which shows whether a row is not withdrawn."""

    @admin.display(
        description="stands",
        boolean=True,
        ordering="withdrawn_at",
    )
    def stands(self, row: Any) -> bool:
        return row.withdrawn_at is None
