"""Stories: the list, one story, and filling it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotations.forms.stories import StoryForm
from annotations.queries import stories as queries
from newsroom.actions.stories import StoryDetails, add_articles, change_story, make_story
from newsroom.errors import Invalid, Missing
from newsroom.forms.cleaning import numbers
from newsroom.models import Article, Story
from newsroom.queries.revisions import latest_changes
from newsroom.roles import UserRole, role_required


@require_safe
@role_required(UserRole.READER)
def stories(request: HttpRequest) -> HttpResponse:
    return render(request, "annotations/story_list.html", {"stories": queries.stories()})


@require_safe
@role_required(UserRole.READER)
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """The story's articles, claims and progress. `?add=`: also the articles that could be added, by title or
    outlet.
    """
    found = get_object_or_404(Story, slug=slug)
    claims = queries.claims_with_standing(found.claims.filter(withdrawn_at=None))
    articles = queries.articles_with_counts(found)
    to_do = queries.to_do(found, claims, articles)
    search = request.GET.get("add")
    context = {
        "story": found,
        "articles": articles,
        "changed": list(latest_changes(articles).values()),
        "to_do": to_do,
        "waiting": to_do.unreviewed,
        "claims": claims,
        "progress": queries.progress(claims),
        "activity": queries.recent_activity(found),
        "search": search,
        "addable": queries.articles_not_in(found, search.strip()) if search is not None else None,
    }
    return render(request, "annotations/story_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(UserRole.REPORTER)
def story_create(request: HttpRequest) -> HttpResponse:
    form = StoryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        title = values.pop("title")
        return redirect(make_story(title, StoryDetails(**values), by=request.user))
    status = 422 if request.method == "POST" else 200
    return render(request, "annotations/story_form.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(UserRole.REPORTER)
def story_change(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Story, slug=slug)
    form = StoryForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        change_story(Story.objects.get(pk=found.pk), by=request.user, **form.cleaned_data)
        return redirect(found)
    status = 422 if request.method == "POST" else 200
    return render(request, "annotations/story_form.html", {"form": form, "story": found}, status=status)


@require_POST
@role_required(UserRole.REPORTER)
def story_add(request: HttpRequest, slug: str) -> HttpResponse:
    """Put the ticked articles into the story; then to the page that asked (`next`, this site only), else the
    story.
    """
    found = get_object_or_404(Story, slug=slug)
    chosen = set(numbers(request.POST.getlist("article")))
    if not chosen:
        raise Invalid("No article was ticked. Tick those that report this event.")
    articles = list(Article.objects.filter(pk__in=chosen).order_by("pk"))
    if len(articles) < len(chosen):
        raise Missing("One of the ticked articles is not here, so none was added. Look for them again.")
    add_articles(found, articles, by=request.user)
    back = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(back) if own else redirect(found)
