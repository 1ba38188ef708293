"""Describe, move, tag, withdraw and restore highlights."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from annotations.actions.locking import lock_highlights, lock_to_move, must_stand, take_version
from annotations.actions.passages.tellers import guessed_teller
from annotations.actions.tags import find_or_make_tag, must_be_kept
from annotations.logic.marking.selectors import Selector, check
from annotations.logic.sources.attribution import guess_speaker
from annotations.logic.vocabulary import AnchorState
from annotations.models import Anchor, Highlight, HighlightTag, Tag
from newsroom.actions.history import HistoryLine, differences, quoted, record
from newsroom.errors import Conflict
from newsroom.models import Revision, User, Verb
from newsroom.roles import UserRole, require, role_needed_for
from newsroom.text.language.counted import counted

#: The sentences for a person whose version of the highlight is not the newest one.
CHANGED_MEANWHILE = (
    "Someone else changed this highlight while you were writing. Your text is still in the form: "
    "copy it, look at the highlight again, and save again."
)
CHANGED_WHILE_SELECTING = (
    "Someone else changed this highlight meanwhile, so its edges stay as they are. "
    "Open the highlight again to see it as it is now, then choose its edges again."
)


@transaction.atomic
def move_edges(
    highlight: Highlight,
    start: int,
    end: int,
    quote: str,
    *,
    version: int,
    by: User,
) -> Anchor:
    """Move a highlight to the place `start..end` (code points) in the current revision of its article.

    Returns the new anchor; the old anchor is kept. `version` is the version of the highlight that the person
    saw. Requires the reporter role. Raises `Conflict` if someone changed the highlight after this version,
    and `Invalid` if the text at the new place is not `quote` or the highlight is withdrawn.
    """
    require(by, UserRole.REPORTER)
    lock_to_move(highlight)
    must_stand(highlight)
    revision = highlight.article.current
    before = highlight.anchor
    anchor = anchor_for(highlight, revision, check(revision.text, start, end, quote), by)

    take_version(highlight, version, CHANGED_WHILE_SELECTING)
    anchor.save(force_insert=True)
    highlight.anchor = anchor
    # A guess belongs to the old words. An attribution that a person saved is kept.
    if highlight.attribution_guessed:
        highlight.attribution = guess_speaker(revision.document, anchor.span)[:200]
    if highlight.teller_guessed:
        highlight.teller = guessed_teller(revision, anchor.span)
    highlight.save(update_fields=["anchor", "attribution", "teller", "updated_at"])

    changes = {
        field: (getattr(before, field), getattr(anchor, field))
        for field in ("quote", "start", "end")
    }
    _record(Verb.MOVED, highlight, by, f"moved the edges to {quoted(anchor.quote)}", **changes)
    return anchor


@transaction.atomic
def describe_highlight(
    highlight: Highlight,
    *,
    note: str,
    attribution: str,
    version: int,
    by: User,
    guessed: bool = False,
) -> None:
    """Set the note (Markdown) and the attribution of a highlight. Nothing is recorded if neither differs.

    An attribution that a person saves is not a guess any more, unless `guessed` says so: for undo, or because
    the person has not seen this guess. `version` is the version of the highlight that the person saw.
    Requires the reporter role. Raises `Conflict` if someone changed the highlight after this version, and
    `Invalid` if the highlight is withdrawn.
    """
    require(by, UserRole.REPORTER)
    lock_highlights(highlight)
    must_stand(highlight)
    values = {
        "note": note.strip(),
        "attribution": attribution.strip(),
        "attribution_guessed": guessed,
    }
    changes = differences(highlight, values)
    if not changes:
        return
    take_version(highlight, version, CHANGED_MEANWHILE)
    for field, value in values.items():
        setattr(highlight, field, value)
    highlight.save(update_fields=[*values, "updated_at"])
    _record(Verb.DESCRIBED, highlight, by, f"described {_named(highlight)}", **changes)


@transaction.atomic
def tag_highlight(highlight: Highlight, tag: Tag, *, by: User) -> bool:
    """Add a tag to a highlight. Requires the reporter role.

    Returns False, and changes nothing, if the highlight has the tag already. Raises `Invalid` if the
    highlight is withdrawn, and `Missing` if the tag does not exist any more.
    """
    require(by, UserRole.REPORTER)
    lock_highlights(highlight)
    must_stand(highlight)
    must_be_kept(tag)
    _, new = HighlightTag.objects.get_or_create(
        highlight=highlight, tag=tag, defaults={"added_by": by}
    )
    if new:
        _record(
            Verb.TAGGED, highlight, by, f"tagged {_named(highlight)} {tag}", tags=([], [str(tag)])
        )
    return new


@transaction.atomic
def tag_by_path(highlight: Highlight, path: str, *, by: User) -> bool:
    """Add the tag with this path to a highlight. If the codebook has no such tag, the tag is added there
    first.

    Returns whether the tag is new in the codebook. Requires the reporter role. Either both changes are stored
    or none.
    """
    require(by, UserRole.REPORTER)
    # All acts lock a highlight before its tag, to avoid deadlocks.
    lock_highlights(highlight)
    tag, is_new = find_or_make_tag(path, by=by)
    tag_highlight(highlight, tag, by=by)
    return is_new


@transaction.atomic
def untag_highlight(highlight: Highlight, tag: Tag, *, by: User) -> bool:
    """Remove a tag from a highlight. Requires the reporter role.

    Returns False, and changes nothing, if the highlight does not have the tag. Raises `Invalid` if the
    highlight is withdrawn.
    """
    require(by, UserRole.REPORTER)
    lock_highlights(highlight)
    must_stand(highlight)
    number_removed, _ = HighlightTag.objects.filter(highlight=highlight, tag=tag).delete()
    if number_removed:
        _record(
            Verb.UNTAGGED,
            highlight,
            by,
            f"took {tag} off {_named(highlight)}",
            tags=([str(tag)], []),
        )
    return bool(number_removed)


@transaction.atomic
def withdraw_highlight(highlight: Highlight, *, by: User) -> None:
    """Withdraw a highlight. The highlight stays in the history.

    Requires the reporter role for one's own highlight, and the editor role for another person's. Raises
    `Conflict` if evidence or a link uses the highlight, because a person must withdraw these first, and
    `Invalid` if the highlight is withdrawn already.
    """
    require(by, role_needed_for(highlight, by))
    lock_highlights(highlight)
    must_stand(highlight)
    claims = highlight.evidence.filter(withdrawn_at=None).count()
    links = (
        highlight.links_out.filter(withdrawn_at=None) | highlight.links_in.filter(withdrawn_at=None)
    ).count()
    uses = []
    if claims:
        uses.append(f"evidence for {counted(claims, 'claim')}")
    if links:
        uses.append(f"an end of {counted(links, 'link')}")
    if uses:
        raise Conflict(
            f"This highlight is {' and '.join(uses)}. Remove those first, then withdraw it."
        )

    highlight.withdrawn_at = timezone.now()
    highlight.withdrawn_by = by
    highlight.save(update_fields=["withdrawn_at", "withdrawn_by", "updated_at"])
    _record(Verb.WITHDRAWN, highlight, by, f"withdrew {_named(highlight)}")


@transaction.atomic
def restore_highlight(highlight: Highlight, *, by: User) -> None:
    """Restore a withdrawn highlight. Nothing happens if the highlight is not withdrawn.

    Requires the same role as `withdraw_highlight`.
    """
    require(by, role_needed_for(highlight, by))
    lock_highlights(highlight)
    if highlight.withdrawn_at is None:
        return
    highlight.withdrawn_at = None
    highlight.withdrawn_by = None
    highlight.save(update_fields=["withdrawn_at", "withdrawn_by", "updated_at"])
    _record(Verb.RESTORED, highlight, by, f"restored {_named(highlight)}")


def anchor_for(
    highlight: Highlight,
    revision: Revision,
    selector: Selector,
    by: User,
) -> Anchor:
    """Return a new, unsaved anchor in the state `drawn`, at the place that `selector` gives in `revision`."""
    return Anchor(
        highlight=highlight,
        revision=revision,
        start=selector.start,
        end=selector.end,
        quote=selector.quote,
        prefix=selector.prefix,
        suffix=selector.suffix,
        state=AnchorState.DRAWN,
        created_by=by,
    )


def _named(highlight: Highlight) -> str:
    return quoted(highlight.anchor.quote)


def _record(
    verb: Verb,
    highlight: Highlight,
    by: User,
    summary: str,
    **changes: tuple[Any, Any],
) -> None:
    changed = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    record(HistoryLine(verb, highlight, summary, article=highlight.article, changes=changed), by=by)
