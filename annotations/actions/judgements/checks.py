"""What the acts on evidence and the acts on links check alike."""

from collections.abc import Callable, Mapping

from annotations.logic.finding.same_event import EventDoubt
from annotations.logic.vocabulary import Relation
from annotations.models import Evidence, Highlight, Link
from newsroom.actions.history import quoted
from newsroom.actions.locking import lock
from newsroom.actions.seen import as_shown
from newsroom.errors import Conflict, Invalid
from newsroom.models import User
from newsroom.roles import UserRole, reaches

#: What a person says of a judgement, as its form shows it. Evidence has no aspect.
JUDGED = ("relation", "aspect", "note")
JUDGED_OF_EVIDENCE = ("relation", "note")

#: Looks for reasons to doubt that two passages report one event. Called only if it matters.
FindDoubts = Callable[[], tuple[str, ...]]


def must_be_as_seen(
    judgement: Evidence | Link, seen: Mapping[str, str] | None, typed: Mapping[str, str]
) -> None:
    """Lock the row, and take over its values as they are now.

    Raises `Conflict` if it was removed, or a value is not the one that the person saw. Its sentence gives
    what stands there now and what the person `typed`.
    """
    lock(judgement)
    if judgement.withdrawn_at is not None:
        raise Conflict(
            "Someone removed this meanwhile, so there is nothing to change. Look at the page again."
        )
    for field, value in (seen or {}).items():
        now = getattr(judgement, field)
        if as_shown(now) != as_shown(value):
            wrote = " ".join(part for part in typed.values() if part)
            raise Conflict(
                f"Someone judged this again meanwhile: it {in_words(judgement)}{_with_note(judgement)}. "
                f"You wrote: “{wrote}”. Look at the page again, then decide. Nothing was changed."
            )


def must_be_one_event(relation: str, find_doubts: FindDoubts, same_event: bool, by: User) -> None:
    """Raise `EventDoubt` if a corroboration seems to be of two events, unless an editor vouches for one."""
    if relation != Relation.CORROBORATES:
        return
    is_editor = reaches(by, UserRole.EDITOR)
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


def in_words(judgement: Evidence | Link) -> str:
    """Return the relation as a sentence has it: “corroborates”."""
    return judgement.get_relation_display().lower()
