"""Show the articles of a feed, so that a person can choose some of them for an import."""

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
    """Show the items of the feed whose address is sent as `feed`.

    The request is a POST because it fetches from another server, although it stores nothing.
    """
    feed = fetch_feed(request.POST.get("feed", ""))
    context = {
        "feed": feed,
        "entries": entries_of(feed),
        "story": story_named(request),
        "most": MOST,
    }
    return render(request, "newsroom/import_feed.html", context)
