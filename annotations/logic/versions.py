"""Decide what stands in a field that two people changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldVersions:
    """The versions of one field: as a person's page showed it, as it stands now, and as the person sent it.

    `seen` is None if the page did not say what it showed. Then the person may have changed the field, and
    others too. Ends of lines, and white space around the text, make no other version.
    """

    seen: str | None
    theirs: str
    mine: str

    @property
    def is_changed_by_me(self) -> bool:
        return self.seen is None or _plain(self.mine) != _plain(self.seen)

    @property
    def is_changed_by_others(self) -> bool:
        return self.seen is None or _plain(self.theirs) != _plain(self.seen)

    @property
    def is_contested(self) -> bool:
        """Return whether both changed the field, and not to the same text."""
        differs = _plain(self.mine) != _plain(self.theirs)
        return differs and self.is_changed_by_me and self.is_changed_by_others

    @property
    def kept(self) -> str:
        """Return what the person sent if the person changed the field, otherwise what stands there now."""
        if self.is_changed_by_me and _plain(self.mine) != _plain(self.theirs):
            return self.mine
        return self.theirs


def _plain(text: str) -> str:
    return "\n".join(text.strip().splitlines())
