"""What the curator's pages of annotations share."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils.safestring import SafeString

from annotations.models import Highlight
from newsroom.admin.lists.columns import link
from newsroom.admin.lists.filters import FormFilter, choice

STANDING = Q(withdrawn_at=None)
#: How much of a passage a list shows, in characters.
SHORT = 90


def standing() -> type[FormFilter]:
    """Return the filter that chooses rows which stand, or rows which were withdrawn."""
    words = [("yes", "Standing"), ("no", "Withdrawn")]
    return choice("standing", "standing", words, lambda word: Q(withdrawn_at__isnull=word == "yes"))


def shortened(words: str) -> str:
    """Return `words`, or their first `SHORT` characters with an ellipsis in the place of the last."""
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


def passage(highlight: Highlight) -> SafeString:
    """Return the words of a passage as a link to its place in the text."""
    return link(highlight.get_absolute_url(), shortened(highlight.anchor.quote))


class Withdrawals:
    """The column that says whether a row stands or was taken back."""

    @admin.display(description="stands", boolean=True, ordering="withdrawn_at")
    def stands(self, row: Any) -> bool:
        return row.withdrawn_at is None
