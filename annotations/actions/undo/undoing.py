"""Undo and redo the last act of a person in a story.

Nothing is deleted from the history. Undo performs the reversal of an act as a new act, whose line names the
line that it undoes. Redo undoes this new line in the same way. Therefore undo and redo still work after a
reload of the page, and colleagues can read in the history what happened.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from annotations.actions.undo.reversals import REVERSALS
from annotations.actions.undo.reversing import CHANGED_SINCE
from annotations.logic.undo import UndoLine, next_redo, next_undo
from annotations.models import (
    Claim,
    Comment,
    Dismissal,
    Evidence,
    Highlight,
    Independence,
    Link,
    Silence,
)
from newsroom.actions.history import as_one_act, undoing
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, Invalid, NewsroomError
from newsroom.models import Activity, Story, StoryArticle, Subject, User, Verb
from newsroom.roles import UserRole, require
from newsroom.text.model import Span

#: Number of a person's newest lines that undo and redo look at, including those of undo and redo.
REACH = 500

#: The sentences for a person who has nothing to undo or redo.
NOTHING_TO_UNDO = "There is nothing of yours to undo in this story."
NOTHING_TO_UNDO_BEFORE = "There is nothing of yours before that to undo in this story."
NOTHING_TO_REDO = "There is nothing to do again: you undid nothing, or acted since."

Choose = Callable[[list[UndoLine], Collection[int]], list[int]]
#: A row that an act was done to.
Changed = Highlight | Evidence | Link | Claim | Comment | Silence | Independence | Dismissal


class UndoRefusal(Conflict):
    """The error that an act cannot be undone now. `line` is the line of the act in the history.

    The person can skip this act and undo an earlier one. The message and the HTTP status are those of
    `cause`, the error that the reversal raised.
    """

    def __init__(self, line: Activity, cause: NewsroomError) -> None:
        super().__init__(cause.sentence)
        self.line = line
        self.status = cause.status


@dataclass(frozen=True, slots=True)
class UndoableAct:
    """What undo or redo takes back at once: `lines` of the history, newest first.

    Only an act on many rows has more than one.
    """

    lines: tuple[Activity, ...]

    @property
    def in_words(self) -> str:
        """Return the words after “you”, such as “tagged “Rain”, and 11 more at once”."""
        newest, *others = self.lines
        if not others:
            return newest.summary
        return f"{newest.summary}, and {len(others)} more at once"


@dataclass(frozen=True, slots=True)
class Reversal:
    """The result of undo or redo.

    `act` is what was undone. `highlight` is the highlight to which its line belongs (for a link, its source),
    or None if it belongs to none or the act has several lines. `before` holds the span that the highlight had
    before the reversal; the tuple is empty if there is no highlight or it had no place.
    """

    act: UndoableAct
    highlight: Highlight | None
    before: tuple[Span, ...]

    @property
    def line(self) -> Activity:
        """Return the newest line of the history that was undone."""
        return self.act.lines[0]


@transaction.atomic
def undo(story: Story, *, by: User, leaving: Collection[int] = ()) -> Reversal:
    """Undo the person's newest act in the story that has not been undone yet.

    `leaving` are the ids of lines that the person skips because undo was refused for them. Requires the
    reporter role and the role that the reversal needs. Raises `Invalid` if there is nothing to undo, and
    `UndoRefusal` if the act cannot be undone.
    """
    nothing = NOTHING_TO_UNDO_BEFORE if leaving else NOTHING_TO_UNDO
    return _reverse(_chosen(story, by, next_undo, leaving, nothing), by)


@transaction.atomic
def redo(story: Story, *, by: User, leaving: Collection[int] = ()) -> Reversal:
    """Do again the act that the person undid last. `leaving` and the roles are those of `undo`.

    Raises `Invalid` if the person undid nothing or has done something else after the undo, and `UndoRefusal`
    if the act cannot be done again.
    """
    return _reverse(_chosen(story, by, next_redo, leaving, NOTHING_TO_REDO), by)


def next_acts(
    story: Story, by: User, leaving: Collection[int] = ()
) -> tuple[UndoableAct | None, UndoableAct | None]:
    """Return what undo and redo of the person would take back next, or None if there is nothing.

    `leaving` has the same meaning as in `undo`.
    """
    lines = _reachable(story, by)
    return _act_of(next_undo(lines, leaving)), _act_of(next_redo(lines, leaving))


def reversal_of(line: Activity) -> Reversal:
    """Return what an earlier undo or redo reversed. `line` is the line of the history that it wrote."""
    reversed_line = Activity.objects.get(undone_by=line)
    if not line.bulk_key:
        subject = _subject(reversed_line)
        return Reversal(UndoableAct((reversed_line,)), _highlight_of(subject), place_before(line))
    # Undo writes its lines in one transaction, and `line` is the first of them. What it took back is older.
    undone = Activity.objects.filter(
        pk__lt=line.pk, undone_by__pk__gte=line.pk, undone_by__bulk_key=line.bulk_key
    )
    return Reversal(UndoableAct(tuple(undone.order_by("-pk"))), None, ())


def place_before(line: Activity) -> tuple[Span, ...]:
    """Return a tuple with the span that a highlight had before the act of `line` moved it.

    The tuple is empty if the act moved no highlight.
    """
    start, _ = line.changes.get("start", (None, None))
    end, _ = line.changes.get("end", (None, None))
    if line.verb != Verb.MOVED or start is None or end is None:
        return ()
    return (Span(start, end),)


def _chosen(
    story: Story,
    by: User,
    choose: Choose,
    leaving: Collection[int],
    nothing: str,
) -> UndoableAct:
    """Return the act that undo or redo should reverse.

    `choose` picks the ids of its lines from the person's newest lines. Raises `Invalid` with the sentence
    `nothing` if it picks none.
    """
    require(by, UserRole.REPORTER)

    # The lock allows one undo of a person at a time, so that two open pages do not undo the same act twice.
    lock(User(pk=by.pk))

    act = _act_of(choose(_reachable(story, by), leaving))
    if act is None:
        raise Invalid(nothing)
    return act


def _act_of(ids: list[int]) -> UndoableAct | None:
    if not ids:
        return None
    lines = Activity.objects.in_bulk(ids)
    return UndoableAct(tuple(lines[pk] for pk in ids))


def _reachable(story: Story, by: User) -> list[UndoLine]:
    """Return the lines of the person that undo and redo look at: the newest ones, and all others of the acts
    on many rows to which they belong.
    """
    own_lines = _own_lines(story, by)
    fields = ("id", "undoes_id", "bulk_key")
    lines = [UndoLine(*row) for row in own_lines.order_by("-id").values_list(*fields)[:REACH]]
    bulk_keys = {line.bulk_key for line in lines if line.bulk_key}
    if not bulk_keys:
        return lines
    of_many_rows = own_lines.filter(bulk_key__in=bulk_keys)
    return list({*lines, *(UndoLine(*row) for row in of_many_rows.values_list(*fields))})


def _own_lines(story: Story, by: User) -> QuerySet[Activity]:
    """Return the lines of the acts of `by` in the story. Acts that have no reversal are left out, and
    so are redacted lines and the lines that these took back.
    """
    reversible = Q()
    for subject, verb in REVERSALS:
        reversible |= Q(object_type=subject, verb=verb)
    # A line about a highlight names only its article, so the articles of the story are needed too.
    articles = list(StoryArticle.objects.filter(story=story).values_list("article", flat=True))
    in_story = Q(story=story) | Q(article__in=articles)
    # A redacted line has lost the values to go back to. What it took back is still not in effect.
    own = Activity.objects.filter(reversible, in_story, actor=by, redacted_at=None)
    return own.exclude(undone_by__redacted_at__isnull=False)


def _reverse(act: UndoableAct, by: User) -> Reversal:
    """Perform the reversal of `act`, and return what was reversed.

    Raises `UndoRefusal` if a rule refuses the reversal of one of its lines, or if it changes nothing.
    """
    if len(act.lines) == 1:
        return _reverse_line(act, act.lines[0], by)
    with as_one_act(act.lines[0].bulk_key):
        # The newest line is reversed first, because its act may rest on what the others have done.
        for line in act.lines:
            _reverse_line(act, line, by)
    return Reversal(act, None, ())


def _reverse_line(act: UndoableAct, line: Activity, by: User) -> Reversal:
    """Perform the reversal of one line of `act`, and return what was reversed."""
    subject = _subject(line)
    highlight = _highlight_of(subject)
    # The old place is read first, because the page must paint its blocks again.
    anchor = highlight.anchor if highlight else None
    reverse = REVERSALS[Subject(line.object_type), Verb(line.verb)]
    try:
        # Lines that are written inside this block name `line` as the line that they take back.
        with undoing(line):
            reverse(subject, line, by)
    except NewsroomError as refusal:
        raise UndoRefusal(line, refusal) from refusal

    # An act that has nothing to change writes no line. In this case somebody has taken the act back already.
    if not Activity.objects.filter(undoes=line).exists():
        raise UndoRefusal(line, Conflict(CHANGED_SINCE))

    if anchor is None or anchor.start is None:
        return Reversal(act, highlight, ())
    return Reversal(act, highlight, (anchor.span,))


def _subject(line: Activity) -> Changed:
    """Return the row to which the act of `line` was done, with the related rows that the reversal needs."""
    rows: dict[Subject, QuerySet[Any]] = {
        Subject.CLAIM: Claim.objects.select_related("story"),
        Subject.HIGHLIGHT: Highlight.objects.select_related("anchor__revision", "article__current"),
        Subject.EVIDENCE: Evidence.objects.select_related(
            "claim__story", "highlight__anchor", "highlight__article"
        ),
        Subject.COMMENT: Comment.objects.select_related(
            "claim__story", "highlight__anchor", "highlight__article"
        ),
        Subject.SILENCE: Silence.objects.select_related("claim__story", "article"),
        Subject.INDEPENDENCE: Independence.objects.select_related(
            "claim__story", "first", "second"
        ),
        Subject.DISMISSAL: Dismissal.objects.all(),
        Subject.LINK: Link.objects.select_related(
            "source__anchor", "target__anchor", "source__article", "target__article"
        ),
    }
    row: Changed = rows[Subject(line.object_type)].get(pk=line.object_id)
    return row


def _highlight_of(subject: Changed) -> Highlight | None:
    if isinstance(subject, Highlight):
        return subject
    if isinstance(subject, Evidence | Comment):
        return subject.highlight
    if isinstance(subject, Link):
        return subject.source
    return None
