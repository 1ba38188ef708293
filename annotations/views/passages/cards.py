"""Build the responses to changes of a highlight.

A response contains the card, the changed blocks of the text and the overview strip, but never the whole page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import trigger_client_event

from annotations.logic.vocabulary import Aspect, Relation
from annotations.models import Highlight, Tag
from annotations.queries.desk import cards as queries
from annotations.queries.desk.panes import overlapping
from annotations.queries.desk.surroundings import codebook
from annotations.queries.passages.projections import number_of_copies
from annotations.roles import may_take_back
from annotations.views.addresses import desk_address
from annotations.views.events import PageEvent
from annotations.views.passages.repainting import repainted_around, repainted_with
from newsroom.models import Activity, Revision, Story, User
from newsroom.text.model import Span
from newsroom.views.requests import AuthenticatedHttpRequest

#: The headers that say whose card an answer holds, and which version of the highlight the act left.
HIGHLIGHT_HEADER = "Highlight-Id"
VERSION_HEADER = "Version-Left"


@dataclass(frozen=True, slots=True)
class CardChange:
    """The parts of the page that must change after an act on a highlight.

    `event` is the event that other parts of the page receive, or None. `opened` is the form that is open on
    the card: `claim`, `link`, `note` or empty. With `repaint`, the blocks of the highlight are painted again,
    and also those at its earlier place `moved_from`. With `codebook`, the list of tags is sent again. `said`
    is a message about the act that the page shows, or empty.
    """

    event: PageEvent | None = None
    opened: str = ""
    repaint: bool = True
    moved_from: tuple[Span, ...] = ()
    codebook: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A new highlight, with the rows that the act of drawing has at hand, so that the answer needs no query
    for them.

    `history` are the lines of the history of the highlight that the act wrote, newest first. `opened` and
    `codebook` have the same meaning as in `CardChange`.
    """

    highlight: Highlight
    revision: Revision
    tags: Sequence[Tag]
    history: Sequence[Activity]
    opened: str
    codebook: bool = False


def card_context(
    highlight: Highlight,
    user: User,
    story: Story | None = None,
) -> dict[str, Any]:
    """Return the template context of the card of a highlight.

    Without `story`, the first story of the highlight's article is used.
    """
    story = story or highlight.article.stories.first()
    evidence = queries.card_evidence(highlight, user)
    # A claim that has this evidence already is not offered again.
    attached = {item.evidence.claim_id for item in evidence}
    return {
        **_shared_context(highlight, user, story),
        "here": overlapping(highlight),
        "tags": [tagging.tag for tagging in highlight.taggings.select_related("tag")],
        "evidence": evidence,
        "claims": queries.claim_choices(story, attached, user),
        "card_links": queries.card_links(highlight),
        "comments": queries.card_comments(highlight, user),
        "history": queries.card_history(highlight),
    }


def card(
    request: AuthenticatedHttpRequest,
    highlight: Highlight,
    story: Story | None = None,
) -> HttpResponse:
    """Return the card of a highlight as a fragment of HTML."""
    context = card_context(highlight, request.user, story)
    return render(request, "annotations/_highlight_card.html", context)


def answer_change(
    request: AuthenticatedHttpRequest,
    highlight: Highlight,
    story: Story | None,
    change: CardChange,
) -> HttpResponse:
    """Return the response after a change of a highlight.

    With htmx it is the card and the parts of the page that `change` names. Without htmx it is a redirect to
    the desk, or to the page of the highlight if its article is in no story.
    """
    # Without htmx the whole desk is loaded again and shows the change.
    if not request.htmx:
        return _back_to_desk(highlight, story)

    # The version that the act left. Somebody else may have changed the highlight since.
    version = highlight.version
    related = ("anchor__revision", "article__outlet", "article__current")
    # The act has changed the rows, so the highlight is loaded again.
    highlight = Highlight.objects.select_related(*related).get(pk=highlight.pk)
    context = card_context(highlight, request.user, story)
    context |= {"opened": change.opened, "said": change.said}
    if change.repaint:
        context |= {"repainted": [repainted_around(highlight, change.moved_from)]}
    if change.codebook:
        context |= {"codebook": codebook(request.user)}
    response = _swapped(request, context, change.event)
    response[VERSION_HEADER] = str(version)
    return response


def answer_drawing(
    request: AuthenticatedHttpRequest,
    drawing: Drawing,
    story: Story,
) -> HttpResponse:
    """Return the response after a highlight was drawn: with htmx its card and the changed blocks of the text.

    The overview strip gets one new bar and is not painted again. Without htmx it is a redirect to the desk.
    """
    highlight = drawing.highlight
    if not request.htmx:
        return _back_to_desk(highlight, story)

    repainted = repainted_with(highlight, drawing.revision)
    context = _shared_context(highlight, request.user, story)
    # A new highlight has no evidence, links or comments yet, so most queries of the card are not needed.
    context |= {
        "here": repainted.pane.overlapping(highlight),
        "tags": drawing.tags,
        "claims": queries.claim_choices(story, (), request.user),
        "history": drawing.history,
        "opened": drawing.opened,
        "repainted": [repainted],
    }
    if drawing.codebook:
        context |= {"codebook": codebook(request.user)}
    return _swapped(request, context, None)


def answer_link_change(
    request: AuthenticatedHttpRequest,
    highlight: Highlight,
    story: Story | None,
    *,
    event: PageEvent,
) -> HttpResponse:
    """Return the response after a change of a link: the card of `highlight`.

    The list of links and the lines drawn between linked passages reload when they receive `event`.
    """
    return answer_change(
        request,
        highlight,
        story,
        CardChange(event, repaint=False),
    )


def _shared_context(
    highlight: Highlight,
    user: User,
    story: Story | None,
) -> dict[str, Any]:
    """Return the part of the template context that cards of new and of existing highlights both need."""
    return {
        "highlight": highlight,
        "article": highlight.article,
        "story": story,
        "copies": number_of_copies(highlight),
        "relations": list(Relation),
        "aspects": list(Aspect),
        "may_take_back": may_take_back(highlight, user),
    }


def _swapped(
    request: AuthenticatedHttpRequest,
    context: dict[str, Any],
    event: PageEvent | None,
) -> HttpResponse:
    response = render(request, "annotations/_highlight_changed.html", context)
    response[HIGHLIGHT_HEADER] = str(context["highlight"].pk)
    if event is None:
        return response
    return trigger_client_event(
        response, event, {"id": str(context["highlight"].pk)}, after="settle"
    )


def _back_to_desk(highlight: Highlight, story: Story | None) -> HttpResponse:
    story = story or highlight.article.stories.first()
    # An article outside all stories has no desk, so its highlight has only a permanent page.
    if story is None:
        return redirect(highlight)
    return redirect(desk_address(story, highlight.article, highlight=highlight))
