"""Answer again an act on a highlight that an earlier request did, if the first answer did not arrive."""

from django.db.models import Q
from django.http import HttpResponse

from annotations.actions.undo.undoing import place_before
from annotations.models import Highlight, Link
from annotations.views.events import DONE_EVENTS
from annotations.views.passages.cards import VERSION_HEADER, CardChange, answer_change
from newsroom.models import Activity, Story, Subject, Verb
from newsroom.views.requests import AuthenticatedHttpRequest


def link_of(line: Activity) -> Link:
    """Return the link that an act made or changed. `line` is the first line of the history that the act
    wrote.

    An act that links unmarked words draws their highlights first, so `line` can be about a highlight.
    """
    links = Link.objects.select_related("source", "target")
    if line.object_type == Subject.LINK:
        return links.get(pk=line.object_id)
    has_the_drawn_end = Q(source=line.object_id) | Q(target=line.object_id)
    return links.filter(has_the_drawn_end).earliest("created_at")


def card_again(
    request: AuthenticatedHttpRequest,
    highlight: Highlight,
    story: Story | None,
    line: Activity,
) -> HttpResponse:
    """Return the response with the card of the highlight as it is now.

    `line` is the line of the history that the act wrote. The response repaints every part of the page that
    the act may have changed.
    """
    event = DONE_EVENTS.get((Subject(line.object_type), Verb(line.verb)))
    change = CardChange(event, codebook=True, moved_from=place_before(line))
    response = answer_change(request, highlight, story, change)
    seen = request.POST.get("version", "")
    if seen.isdecimal():
        # The act wrote a line, so it was done on the version that the person saw, and left the next one.
        response[VERSION_HEADER] = str(int(seen) + 1)
    return response
