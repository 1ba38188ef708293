"""Decide which text a field keeps if two people changed it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldVersions:
    """The versions of one field: as a person's page showed it (`seen`), as it is stored (`theirs`), and as
    the person sent it (`mine`).

    `seen` is None if the page did not say what it showed; then both people count as having changed the field.
    Ends of lines, and white space around the text, do not make a difference.
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
        """Return whether both people changed the field, and to different texts."""
        differs = _plain(self.mine) != _plain(self.theirs)
        return differs and self.is_changed_by_me and self.is_changed_by_others

    @property
    def kept(self) -> str:
        """Return what the person sent if the person changed the field, otherwise what is stored."""
        if self.is_changed_by_me and _plain(self.mine) != _plain(self.theirs):
            return self.mine
        return self.theirs


def _plain(text: str) -> str:
    return "\n".join(text.strip().splitlines())
