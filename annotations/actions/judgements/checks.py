"""Check evidence and links, with the checks that the acts on both share."""

from collections.abc import Callable, Mapping

from annotations.logic.finding.same_event import EventDoubt
from annotations.logic.vocabulary import Relation
from annotations.models import Evidence, Highlight, Link
from newsroom.actions.history import quoted
from newsroom.actions.locking import lock
from newsroom.actions.seen import as_shown
from newsroom.errors import Conflict, Invalid
from newsroom.models import User
from newsroom.roles import UserRole, has_role

#: The fields of a judgement that a form shows. Evidence has no aspect.
JUDGED = ("relation", "aspect", "note")
JUDGED_OF_EVIDENCE = ("relation", "note")

#: A function that returns reasons to doubt that two passages report the same event. It asks the database, so
#: it is called only if the relation is a corroboration.
FindDoubts = Callable[[], tuple[str, ...]]


def must_be_as_seen(
    judgement: Evidence | Link,
    seen: Mapping[str, str] | None,
    typed: Mapping[str, str],
) -> None:
    """Lock and reload a judgement, and check that its values are still those that the person saw.

    `seen` maps fields to the values that the page showed; with None or an empty mapping, no value is
    compared. `typed` maps fields to the values that the person entered. Raises `Conflict` if the judgement
    was withdrawn or a value differs from `seen`. The message for a different value quotes the current values
    and `typed`.
    """
    lock(judgement)
    if judgement.withdrawn_at is not None:
        raise Conflict(
            "Someone removed this meanwhile, so there is nothing to change. Look at the page again."
        )
    # Values are compared as a form shows them, because a browser changes line breaks.
    for field, value in (seen or {}).items():
        current_value = getattr(judgement, field)
        if as_shown(current_value) != as_shown(value):
            wrote = " ".join(part for part in typed.values() if part)
            relation_now = f"{relation_in_words(judgement)}{_with_note(judgement)}"
            raise Conflict(
                f"Someone judged this again meanwhile: it {relation_now}. "
                f"You wrote: “{wrote}”. Look at the page again, then decide. Nothing was changed."
            )


def must_be_one_event(
    relation: str,
    find_doubts: FindDoubts,
    same_event: bool,
    by: User,
) -> None:
    """Raise `EventDoubt` if a corroboration seems to be between reports of different events.

    Other relations raise nothing. With `same_event`, an editor overrules the doubts; for other roles it has
    no effect.
    """
    if relation != Relation.CORROBORATES:
        return
    is_editor = has_role(by, UserRole.EDITOR)
    # The doubts are not computed if the editor has overruled them already.
    if is_editor and same_event:
        return
    doubts = find_doubts()
    if doubts:
        raise EventDoubt(doubts, editor=is_editor)


def must_stand(highlight: Highlight) -> None:
    if highlight.withdrawn_at is not None:
        raise Invalid(
            "This passage's highlight was withdrawn. Restore it first, or choose another."
        )


def quoted_passage(highlight: Highlight) -> str:
    return quoted(highlight.anchor.quote)


def _with_note(judgement: Evidence | Link) -> str:
    return f" (“{judgement.note}”)" if judgement.note else ""


def relation_in_words(judgement: Evidence | Link) -> str:
    """Return the relation of a judgement in lower case, as it appears within a sentence, such as
    “corroborates”.
    """
    return judgement.get_relation_display().lower()
