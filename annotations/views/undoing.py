"""Define the views of undo and redo on the desk.

If the newest act cannot be undone, the page says why and offers to skip it. The page then sends the ids of
the skipped history lines with each undo until the page is loaded again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, retarget, trigger_client_event

from annotations.actions.undo import undoing as acts
from annotations.forms.undoing import UndoForm
from annotations.views.events import UNDONE_EVENTS, PageEvent
from annotations.views.passages.cards import CardChange, answer_change
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity, Story, Subject, User
from newsroom.roles import UserRole, role_required
from newsroom.views.once import LINES_HEADER, acted_once
from newsroom.views.requests import AuthenticatedHttpRequest


@dataclass(frozen=True, slots=True)
class Direction:
    """Undo or redo. `act` is the action, and `view` is the name of the view.

    `done` is the message after success, with a place for the summary of the act. `next` is the label of the
    button that skips an act.
    """

    act: Callable[..., acts.Reversal]
    view: str
    done: str
    next: str


UNDO = Direction(
    acts.undo,
    "undo",
    "Undone: you {}.",
    "Leave it and undo the one before",
)
REDO = Direction(
    acts.redo, "redo", "Done again, after you {}.", "Leave it and do the next one again"
)


def _undone_again(request: AuthenticatedHttpRequest, line: Activity, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    return _answered(request, story, UNDO, acts.reversal_of(line))


def _redone_again(request: AuthenticatedHttpRequest, line: Activity, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    return _answered(request, story, REDO, acts.reversal_of(line))


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_undone_again)
def undo(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    return _reversed(request, slug, UNDO)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_redone_again)
def redo(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    return _reversed(request, slug, REDO)


def _reversed(
    request: AuthenticatedHttpRequest,
    slug: str,
    direction: Direction,
) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    leaving = cleaned_values(UndoForm(request.POST))["leave"]
    try:
        reversal = direction.act(story, by=request.user, leaving=leaving)
    except acts.UndoRefusal as refusal:
        return _refused(
            request,
            story,
            direction,
            [*leaving, refusal.line.pk],
            refusal,
        )
    response = _answered(request, story, direction, reversal)
    # The page keeps the ids of the skipped lines for the next undo.
    if request.htmx and leaving:
        response.write(
            render_to_string("annotations/_undo_left.html", {"leave": leaving, "swap": True})
        )
    if request.htmx:
        names = undo_names(story, request.user, leaving) | {"swap": True}
        response.write(render_to_string("annotations/_undo_names.html", names))
    return response


def undo_names(
    story: Story, by: User, leaving: Sequence[int] = ()
) -> dict[str, acts.UndoableAct | None]:
    """Return the template context that names the acts which undo and redo would reverse next.

    `leaving` are the ids of the lines that the page skips.
    """
    undo_act, redo_act = acts.next_acts(story, by, leaving)
    return {"undo_act": undo_act, "redo_act": redo_act}


def _answered(
    request: AuthenticatedHttpRequest,
    story: Story,
    direction: Direction,
    reversal: acts.Reversal,
) -> HttpResponse:
    sentence = direction.done.format(reversal.act.in_words)
    event = UNDONE_EVENTS[Subject(reversal.line.object_type)]
    if reversal.highlight is None:
        if not request.htmx:
            return redirect("desk", story.slug)
        response = _said(request, sentence, event)
        if len(reversal.act.lines) > 1:
            # The page does not know which texts the act changed. It asks when the pulse names the new lines.
            response[LINES_HEADER] = ""
        return response
    change = CardChange(event, moved_from=tuple(reversal.before), said=sentence)
    return answer_change(request, reversal.highlight, story, change)


def _said(
    request: AuthenticatedHttpRequest,
    sentence: str,
    event: PageEvent,
) -> HttpResponse:
    """Return a response that shows only a message. The card does not change, because the act
    was not about a highlight.

    Open lists of claims and candidates reload when they receive `event`.
    """
    # Nothing on the page is replaced except the message.
    response = reswap(render(request, "annotations/_undone.html", {"said": sentence}), "none")
    return trigger_client_event(response, event)


def _refused(
    request: AuthenticatedHttpRequest,
    story: Story,
    direction: Direction,
    leave: Sequence[int],
    refusal: acts.UndoRefusal,
) -> HttpResponse:
    """Return a response that says why the act cannot be undone, and offers to skip it.

    `leave` are the ids of the lines to skip then, with the line of this act.
    """
    context = {
        "story": story,
        "direction": direction,
        "leave": leave,
        "refusal": refusal,
    }
    template = "annotations/_undo_refused.html" if request.htmx else "annotations/undo_refused.html"
    response = render(request, template, context, status=refusal.status)
    # Without htmx the page of the refusal replaces the desk.
    if not request.htmx:
        return response
    return retarget(reswap(response, "innerHTML"), "#alerts")
