"""A feed's articles, to choose from; what is chosen is handed in by its address."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from newsroom.actions.imports.batches import MOST
from newsroom.fetching.feeds import fetch_feed
from newsroom.queries.feeds import entries_of
from newsroom.roles import UserRole, role_required
from newsroom.views.imports import story_named
from newsroom.views.requests import AuthenticatedHttpRequest


@require_POST
@role_required(UserRole.REPORTER)
def import_feed(request: AuthenticatedHttpRequest) -> HttpResponse:
    """List what the feed at `feed` holds. Fetches, and so takes a POST; stores nothing."""
    feed = fetch_feed(request.POST.get("feed", ""))
    context = {
        "feed": feed,
        "entries": entries_of(feed),
        "story": story_named(request),
        "most": MOST,
    }
    return render(request, "newsroom/import_feed.html", context)
