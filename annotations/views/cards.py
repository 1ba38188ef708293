"""The card of one highlight, and the answer to every change of it: card, touched blocks and strip, never the page."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import trigger_client_event

from annotations.logic.drift import drift
from annotations.logic.vocabulary import Aspect, Relation
from annotations.models import Highlight
from annotations.queries import desk as queries
from newsroom.models import Activity, Story
from newsroom.text.model import Span


def card_context(request: HttpRequest, highlight: Highlight, story: Story | None = None) -> dict[str, Any]:
    """Everything the card of `highlight` shows. `story` is the one being worked on (else the article's first)."""
    story = story or highlight.article.stories.first()
    links = queries.links_of(highlight)
    for link in links:
        link.drift = drift(highlight.anchor.quote, link.other.anchor.quote)
    evidence = list(highlight.evidence.filter(withdrawn_at=None).select_related("claim", "created_by"))
    attached = {item.claim_id for item in evidence}
    return {
        "highlight": highlight,
        "article": highlight.article,
        "story": story,
        "here": _here(request, highlight),
        "tags": [tagging.tag for tagging in highlight.taggings.select_related("tag")],
        "codebook": queries.codebook(),
        "evidence": evidence,
        "claims": [claim for claim in story.claims.all() if claim.pk not in attached] if story else [],
        "links": links,
        "comments": list(highlight.comments.filter(withdrawn_at=None).select_related("created_by")),
        "history": list(
            Activity.objects.filter(object_type="highlight", object_id=str(highlight.pk)).select_related("actor")[:30]
        ),
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
) -> HttpResponse:
    """Answer a change of `highlight`.

    With htmx: its card, and out of band the blocks it touches (and those under `also`, where it stood before), the
    strip, and the links; `opened` (`claim`, `link`) opens that form on the card. Without: back to the desk.
    """
    if not request.htmx:
        from annotations.views.desk import address

        story = story or highlight.article.stories.first()
        return redirect(address(story, highlight.article, highlight=highlight) if story else highlight)
    highlight = Highlight.objects.select_related("anchor__revision", "article__outlet", "article__current").get(
        pk=highlight.pk
    )
    context = card_context(request, highlight, story) | {"opened": opened}
    if repaint:
        pane = queries.pane(highlight.article)
        spans = [*also, *_span(highlight)]
        context |= {"pane": pane, "blocks": pane.blocks_touched(spans)}
    response = render(request, "annotations/_highlight_changed.html", context)
    return trigger_client_event(response, event, {"id": str(highlight.pk)}, after="settle")


def links_changed(request: HttpRequest, highlight: Highlight, story: Story | None, *, event: str) -> HttpResponse:
    """Answer a change of a link: the card; the list of links and the threads refresh themselves on the event."""
    return changed(request, highlight, story, event=event, repaint=False)


def _here(request: HttpRequest, highlight: Highlight) -> list[Highlight]:
    """The other highlights that overlap this one, so that each can be chosen."""
    anchor = highlight.anchor
    if anchor.start is None:
        return []
    overlapping = Q(anchor__start__lt=anchor.end, anchor__end__gt=anchor.start)
    return list(
        Highlight.objects.filter(overlapping, anchor__revision=anchor.revision_id, withdrawn_at=None)
        .exclude(pk=highlight.pk)
        .select_related("anchor")
        .order_by("anchor__start", "-anchor__end")[:20]
    )


def _span(highlight: Highlight) -> list[Span]:
    anchor = highlight.anchor
    return [] if anchor.start is None or anchor.end is None else [Span(anchor.start, anchor.end)]
