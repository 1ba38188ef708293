"""Merge a description of a highlight that a person sent with one that somebody else saved meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotations.logic.versions import FieldVersions
from annotations.models import Highlight
from newsroom.views.requests import AuthenticatedHttpRequest


@dataclass(frozen=True, slots=True)
class DescriptionMerge:
    """The versions of the note and of the attribution of a highlight. `now` is the highlight as it is
    stored.
    """

    now: Highlight
    note: FieldVersions
    attribution: FieldVersions

    @property
    def contested(self) -> list[str]:
        """Return the names of the fields that both people changed. Only a person can decide these."""
        names = []
        if self.note.is_contested:
            names.append("note")
        if self.attribution.is_contested:
            names.append("attribution")
        return names

    @property
    def values(self) -> dict[str, Any]:
        """Return the merged values as arguments of `describe_highlight`. A contested field has the value that
        the person sent.
        """
        theirs = self.attribution.is_changed_by_others and not self.attribution.is_changed_by_me
        return {
            "note": self.note.kept,
            "attribution": self.attribution.kept,
            "version": self.now.version,
            # A newer guess, which the person's page did not show, is not confirmed by the person.
            "guessed": theirs and self.now.attribution_guessed,
        }

    @property
    def fields(self) -> dict[str, Any]:
        """Return the merged values as fields of the form, with the stored values as those that the person has
        seen.
        """
        shown = {"seen_note": self.now.note, "seen_attribution": self.now.attribution}
        return self.values | shown


def merge_description(
    request: AuthenticatedHttpRequest, highlight: Highlight, sent: Mapping[str, Any]
) -> DescriptionMerge:
    """Return the merge of the note and attribution in `sent` with those that are stored now. Nothing is
    written.

    The form fields `seen_note` and `seen_attribution` hold what the page of the person showed.
    """
    now = Highlight.objects.get(pk=highlight.pk)
    return DescriptionMerge(
        now,
        FieldVersions(request.POST.get("seen_note"), now.note, sent["note"]),
        FieldVersions(request.POST.get("seen_attribution"), now.attribution, sent["attribution"]),
    )
