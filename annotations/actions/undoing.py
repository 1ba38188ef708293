"""Undo and redo: a person takes back their own last act in a story, by the act that reverses it.

Nothing is erased. What is undone is written down as the reversing act, with the line it took back; redo takes
that line back in turn. So both survive a reload, and colleagues read in the history what happened.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q

from annotations.actions import candidates, claims, highlights, judgements
from annotations.logic.finding.dismissals import PassageKey
from annotations.logic.undo import UndoLine, next_redo, next_undo
from annotations.models import Claim, Dismissal, Evidence, Highlight, Link, Tag
from newsroom.actions.history import undoing
from newsroom.errors import Conflict, Invalid
from newsroom.models import Activity, Story, StoryArticle, User
from newsroom.roles import UserRole, require
from newsroom.text.model import Span

#: How far back undo reaches, in acts and their undoings.
REACH = 500
CHANGED_SINCE = (
    "Someone changed this since, so it cannot be taken back by itself: look at it, and change it by hand."
)


@dataclass(frozen=True, slots=True)
class Reversal:
    """What was taken back: the line, the highlight it concerned (if any), and where that stood before (if
    anywhere).
    """

    line: Activity
    highlight: Highlight | None
    before: tuple[Span, ...]


@transaction.atomic
def undo(story: Story, *, by: User) -> Reversal:
    """Take back the person's newest act in the story that is in effect. Takes a reporter, and what the act
    took.

    Raises `Invalid` where there is none, `Conflict` where it can no longer be taken back, as a sentence.
    """
    return _reverse(story, next_undo, "There is nothing of yours to undo in this story.", by)


@transaction.atomic
def redo(story: Story, *, by: User) -> Reversal:
    """Do again what the person undid last, unless they acted anew since. Raises as `undo` does."""
    return _reverse(story, next_redo, "There is nothing to do again: you undid nothing, or acted since.", by)


def _reverse(
    story: Story, choose: Callable[[list[UndoLine]], int | None], nothing: str, by: User
) -> Reversal:
    require(by, UserRole.REPORTER)
    User.objects.select_for_update().get(
        pk=by.pk
    )  # one at a time, so that two open pages do not undo one act twice
    acts = Q()
    for noun, verb in _REVERSALS:
        acts |= Q(object_type=noun, verb=verb)
    held = list(StoryArticle.objects.filter(story=story).values_list("article", flat=True))
    newest = Activity.objects.filter(acts, Q(story=story) | Q(article__in=held), actor=by).order_by("-id")[
        :REACH
    ]
    chosen = choose([UndoLine(*ids) for ids in newest.values_list("id", "undoes_id")])
    if chosen is None:
        raise Invalid(nothing)
    line = Activity.objects.get(pk=chosen)
    subject = _subject(line)
    highlight = _highlight_of(subject)
    anchor = highlight and highlight.anchor
    with undoing(line):
        _REVERSALS[line.object_type, line.verb](subject, line, by)
    if not Activity.objects.filter(undoes=line).exists():
        raise Conflict(CHANGED_SINCE)
    standing = anchor is not None and anchor.start is not None
    return Reversal(line, highlight, (Span(anchor.start, anchor.end),) if standing else ())


def _subject(line: Activity) -> Any:
    found = {
        "claim": Claim.objects.select_related("story"),
        "highlight": Highlight.objects.select_related("anchor__revision", "article__current"),
        "evidence": Evidence.objects.select_related(
            "claim__story", "highlight__anchor", "highlight__article"
        ),
        "dismissal": Dismissal.objects.all(),
        "link": Link.objects.select_related(
            "source__anchor", "target__anchor", "source__article", "target__article"
        ),
    }
    return found[line.object_type].get(pk=line.object_id)


def _highlight_of(subject: Highlight | Evidence | Link | Claim | Dismissal) -> Highlight | None:
    if isinstance(subject, Highlight):
        return subject
    if isinstance(subject, Claim | Dismissal):
        return None
    return subject.highlight if isinstance(subject, Evidence) else subject.source


def _put_back(highlight: Highlight, line: Activity, by: User) -> None:
    """Move the edges to where they were."""
    now = highlight.anchor
    was, is_ = ({**_place(now), **side} for side in _sides(line))
    if _place(now) != is_:
        raise Conflict(CHANGED_SINCE)
    if was["start"] is None:
        raise Conflict(
            "The passage had no place in the text before. Withdraw the highlight, or choose its edges anew."
        )
    place = (was["start"], was["end"], was["quote"])
    highlights.move_edges(highlight, *place, version=highlight.version, by=by)


def _describe_as_before(highlight: Highlight, line: Activity, by: User) -> None:
    was, is_ = _sides(line)
    _must_read(highlight, is_)
    values = {"note": highlight.note, "attribution": highlight.attribution, **was}
    highlights.describe_highlight(highlight, **values, version=highlight.version, by=by)


def _tag(highlight: Highlight, line: Activity, by: User) -> None:
    for path in _paths(line.changes["tags"][0]):
        highlights.tag_highlight(highlight, _tag_called(path), by=by)


def _untag(highlight: Highlight, line: Activity, by: User) -> None:
    for path in _paths(line.changes["tags"][1]):
        highlights.untag_highlight(highlight, _tag_called(path), by=by)


def _judge_as_before(judgement: Evidence | Link, line: Activity, by: User) -> None:
    was, is_ = _sides(line)
    _must_read(judgement, is_)
    if isinstance(judgement, Evidence):
        values = {"relation": judgement.relation, "note": judgement.note, **was}
        judgements.change_evidence(judgement, **values, by=by)
    else:
        values = {"relation": judgement.relation, "aspect": judgement.aspect, "note": judgement.note, **was}
        judgements.change_link(judgement, **values, by=by)


def _unstate(claim: Claim, line: Activity, by: User) -> None:
    if claim.evidence.filter(withdrawn_at=None).exists():
        raise Conflict("Passages bear on this claim by now: withdraw it on its page, if you mean them too.")
    claims.withdraw_claim(claim, version=claim.version, by=by)


def _dismiss_again(dismissal: Dismissal, line: Activity, by: User) -> None:
    ends = (
        PassageKey(dismissal.article_id, dismissal.quote),
        PassageKey(dismissal.other_id, dismissal.other_quote),
    )
    candidates.dismiss_candidate(*ends, by=by)


def _sides(line: Activity) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values before and after, of those that changed."""
    return tuple({field: pair[side] for field, pair in line.changes.items()} for side in (0, 1))


