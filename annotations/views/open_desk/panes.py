"""Define the view that opens, closes and replaces articles on a desk without reloading the page."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from annotations.views.addresses import desk_address
from annotations.views.open_desk.opening import opening, opening_context, turns_of
from newsroom.forms.cleaning import numbers
from newsroom.models import Story
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest


@require_safe
@role_required(UserRole.READER)
def desk_panes(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Return the parts of a desk that change when other articles are opened.

    These are the new panes, the links that open and close articles, and the list of links. `?read=` lists the
    articles that will be open, as in the address of the desk. `?pane=` lists those of them that the page has
    no pane for yet. Without htmx, redirect to the desk.
    """
    story = get_object_or_404(Story, slug=slug)
    desk = opening(story, request.GET.getlist("read"))
    # A fragment alone would be an incomplete page.
    if not request.htmx:
        return redirect(desk_address(story, *desk.reading))
    wanted = numbers(request.GET.get("pane", "").split(","))
    shown = [article for article in desk.reading if article.pk in wanted]
    context = opening_context(desk, shown) | {"turns_of": turns_of(desk)}
    return render(request, "annotations/_desk_opened.html", context)
