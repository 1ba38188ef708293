"""Show the desk: a story's articles side by side, with their highlights."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reswap, retarget

from annotations.actions.passages.drawing import MarkedByAnother, PassageLocation, mark_passage
from annotations.forms.desk import DrawForm
from annotations.logic.desk_keys import DESK_KEYS
from annotations.logic.vocabulary import Relation
from annotations.models import Highlight, Origin, Tag
from annotations.queries.desk import surroundings as queries
from annotations.queries.desk.cards import claim_choices
from annotations.queries.desk.panes import MOST_PANES, Pane, panes_of, revisions_to_mark
from annotations.views.addresses import desk_address
from annotations.views.passages.cards import (
    CardChange,
    Drawing,
    answer_change,
    answer_drawing,
    card_context,
)
from annotations.views.passages.highlights import highlight_or_404
from newsroom.actions.history import collect_lines
from newsroom.errors import Invalid
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity, Article, Story
from newsroom.roles import UserRole, has_role, role_required
from newsroom.views.once import acted_once
from newsroom.views.requests import AuthenticatedHttpRequest

#: Number of articles that are open if the address names none.
OPEN_AT_FIRST = 2
#: The id on the card of a passage before it is drawn. Scripts put the real id in its place.
NOT_DRAWN_YET = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Picker:
    """A link on the desk that opens an article or closes it, while the other articles stay open.

    `is_open` is true if the article is open. `possible` is false if too many articles would be open then, or
    none.
    """

    article: Article
    is_open: bool
    possible: bool
    href: str


@dataclass(frozen=True, slots=True)
class PaneTurns:
    """The addresses that replace the article of a pane by the next or the previous article that is not
    open.
    """

    next: str
    prev: str


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article that is open on the desk: its pane, and its origins without rejected ones.

    `notes` are its highlights that have a note or an attribution. `turns` is None if all articles of the
    story are open.
    """

    pane: Pane
    origins: list[Origin]
    notes: list[Highlight]
    turns: PaneTurns | None


