"""The desk: up to four articles side by side, and what is marked in them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.highlights import draw_highlight
from annotations.forms.desk import DrawForm
from annotations.models import Highlight, Tag
from annotations.queries import desk as queries
from annotations.views.cards import card_context, drawn
from newsroom.actions.history import witnessed
from newsroom.errors import Invalid
from newsroom.forms.cleaning import cleaned
from newsroom.models import Article, Story
from newsroom.roles import UserRole, role_required


@require_safe
@role_required(UserRole.READER)
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """`?read=12,15`: the articles shown, in that order; without it the story's first two. `?h=`: the passage
    lit.
    """
    story = get_object_or_404(Story, slug=slug)
    articles = list(queries.articles_of(story))
    reading = _chosen(",".join(request.GET.getlist("read")), articles)
    panes = queries.panes(reading)
    lit = _highlight(request.GET.get("h", ""))
    notes = queries.notes_on(reading)
    for article in reading:
        article.turns = _turns(story, article, reading, articles)
        article.notes = notes[article.pk]
    context = {
        "story": story,
        "articles": articles,
        "panes": panes,
        "reading": [article.pk for article in reading],
        "pickers": [_picker(story, article, reading) for article in articles],
        "most": queries.MOST_PANES,
        "codebook": queries.codebook(),
        "links": queries.links_between(article.pk for article in reading),
        "lit": lit,
    }
    if lit:
        context |= card_context(request, lit, story)
    return render(request, "annotations/desk.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def draw(request: HttpRequest, slug: str) -> HttpResponse:
    """Highlight a selection, and tag it, or open the form for a claim or a link."""
    story = get_object_or_404(Story, slug=slug)
    sent = cleaned(DrawForm(request.POST))
    revision = get_object_or_404(queries.revisions_to_mark(), pk=sent["revision"])
    act, _, argument = sent["act"].partition(":")
    tags = [get_object_or_404(Tag, pk=_number(argument))] if act == "tag" else []
    with witnessed() as history:
        highlight = draw_highlight(
            revision, sent["start"], sent["end"], sent["quote"], by=request.user, tags=tags
        )
    opened = act if act in {"claim", "link"} else ""
    return drawn(
        request, highlight, story, revision=revision, tags=tags, history=history[::-1], opened=opened
    )


def address(story: Story, *articles: Article, highlight: Highlight | None = None) -> str:
    """The desk of `story` with these articles open, at `highlight`."""
    query = "?read=" + ",".join(str(article.pk) for article in articles) if articles else ""
    if highlight:
        query += f"{'&' if query else '?'}h={highlight.pk}"
    return reverse("desk", args=[story.slug]) + query


def _chosen(wanted: str, articles: list[Article]) -> list[Article]:
    """The articles `wanted` names by id, in its order, each once, at most four; the first two where it names
    none.
    """
    by_id = {str(article.pk): article for article in articles}
    named = [by_id[pk] for pk in dict.fromkeys(wanted.split(",")) if pk in by_id]
    return (named or articles[:2])[: queries.MOST_PANES]


def _picker(story: Story, article: Article, reading: list[Article]) -> dict[str, object]:
    """The link that opens or closes one article, all others staying as they are."""
    shown = article in reading
    after = [other for other in reading if other != article] if shown else [*reading, article]
    return {
        "article": article,
        "shown": shown,
        "possible": bool(after) and len(after) <= queries.MOST_PANES,
        "href": address(story, *after),
    }


def _turns(
    story: Story, article: Article, reading: list[Article], articles: list[Article]
) -> dict[str, str] | None:
    """The links that put the story's next or previous article into the pane of `article`; None where all are
    open.
    """
    place = articles.index(article)
    closed = [other for other in (*articles[place:], *articles[:place]) if other not in reading]
    if not closed:
        return None
    turned = {"next": closed[0], "prev": closed[-1]}
    return {
        way: address(story, *(other if shown == article else shown for shown in reading))
        + f"#pane-{other.pk}"
        for way, other in turned.items()
    }


def _highlight(pk: str) -> Highlight | None:
    try:
        wanted = UUID(pk)
    except ValueError:
        return None
    return Highlight.objects.select_related("anchor__revision", "article__outlet").filter(pk=wanted).first()


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise Invalid("That tag is not in the codebook. Reload the page.") from error
