"""Show the list of articles and one article, and change what the desk says about an article."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from newsroom.actions.articles import rename_article
from newsroom.actions.correcting import correct_article
from newsroom.errors import NewsroomError
from newsroom.forms.articles import ArticleFilter, CorrectionsForm, MastheadForm
from newsroom.forms.cleaning import cleaned_values, numbers, seen_values
from newsroom.models import Article, Story
from newsroom.queries import articles as queries
from newsroom.queries.outlets import outlet_names
from newsroom.roles import UserRole, role_required
from newsroom.text.model import Role
from newsroom.views.requests import AuthenticatedHttpRequest
from newsroom.views.revisions import RefusedMasthead, revision_page, revisions_of

PAGE = 50


@require_safe
@role_required(UserRole.READER)
def articles(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show a page of the list of articles, filtered by
    `?q=&outlet=&story=&language=&since=&until=&sort=&page=`.
    """
    form = ArticleFilter(request.GET)
    filters = cleaned_values(form)
    page = Paginator(queries.articles_matching(filters), PAGE).get_page(request.GET.get("page"))
    chosen = {name for name, value in request.GET.items() if value}
    context = {
        "page": page,
        "lines": queries.article_lines(page.object_list, filters["q"]),
        "form": form,
        "filtered": bool(chosen - {"sort", "page"}),
        "outlets": outlet_names(),
        "languages": queries.languages(),
        "stories": list(Story.objects.order_by("title")),
        "any": page.paginator.count or Article.objects.exists(),
    }
    return render(request, "newsroom/article_list.html", context)


@require_safe
@role_required(UserRole.READER)
def article(request: AuthenticatedHttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """Show the current revision of an article.

    If the slug in the address is missing or old, redirect to the present address.
    """
    shown_article = get_object_or_404(Article.objects.select_related("outlet", "created_by"), pk=pk)
    if slug != shown_article.slug:
        return redirect(shown_article, permanent=True)
    return revision_page(
        request, get_object_or_404(revisions_of(shown_article), pk=shown_article.current_id)
    )


@require_POST
@role_required(UserRole.REPORTER)
def article_change(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    """Change the working title or the outlet of an article.

    If an action refuses the values, the page of the article is shown with what the person typed and the
    reason.
    """
    changed_article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    try:
        sent = cleaned_values(MastheadForm(request.POST))
        seen = seen_values(request.POST, ("title", "outlet"))
        rename_article(changed_article, sent["title"], sent["outlet"], by=request.user, seen=seen)
    except NewsroomError as error:
        typed = request.POST.get("title", ""), request.POST.get("outlet", "")
        refused = RefusedMasthead(*typed, error.sentence)
        current = get_object_or_404(revisions_of(changed_article), pk=changed_article.current_id)
        return revision_page(request, current, refused=refused, status=error.status)
    return redirect(changed_article)


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(UserRole.REPORTER)
def article_correct(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    """Show or save the form that corrects the masthead and the roles of paragraphs of an article.

    If an action refuses the values, the form is shown again with these values and the reason.
    """
    corrected_article = get_object_or_404(
        Article.objects.select_related("outlet", "current"), pk=pk
    )
    if request.method != "POST":
        return _correction(request, corrected_article)
    try:
        sent = cleaned_values(CorrectionsForm(request.POST))
        roles = {int(index): Role(role) for index, role in sent["roles"].items()}
        (number,) = numbers([request.POST.get("number", "")]) or [0]
        revision = correct_article(corrected_article, sent, roles, number=number, by=request.user)
    except NewsroomError as error:
        return _correction(request, corrected_article, error)
    sentence = "Nothing was changed."
    if revision:
        sentence = f"Corrected: this is revision {revision.number}."
    messages.success(request, sentence)
    return redirect(corrected_article)


def _correction(
    request: AuthenticatedHttpRequest, article: Article, error: NewsroomError | None = None
) -> HttpResponse:
    """Return the form for corrections with the values of the current revision.

    If there is an `error`, the form has the values that the person sent.
    """
    revision = article.current
    sent: Mapping[str, Any] = {}
    status = HTTPStatus.OK
    if error:
        # What was typed is shown again, so that the person can correct it.
        sent = request.POST
        status = HTTPStatus(error.status)
    document = revision.document
    pieces = []
    for index, block in enumerate(document.blocks):
        role = sent.get(f"role-{index}", block.role)
        pieces.append((role, document.text_of(block)))
    context = {
        "article": article,
        "revision": revision,
        "pieces": pieces,
        "roles": list(Role),
        "sent": sent,
        "error": error,
    }
    return render(request, "newsroom/article_correct.html", context, status=status)
