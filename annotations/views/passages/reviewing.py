"""Define the views to review passages that a new revision changed or lost."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.passages import reviewing as acts
from annotations.forms.reviewing import ACCEPT, PLACE, ReviewForm
from annotations.models import Highlight
from annotations.queries import reviewing as queries
from newsroom.errors import Invalid, NewsroomError
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity, Story, User
from newsroom.roles import UserRole, role_required
from newsroom.views.once import acted_once
from newsroom.views.requests import AuthenticatedHttpRequest

#: Most passages that are listed next to the one under review.
LISTED = 100


@require_safe
@role_required(UserRole.READER)
def review(request: AuthenticatedHttpRequest, slug: str = "") -> HttpResponse:
    """Show the passages to review in the story with this slug, or in all stories without a slug.

    `?h=` is the id of the highlight under review. Without it, the first one of the list is shown. With htmx,
    only the review is sent and not the whole page.
    """
    story = get_object_or_404(Story, slug=slug) if slug else None
    context = _context(story, request.GET.get("h", ""))
    template = "annotations/_review.html" if request.htmx else "annotations/review.html"
    return render(request, template, context)


def _answered_again(request: AuthenticatedHttpRequest, line: Activity, pk: UUID) -> HttpResponse:
    sent = cleaned_values(ReviewForm(request.POST))
    story = _story_of(sent)
    return _answered(request, story, _following(pk, story), f"You {line.summary}.")


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_answered_again)
def answer(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Accept the place of a passage, choose another place, or withdraw the highlight, and show the next
    passage to review.

    Without htmx, a refused act shows the same passage again with the reason. With htmx, the error is raised.
    """
    get_object_or_404(Highlight, pk=pk)
    sent = cleaned_values(ReviewForm(request.POST))
    story = _story_of(sent)

    # The next passage is looked up first, because the answer removes this one from the list.
    following = _following(pk, story)
    if request.htmx:
        return _answered(request, story, following, _answer(pk, sent, request.user))
    try:
        messages.success(request, _answer(pk, sent, request.user))
    except NewsroomError as error:
        messages.error(request, error.sentence)
        # After an error the same passage is shown again.
        following = pk

    address = _address(story)
    return redirect(f"{address}?h={following}" if following else address)


def _story_of(sent: dict[str, Any]) -> Story | None:
    return get_object_or_404(Story, slug=sent["story"]) if sent["story"] else None


def _answered(
    request: AuthenticatedHttpRequest,
    story: Story | None,
    following: UUID | None,
    said: str,
) -> HttpResponse:
    """Return the next passage to review as a fragment, with the sentence `said` about the act."""
    context = _context(story, str(following or "")) | {"said": said}
    return render(request, "annotations/_review.html", context)


def _context(story: Story | None, wanted: str) -> dict[str, Any]:
    """Return the template context of the passage to review with the id `wanted`, or of the first one."""
    waiting = queries.waiting(story)
    listed = list(waiting[:LISTED])
    total = len(listed)
    # The count needs a query, so it is made only if the list is full.
    if total == LISTED:
        total = waiting.count()

    context: dict[str, Any] = {
        "story": story,
        "here": _address(story),
        "total": total,
        "listed": listed,
        "question": None,
    }
    # Without passages the page says that nothing is left to review.
    if listed:
        position = _position(listed, wanted)
        context |= {
            "question": queries.question(listed[position]),
            "before": listed[position - 1] if position > 0 else None,
            "after": listed[position + 1] if position + 1 < len(listed) else None,
        }
    return context


def _address(story: Story | None) -> str:
    return reverse("review_of_story", args=[story.slug]) if story else reverse("review")


def _position(listed: Sequence[Highlight], wanted: str) -> int:
    """Return the index of the highlight with the id `wanted`, or 0 if the highlight is not in the list."""
    for position, highlight in enumerate(listed):
        if str(highlight.pk) == wanted:
            return position
    return 0


def _following(pk: UUID, story: Story | None) -> UUID | None:
    """Return the id of the highlight to review after the one with the id `pk`, or None if that is the last
    one.

    If the highlight with the id `pk` is not to be reviewed, the first one of the list is next.
    """
    waiting = list(queries.waiting(story).values_list("pk", flat=True))
    next_position = waiting.index(pk) + 1 if pk in waiting else 0
    # After the last passage the review is finished.
    if next_position >= len(waiting):
        return None
    return waiting[next_position]


def _answer(pk: UUID, sent: dict[str, Any], by: User) -> str:
    """Perform the act that the person chose, and return the message that the page shows."""
    if sent["act"] == ACCEPT:
        acts.confirm_anchor(pk, sent["anchor"], by=by)
        return "Accepted: later revisions start from this place."

    if sent["act"] == PLACE:
        # An empty selection is the most common mistake, so it gets its own sentence.
        if sent["start"] is None or sent["end"] is None:
            raise Invalid("Select the passage in the new text first.")
        acts.move_reviewed(
            pk,
            sent["anchor"],
            sent["start"],
            sent["end"],
            sent["quote"],
            by=by,
        )
        return "Placed again."

    acts.withdraw_reviewed(pk, sent["anchor"], by=by)
    return "Withdrawn: the highlight is kept in the history."
