"""Show the desk: a story's articles side by side, with their highlights."""

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
from annotations.models import Claim, Highlight
from annotations.queries.desk.cards import choices_among
from annotations.queries.desk.panes import revisions_to_mark
from annotations.queries.desk.pulse import pulse_of
from annotations.queries.desk.surroundings import codebook, standing_claims, teller_choices
from annotations.queries.desk.tags import tag_or_successor
from annotations.views.open_desk.opening import opening, opening_context
from annotations.views.open_desk.pulse import token_for
from annotations.views.passages.cards import (
    CardChange,
    Drawing,
    answer_change,
    answer_drawing,
    card_context,
)
from annotations.views.passages.highlights import highlight_or_404
from annotations.views.undoing import undo_names
from newsroom.actions.history import collect_lines
from newsroom.errors import Invalid
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity, Story, Subject
from newsroom.roles import UserRole, has_role, role_required
from newsroom.views.once import acted_once
from newsroom.views.requests import AuthenticatedHttpRequest

#: The id on the card of a passage before it is drawn. Scripts put the real id in its place.
NOT_DRAWN_YET = UUID(int=0)


@require_safe
@role_required(UserRole.READER)
def desk(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Show the articles of a story side by side.

    `?read=12,15` lists the ids of the articles; without it the first two articles are open. `?h=` is the id
    of the highlight that is emphasised.
    """
    story = get_object_or_404(Story, slug=slug)
    # Read before the panes: what happens in between is painted once more, and nothing is missed.
    pulse = pulse_of(story.pk)
    desk_opening = opening(story, request.GET.getlist("read"))
    emphasised = _highlight(request.GET.get("h", ""))
    claims = standing_claims(story)
    context = opening_context(desk_opening) | {
        "pulse": pulse,
        "token": token_for(story, request.user),
        "articles": desk_opening.articles,
        "tellers": teller_choices(desk_opening.articles),
        "codebook": codebook(request.user),
        "lit": emphasised,
        "key_groups": DESK_KEYS,
        "story_claims": claims,
    }
    if has_role(request.user, UserRole.REPORTER):
        context["pending_card"] = _pending_card(request, story, claims)
        context |= undo_names(story, request.user)
    # The card of the highlight is part of the page, so that it works without scripts.
    if emphasised:
        context |= card_context(emphasised, request.user, story)
    return render(request, "annotations/desk.html", context)


def _drawn_again(request: AuthenticatedHttpRequest, line: Activity, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    # The first line of the act is about the tag if the codebook did not have it.
    of_highlight = Activity.objects.filter(
        actor=line.actor_id, object_type=Subject.HIGHLIGHT, id__gte=line.pk
    ).earliest("id")
    drawn = highlight_or_404(UUID(of_highlight.object_id))
    return answer_change(request, drawn, story, CardChange(codebook=True))


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_drawn_again)
def draw(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Highlight the selected words. Depending on the field `act`, also tag them, or open a form on the card.

    If the person has marked the same words before, no second highlight is made: the answer is the card of
    that one. If only others have, the answer (409) offers to open theirs or to mark the words too.
    """
    story = get_object_or_404(Story, slug=slug)
    sent = cleaned_values(DrawForm(request.POST))
    revision = get_object_or_404(revisions_to_mark(), pk=sent["revision"])
    # The value is `tag:<id>` or a single word.
    act, _, argument = sent["act"].partition(":")

    tags = []
    if act == "tag":
        tags.append(tag_or_successor(_tag_number(argument)))

    place = PassageLocation(revision, sent["start"], sent["end"], sent["quote"])
    # The lines of the history are collected, so that the card needs no query for them.
    with collect_lines() as history:
        try:
            highlight, is_new = mark_passage(
                place,
                pk=sent["highlight"] or uuid4(),
                by=request.user,
                tags=tags,
                paths=[sent["path"]] if act == "path" else [],
                beside_others=sent["beside_others"],
            )
        except MarkedByAnother as refusal:
            return _marked_by_another(request, refusal)

    opened = act if act in {"claim", "link", "note"} else ""
    if not is_new:
        return answer_change(
            request, highlight, story, CardChange(opened=opened, codebook=act == "path")
        )
    if act == "path":
        tags = list(highlight.tags.all())
    newest_first = [line for line in history[::-1] if line.object_type == Subject.HIGHLIGHT]
    return answer_drawing(
        request,
        Drawing(
            highlight,
            revision,
            tags,
            newest_first,
            opened,
            codebook=len(newest_first) < len(history),
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


def _pending_card(request: AuthenticatedHttpRequest, story: Story, claims: list[Claim]) -> str:
    """Return the HTML of the card that scripts show while a new highlight is being saved."""
    context = {
        "highlight": Highlight(pk=NOT_DRAWN_YET),
        "story": story,
        "claims": choices_among(claims, request.user),
        "relations": list(Relation),
    }
    return render_to_string("annotations/_highlight_pending.html", context, request)


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
