"""Reverse acts on highlights: drawing, moving, describing, crediting, tagging and withdrawing."""

from typing import Any

from annotations.actions.passages import highlights, tellers
from annotations.actions.undo.reversing import (
    CHANGED_SINCE,
    Reverse,
    changed_values,
    must_be_unchanged,
    values_of,
)
from annotations.models import Highlight, Tag
from newsroom.errors import Conflict
from newsroom.models import Activity, Subject, User, Verb

#: The fields that the lines of these acts can have in `changes`.
PLACE = ("quote", "start", "end")
DESCRIPTION = ("note", "attribution", "attribution_guessed")
TELLER = ("teller", "teller_guessed")


def _move_back(highlight: Highlight, line: Activity, by: User) -> None:
    before, after = changed_values(line, PLACE)
    place: dict[str, Any] = values_of(highlight.anchor, PLACE)
    # The highlight must still be where the act has put it.
    if place != {**place, **after}:
        raise Conflict(CHANGED_SINCE)

    place |= before
    # A lost passage has no offsets to which it could be moved back.
    if place["start"] is None:
        raise Conflict(
            "The passage had no place in the text before. Withdraw the highlight, or choose its edges again."
        )
    highlights.move_edges(highlight, **place, version=highlight.version, by=by)


def _describe_as_before(highlight: Highlight, line: Activity, by: User) -> None:
    before, after = changed_values(line, DESCRIPTION)
    description = values_of(highlight, DESCRIPTION)
    must_be_unchanged(description, after)

    description |= before
    guessed = description.pop("attribution_guessed")
    highlights.describe_highlight(
        highlight, **description, guessed=guessed, version=highlight.version, by=by
    )


def _credit_as_before(highlight: Highlight, line: Activity, by: User) -> None:
    before, after = changed_values(line, TELLER)
    credit = values_of(highlight, TELLER)
    must_be_unchanged(credit, after)
    credit |= before
    tellers.name_teller(
        highlight,
        credit["teller"],
        guessed=credit["teller_guessed"],
        version=highlight.version,
        by=by,
    )


def _withdraw_highlight(highlight: Highlight, line: Activity, by: User) -> None:
    highlights.withdraw_highlight(highlight, by=by)


def _restore_highlight(highlight: Highlight, line: Activity, by: User) -> None:
    highlights.restore_highlight(highlight, by=by)


def _tag(highlight: Highlight, line: Activity, by: User) -> None:
    before, _ = line.changes["tags"]
    for path in _paths(before):
        highlights.tag_highlight(highlight, _tag_at(path), by=by)


def _untag(highlight: Highlight, line: Activity, by: User) -> None:
    _, after = line.changes["tags"]
    # The line holds paths and not ids, so that the history stays readable after a tag is deleted.
    for path in _paths(after):
        highlights.untag_highlight(highlight, _tag_at(path), by=by)


def _paths(stored: list[str] | str | None) -> list[str]:
    """Return the paths of tags in `stored`, which is the old or the new value in a line of the history.

    Lines of earlier versions of this program hold one path or None instead of a list. None gives an empty
    list.
    """
    if stored is None:
        return []
    return [stored] if isinstance(stored, str) else stored


def _tag_at(path: str) -> Tag:
    tag = Tag.objects.filter(path=path).first()
    if tag is None:
        raise Conflict(f"The codebook has no tag “{path}” any more: choose another by hand.")
    return tag


REVERSALS: dict[tuple[Subject, Verb], Reverse] = {
    (Subject.HIGHLIGHT, Verb.DRAWN): _withdraw_highlight,
    (Subject.HIGHLIGHT, Verb.PROJECTED): _withdraw_highlight,
    (Subject.HIGHLIGHT, Verb.RESTORED): _withdraw_highlight,
    (Subject.HIGHLIGHT, Verb.WITHDRAWN): _restore_highlight,
    (Subject.HIGHLIGHT, Verb.MOVED): _move_back,
    (Subject.HIGHLIGHT, Verb.DESCRIBED): _describe_as_before,
    (Subject.HIGHLIGHT, Verb.CREDITED): _credit_as_before,
    (Subject.HIGHLIGHT, Verb.TAGGED): _untag,
    (Subject.HIGHLIGHT, Verb.UNTAGGED): _tag,
}
