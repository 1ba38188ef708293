"""Tell an open desk what to paint again after other acts have written lines to the history."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from annotations.queries.desk import changes as queries
from annotations.queries.desk.panes import MOST_PANES, panes_of
from annotations.queries.desk.surroundings import codebook
from annotations.views.events import PageEvent
from annotations.views.passages.repainting import RepaintedPane
from annotations.views.undoing import undo_names
from newsroom.forms.cleaning import numbers
from newsroom.models import Article, Story, Subject, Verb
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

#: The subjects whose lines change what the lists of claims and of links show.
_OF_CLAIMS = {
    Subject.CLAIM,
    Subject.EVIDENCE,
    Subject.SILENCE,
    Subject.INDEPENDENCE,
    Subject.COMMENT,
}
_OF_LINKS = {Subject.LINK}
_OF_TAGS = {Verb.TAGGED, Verb.UNTAGGED}


@require_safe
@role_required(UserRole.READER)
def desk_changes(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Return as JSON what lines of the history have changed on a desk.

    The lines are those with the ids `?lines=`, or all after the line `?after=`. `?read=` lists the articles
    that are open, `?revisions=` the revisions in their panes, and `?leave=` the lines that undo skips on this
    page. In the answer, `html` holds the blocks and strips to paint, `changes` says who changed which
    highlights, `events` are for the other parts of the page, and `revisions` holds the bars that offer a
    newer revision. `all` is true if there are more than `MOST_LINES` lines; the page must then load its panes
    again, because the answer covers only the first of them.
    """
    story = get_object_or_404(Story, slug=slug)
    after = numbers([request.GET.get("after", "")])
    if after:
        lines = queries.lines_after(story, after[0])
    else:
        lines = queries.lines_with(story, _numbers(request, "lines"))
    reading = _numbers(request, "read")[:MOST_PANES]
    changes = queries.changes_by(lines[: queries.MOST_LINES])
    newer = queries.newer_revisions(reading, _numbers(request, "revisions"))
    answer: dict[str, Any] = {
        "all": len(lines) > queries.MOST_LINES,
        "html": _painted(request, story, changes, reading),
        "events": _events(changes),
        "changes": [
            {
                "by": change.line.actor.username,
                "own": change.line.actor_id == request.user.pk,
                "highlights": sorted(change.highlights),
            }
            for change in changes
        ],
        "revisions": [
            {
                "article": str(item.article.pk),
                "html": render_to_string("annotations/_pane_news.html", {"newer": item}),
            }
            for item in newer
        ],
    }
    return JsonResponse(answer)


def _numbers(request: AuthenticatedHttpRequest, field: str) -> list[int]:
    return numbers(request.GET.get(field, "").split(","))


def _painted(
    request: AuthenticatedHttpRequest,
    story: Story,
    changes: Sequence[queries.DeskChange],
    reading: Sequence[int],
) -> str:
    spans = queries.touched_spans(changes, reading)
    articles = list(Article.objects.filter(pk__in=spans).order_by("pk"))
    repainted = [
        RepaintedPane(pane, pane.blocks_at(spans[pane.article.pk])) for pane in panes_of(articles)
    ]
    context: dict[str, Any] = {"repainted": repainted}
    if any(change.line.verb in _OF_TAGS for change in changes):
        context |= {"codebook": codebook(request.user)}
    # What a person did in another tab, or undid there, is what undo takes here too.
    if any(change.line.actor_id == request.user.pk for change in changes):
        leaving = _numbers(request, "leave")
        context |= undo_names(story, request.user, leaving) | {"names": True}
    return render_to_string("annotations/_desk_changes.html", context, request)


def _events(changes: Sequence[queries.DeskChange]) -> list[str]:
    subjects = {change.line.object_type for change in changes}
    events = []
    if subjects & _OF_CLAIMS or any(change.line.verb == Verb.CREDITED for change in changes):
        events.append(PageEvent.CLAIM_CHANGED.value)
    if subjects & _OF_LINKS:
        events.append(PageEvent.LINK_CHANGED.value)
    return events
