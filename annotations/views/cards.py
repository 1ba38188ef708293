"""The card of one highlight, and the answer to every change of it: card, touched blocks and strip, never the
page.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import trigger_client_event

from annotations.logic.marking.drift import alike, drift
from annotations.logic.vocabulary import Aspect, Relation
from annotations.models import Highlight, Tag
from annotations.queries import desk as queries
from annotations.queries.dossier import changed_verbs
from annotations.queries.projections import number_of_copies
from newsroom.models import Activity, Revision, Story
from newsroom.text.model import Span


def card_context(request: HttpRequest, highlight: Highlight, story: Story | None = None) -> dict[str, Any]:
    """Everything the card of `highlight` shows. `story` is the one being worked on (else the article's
    first).
    """
    story = story or highlight.article.stories.first()
    links = queries.links_of(highlight)
    prefetch_related_objects([link.other.anchor for link in links], "revision")
    for link in links:
        link.drift = drift(highlight.anchor.quote, link.other.anchor.quote)
        link.alike = alike(link.drift)
        link.verbs = changed_verbs(highlight, link.other)
    evidence = list(highlight.evidence.filter(withdrawn_at=None).select_related("claim", "created_by"))
    history = Activity.objects.filter(object_type="highlight", object_id=str(highlight.pk)).select_related(
        "actor"
    )
    return {
        **_frame(highlight, story),
        "here": queries.overlapping(highlight),
        "tags": [tagging.tag for tagging in highlight.taggings.select_related("tag")],
        "evidence": evidence,
        "claims": _claims(story, {item.claim_id for item in evidence}),
        "links": links,
        "comments": list(highlight.comments.filter(withdrawn_at=None).select_related("created_by")),
        "history": list(history[:30]),
    }


def new_card_context(
    highlight: Highlight, story: Story, tags: Sequence[Tag], pane: queries.Pane, history: Sequence[Activity]
) -> dict[str, Any]:
    """The same for a highlight drawn a moment ago, on which nothing can rest yet: most of the queries are
    spared.
    """
    context = {
        "here": pane.overlapping(highlight),
        "tags": tags,
        "claims": _claims(story, set()),
        "history": history,
    }
    return _frame(highlight, story) | context


def _frame(highlight: Highlight, story: Story | None) -> dict[str, Any]:
    """What new and old cards show alike."""
    return {
        "highlight": highlight,
        "article": highlight.article,
        "story": story,
        "copies": number_of_copies(highlight),
        "relations": list(Relation),
        "aspects": list(Aspect),
    }


def card(request: HttpRequest, highlight: Highlight, story: Story | None = None) -> HttpResponse:
    return render(request, "annotations/_highlight_card.html", card_context(request, highlight, story))


def changed(
    request: HttpRequest,
    highlight: Highlight,
    story: Story | None,
    *,
    event: str,
    opened: str = "",
    also: tuple[Span, ...] = (),
    repaint: bool = True,
    codebook: bool = False,
    said: str = "",
) -> HttpResponse:
    """Answer a change of `highlight`.

    With htmx: its card, and out of band the blocks it touches (and those under `also`, where it stood
    before), the strip; `opened` (`claim`, `link`) opens that form on the card; `codebook` says that it has a
    new tag; `said` is told on the page. Without: back to the desk.
    """
    if not request.htmx:
        return _back_to_desk(highlight, story)
    highlight = Highlight.objects.select_related(
        "anchor__revision", "article__outlet", "article__current"
    ).get(pk=highlight.pk)
    context = card_context(request, highlight, story) | {"opened": opened, "said": said}
    if repaint:
        pane = queries.pane(highlight.article)
        context |= {"pane": pane, "blocks": pane.blocks_touched([*also, *_span(highlight)])}
    if codebook:
        context |= {"codebook": queries.codebook()}
    return _swapped(request, context, event)


def drawn(
    request: HttpRequest,
    highlight: Highlight,
    story: Story,
    *,
    revision: Revision,
    tags: Sequence[Tag],
    history: Sequence[Activity],
    opened: str,
) -> HttpResponse:
    """Answer the drawing of `highlight` in `revision`: as `changed` does, but the strip only gets one more
    bar.

    `history` are the lines that drawing wrote, the newest first.
    """
    if not request.htmx:
        return _back_to_desk(highlight, story)
    spans = _span(highlight)
    pane = queries.pane_around(revision, *spans)
    context = new_card_context(highlight, story, tags, pane, history)
    context |= {"opened": opened, "blocks": pane.blocks_touched(spans), "stroke": pane.stroke(highlight)}
    return _swapped(request, context, "highlight:drawn")


def links_changed(
    request: HttpRequest, highlight: Highlight, story: Story | None, *, event: str
) -> HttpResponse:
    """Answer a change of a link: the card; the list of links and the threads refresh themselves on the event."""
    return changed(request, highlight, story, event=event, repaint=False)


def _swapped(request: HttpRequest, context: dict[str, Any], event: str) -> HttpResponse:
    response = render(request, "annotations/_highlight_changed.html", context)
    return trigger_client_event(response, event, {"id": str(context["highlight"].pk)}, after="settle")


def _back_to_desk(highlight: Highlight, story: Story | None) -> HttpResponse:
    from annotations.views.desk import address

    story = story or highlight.article.stories.first()
    return redirect(address(story, highlight.article, highlight=highlight) if story else highlight)


def _claims(story: Story | None, attached: set[UUID]) -> list[dict[str, Any]]:
    """The claims of the story that the passage could become evidence for: `{pk, statement, status}`."""
    if story is None:
        return []
    found = story.claims.filter(withdrawn_at=None).values("pk", "statement", "status")
    return [claim for claim in found if claim["pk"] not in attached]


def _span(highlight: Highlight) -> list[Span]:
    anchor = highlight.anchor
    return [] if anchor.start is None or anchor.end is None else [Span(anchor.start, anchor.end)]