def _place(anchor: Any) -> dict[str, Any]:
    return {"quote": anchor.quote, "start": anchor.start, "end": anchor.end}


def _must_read(subject: Any, values: dict[str, Any]) -> None:
    if any(getattr(subject, field) != value for field, value in values.items()):
        raise Conflict(CHANGED_SINCE)


def _paths(stored: list[str] | str | None) -> list[str]:
    """Return one side of the tags in a line. Lines written by earlier versions hold a path, or nothing."""
    if stored is None:
        return []
    return [stored] if isinstance(stored, str) else stored


def _tag_called(path: str) -> Tag:
    tag = Tag.objects.filter(path=path).first()
    if tag is None:
        raise Conflict(f"The codebook has no tag “{path}” any more: choose another by hand.")
    return tag


_REVERSALS: dict[tuple[str, str], Callable[[Any, Activity, User], None]] = {
    ("claim", "made"): _unstate,
    ("claim", "restored"): _unstate,
    ("claim", "withdrawn"): lambda it, line, by: claims.restore_claim(it, version=it.version, by=by),
    ("highlight", "drawn"): lambda it, line, by: highlights.withdraw_highlight(it, by=by),
    ("highlight", "projected"): lambda it, line, by: highlights.withdraw_highlight(it, by=by),
    ("highlight", "restored"): lambda it, line, by: highlights.withdraw_highlight(it, by=by),
    ("highlight", "withdrawn"): lambda it, line, by: highlights.restore_highlight(it, by=by),
    ("highlight", "moved"): _put_back,
    ("highlight", "described"): _describe_as_before,
    ("highlight", "tagged"): _untag,
    ("highlight", "untagged"): _tag,
    ("evidence", "attached"): lambda it, line, by: judgements.withdraw_evidence(it, by=by, taken_back=True),
    ("evidence", "restored"): lambda it, line, by: judgements.withdraw_evidence(it, by=by, taken_back=True),
    ("evidence", "withdrawn"): lambda it, line, by: judgements.restore_evidence(it, by=by),
    ("evidence", "changed"): _judge_as_before,
    ("link", "linked"): lambda it, line, by: judgements.withdraw_link(it, by=by),
    ("link", "restored"): lambda it, line, by: judgements.withdraw_link(it, by=by),
    ("link", "withdrawn"): lambda it, line, by: judgements.restore_link(it, by=by),
    ("link", "changed"): _judge_as_before,
    ("dismissal", "dismissed"): lambda it, line, by: candidates.offer_again(it, by=by),
    ("dismissal", "offered"): _dismiss_again,
}