@require_safe
@role_required(UserRole.READER)
def desk(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Show the articles of a story side by side.

    `?read=12,15` lists the ids of the articles; without it the first two articles are open. `?h=` is the id
    of the highlight that is emphasised.
    """
    story = get_object_or_404(Story, slug=slug)
    articles = list(queries.articles_of(story))
    reading = _chosen_articles(request.GET.getlist("read"), articles)
    # The panes are loaded together, so that four panes need no more queries than one.
    panes = panes_of(reading)
    emphasised = _highlight(request.GET.get("h", ""))
    context = {
        "story": story,
        "articles": articles,
        "panes": panes,
        "open_articles": _open_articles(story, panes, articles),
        "reading": [article.pk for article in reading],
        "outlets": sorted({article.outlet.name for article in articles if article.outlet}),
        "pickers": [_picker(story, article, reading) for article in articles],
        "most": MOST_PANES,
        "codebook": queries.codebook(),
        "links": queries.links_between(article.pk for article in reading),
        "lit": emphasised,
        "key_groups": DESK_KEYS,
    }
    if has_role(request.user, UserRole.REPORTER):
        context["pending_card"] = _pending_card(request, story)
    # The card of the highlight is part of the page, so that it works without scripts.
    if emphasised:
        context |= card_context(emphasised, request.user, story)
    return render(request, "annotations/desk.html", context)


def _drawn_again(request: AuthenticatedHttpRequest, line: Activity, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    return answer_change(request, highlight_or_404(UUID(line.object_id)), story, CardChange())


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_drawn_again)
def draw(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Highlight the selected words. Depending on `act`, also tag them, or open a form on the card.

    Words that the person has marked before are not marked twice: the answer is the card of that highlight.
    """
    story = get_object_or_404(Story, slug=slug)
    sent = cleaned_values(DrawForm(request.POST))
    revision = get_object_or_404(revisions_to_mark(), pk=sent["revision"])
    # The value is `tag:<id>` or a single word.
    act, _, argument = sent["act"].partition(":")

    tags = []
    if argument:
        tags.append(get_object_or_404(Tag, pk=_tag_number(argument)))

    place = PassageLocation(revision, sent["start"], sent["end"], sent["quote"])
    # The lines of the history are collected, so that the card needs no query for them.
    with collect_lines() as history:
        try:
            highlight, is_new = mark_passage(
                place,
                pk=sent["highlight"] or uuid4(),
                by=request.user,
                tags=tags,
                beside_others=sent["beside_others"],
            )
        except MarkedByAnother as refusal:
            return _marked_by_another(request, refusal)

    opened = act if act in {"claim", "link", "note"} else ""
    if not is_new:
        return answer_change(request, highlight, story, CardChange(opened=opened))
    newest_first = history[::-1]
    return answer_drawing(
        request,
        Drawing(
            highlight,
            revision,
            tags,
            newest_first,
            opened,
        ),
        story,
    )


def _marked_by_another(request: AuthenticatedHttpRequest, refusal: MarkedByAnother) -> HttpResponse:
    """Return the response (409) that offers to open the other person's highlight, or to mark the words
    too.
    """
    # Without htmx there is no page to which the choice could be added.
    if not request.htmx:
        raise refusal
    context = {"refusal": refusal}
    response = render(
        request, "annotations/_marked_by_another.html", context, status=refusal.status
    )
    return retarget(reswap(response, "innerHTML"), "#alerts")


def _pending_card(request: AuthenticatedHttpRequest, story: Story) -> str:
    """Return the card of a passage that is not drawn yet, which scripts show until the real one comes."""
    context = {
        "highlight": Highlight(pk=NOT_DRAWN_YET),
        "story": story,
        "claims": claim_choices(story, (), request.user),
        "relations": list(Relation),
    }
    return render_to_string("annotations/_highlight_pending.html", context, request)


def _chosen_articles(wanted: list[str], articles: list[Article]) -> list[Article]:
    """Return the articles that the query string lists, in this order, each once, `MOST_PANES` at most.

    `wanted` are lists of ids separated by commas. If they name no article of the story, the first
    `OPEN_AT_FIRST` of `articles` are returned.
    """
    by_id = {str(article.pk): article for article in articles}
    # `dict.fromkeys` removes duplicates and keeps the order.
    ids = dict.fromkeys(",".join(wanted).split(","))
    named = [by_id[pk] for pk in ids if pk in by_id]
    if not named:
        return articles[:OPEN_AT_FIRST]
    return named[:MOST_PANES]


def _open_articles(
    story: Story,
    panes: Sequence[Pane],
    articles: list[Article],
) -> list[OpenArticle]:
    reading = [pane.article for pane in panes]
    # The notes of all panes are loaded with one query.
    notes = queries.notes_on(reading)
    return [
        OpenArticle(
            pane=pane,
            origins=queries.origins_of(pane.article),
            notes=notes.get(pane.article.pk, []),
            turns=_turns(story, pane.article, reading, articles),
        )
        for pane in panes
    ]


def _picker(story: Story, article: Article, reading: list[Article]) -> Picker:
    is_open = article in reading
    if is_open:
        articles_after_click = [open_article for open_article in reading if open_article != article]
    else:
        articles_after_click = [*reading, article]
    return Picker(
        article=article,
        is_open=is_open,
        # The last open article cannot be closed, and no more than `MOST_PANES` can be opened.
        possible=0 < len(articles_after_click) <= MOST_PANES,
        href=desk_address(story, *articles_after_click),
    )


def _turns(
    story: Story,
    article: Article,
    reading: list[Article],
    articles: list[Article],
) -> PaneTurns | None:
    """Return the links that replace `article` in its pane, or None if all articles of the story are open."""
    position = articles.index(article)
    # The articles after the current one come first, then the articles before it.
    others_in_turn = [*articles[position:], *articles[:position]]
    closed = [other for other in others_in_turn if other not in reading]
    if not closed:
        return None

    def with_instead(replacement: Article) -> str:
        articles_after_click = [
            replacement if pane_article == article else pane_article for pane_article in reading
        ]
        return f"{desk_address(story, *articles_after_click)}#pane-{replacement.pk}"

    next_article, previous_article = closed[0], closed[-1]
    return PaneTurns(next=with_instead(next_article), prev=with_instead(previous_article))


def _highlight(pk: str) -> Highlight | None:
    try:
        highlight_id = UUID(pk)
    # An address with a wrong id shows the desk without a highlight.
    except ValueError:
        return None
    return (
        Highlight.objects.select_related("anchor__revision", "article__outlet")
        .filter(pk=highlight_id)
        .first()
    )


def _tag_number(text: str) -> int:
    try:
        return int(text)
    # A person sees a sentence and not an error page, because the codebook can have changed.
    except ValueError as error:
        raise Invalid("That tag is not in the codebook. Reload the page.") from error
