"""Show the history: who did what to which thing."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from newsroom.forms.activity import ActivityFilter
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Story
from newsroom.queries.activity import activity_matching, activity_words
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

PAGE = 50


@require_safe
@role_required(UserRole.READER)
def activity(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show a page of the history, newest lines first, filtered by
    `?by=&verb=&type=&story=&since=&until=&page=`.
    """
    form = ActivityFilter(request.GET)
    lines = activity_matching(cleaned_values(form), viewer=request.user)
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "form": form,
        "words": activity_words(request.user),
        "stories": Story.objects.order_by("title"),
    }
    return render(request, "newsroom/activity_list.html", context)
