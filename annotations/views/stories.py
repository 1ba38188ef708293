"""Define the views of stories: the list, one story, its form, and adding articles."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotations.forms.stories import StoryForm
from annotations.queries import stories as queries
from annotations.queries.standing import counted_claims
from annotations.views.redirects import back_to_asking_page
from newsroom.actions.seen import as_shown
from newsroom.actions.stories import StoryDetails, add_articles, change_story, make_story
from newsroom.errors import Conflict, Invalid, Missing
from newsroom.forms.cleaning import numbers, seen_values
from newsroom.models import Article, Story
from newsroom.queries.revisions import latest_changes
from newsroom.roles import UserRole, role_required
from newsroom.views.once import done_once
from newsroom.views.requests import AuthenticatedHttpRequest

#: The files that the page of a story offers first.
_EXPORTED = ("annotations", "links", "claims", "evidence", "articles")


@require_safe
@role_required(UserRole.READER)
def stories(request: AuthenticatedHttpRequest) -> HttpResponse:
    return render(request, "annotations/story_list.html", {"stories": queries.stories()})


@require_safe
@role_required(UserRole.READER)
def story(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Show the articles, the claims, the progress and the open work of a story.

    `?add=` also lists articles that can be added: those whose title or outlet contains the given text.
    """
    story = get_object_or_404(Story, slug=slug)
    claims = counted_claims(story.claims.filter(withdrawn_at=None))
    lines = queries.listed_articles(story)
    articles = [line.article for line in lines]
    to_do = queries.to_do(story, claims, articles)
    # The list of articles is shown only if the address asks for it, even with an empty search.
    search = request.GET.get("add")
    addable = None
    if search is not None:
        addable = queries.articles_not_in(story, search.strip())

    context = {
        "story": story,
        "articles": lines,
        "changed": list(latest_changes(articles).values()),
        "to_do": to_do,
        "waiting": to_do.unreviewed,
        "claims": claims,
        "progress": queries.progress(claims),
        "activity": queries.recent_activity(story),
        "search": search,
        "addable": addable,
        "exported": _EXPORTED,
    }
    return render(request, "annotations/story_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(UserRole.REPORTER)
@done_once
def story_create(request: AuthenticatedHttpRequest) -> HttpResponse:
    form = StoryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        details = dict(form.cleaned_data)
        # The title is a separate argument of the action, because every story needs one.
        title = details.pop("title")
        return redirect(make_story(title, StoryDetails(**details), by=request.user))
    return _form_page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(UserRole.REPORTER)
def story_change(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    form = StoryForm(request.POST or None, instance=story)
    if request.method == "POST" and form.is_valid():
        # The form has changed its own instance already. The action needs the stored values to compare.
        stored = Story.objects.get(pk=story.pk)
        # The form carries the values that the page showed. The action refuses to overwrite newer ones.
        seen = seen_values(request.POST, form.cleaned_data)
        try:
            change_story(stored, by=request.user, seen=seen, **form.cleaned_data)
        # The form is shown again with the typed values, so that nothing is lost.
        except Conflict as error:
            form.add_error(None, error.sentence)
            return _form_page(request, form, stored, status=error.status)
        return redirect(story)
    return _form_page(request, form, story)


@require_POST
@role_required(UserRole.REPORTER)
def story_add(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Add the chosen articles to the story. Redirect to the page that sent the form, or to the story.

    Raises `Invalid` if none was chosen, and `Missing` if one of them does not exist any more.
    """
    story = get_object_or_404(Story, slug=slug)
    ticked = set(numbers(request.POST.getlist("article")))
    if not ticked:
        raise Invalid("No article was ticked. Tick those that report this event.")

    articles = list(Article.objects.filter(pk__in=ticked).order_by("pk"))
    # Somebody may have deleted an article since the page was loaded.
    if len(articles) < len(ticked):
        raise Missing(
            "One of the ticked articles is not here, so none was added. Look for them again."
        )

    add_articles(story, articles, by=request.user)
    return back_to_asking_page(request) or redirect(story)


def _form_page(
    request: AuthenticatedHttpRequest,
    form: StoryForm,
    story: Story | None = None,
    *,
    status: int = 422,
) -> HttpResponse:
    """Return the page with the form of a story, which is empty, filled or has errors.

    `story` is the story to change, or None for a new one. `status` is the HTTP status if the form was sent.
    """
    context: dict[str, Any] = {"form": form}
    if story:
        # The page shows the current values too, so that the person can save again and overwrite them.
        stored_story = Story.objects.get(pk=story.pk)
        context |= {
            "story": stored_story,
            "seen": {name: as_shown(getattr(stored_story, name)) for name in form.fields},
        }
    # A form that is opened for the first time has no errors.
    if request.method != "POST":
        status = 200
    return render(request, "annotations/story_form.html", context, status=status)
