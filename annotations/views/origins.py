"""Define the views of origins: the list, one origin with two of its texts side by
side, and the acts on it.
"""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from annotations.actions import documents
from annotations.actions import origins as acts
from annotations.forms import origins as forms
from annotations.logic.vocabulary import OriginKind
from annotations.models import Origin
from annotations.queries import origins as queries
from annotations.queries.stories import history_of
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Article, Story
from newsroom.roles import UserRole, role_required
from newsroom.views.once import done_once
from newsroom.views.requests import AuthenticatedHttpRequest

#: Number of origins on one page of the list.
PAGE = 50


@require_safe
@role_required(UserRole.READER)
def origins(request: AuthenticatedHttpRequest) -> HttpResponse:
    """List the origins, `PAGE` on one page. `?state=&story=` filter the list, and `?page=` chooses the
    page.
    """
    form = forms.OriginFilter(request.GET)
    filters = {field: value for field, value in cleaned_values(form).items() if value}
    # A desk can have hundreds of origins, and each row needs its articles.
    pages = Paginator(queries.origins(**filters), PAGE)
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "form": form,
        "counts": queries.number_by_state(),
        "stories": Story.objects.order_by("title"),
        "filtered": bool(filters),
    }
    return render(request, "annotations/origin_list.html", context)


@require_safe
@role_required(UserRole.READER)
def origin(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Show the articles of an origin, and two of them side by side with their shared wording highlighted.

    `?left=&right=` are the ids of these two articles. Without them, the two articles that share the most are
    shown. If the origin is a credited source, the words that credit it are highlighted instead. The articles
    of a document are only listed, because they need not share any words.
    """
    origin = get_object_or_404(Origin.objects.select_related("decided_by"), pk=pk)
    members = queries.members(origin)
    articles = [member.article for member in members]
    # All pairs are compared, because the page lists how much each pair shares.
    pairs = queries.compared_pairs(articles) if origin.is_text else []
    left_id = request.GET.get("left", "")
    right_id = request.GET.get("right", "")
    pair = queries.chosen_pair(pairs, left_id, right_id)
    context = {
        "origin": origin,
        "members": members,
        "revised": queries.revised_since(origin.reasoned_at, articles),
        "pairs": pairs,
        "pair": pair,
        "texts": queries.side_by_side(pair) if pair else (),
        "crediting": queries.crediting_texts(origin, articles) if origin.is_credit else (),
        "history": history_of("origin", origin.pk),
    }
    return render(request, "annotations/origin_detail.html", context)


@require_safe
@role_required(UserRole.REPORTER)
def document_form(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    """Show the form that names the document on which an article rests."""
    article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    context = {
        "article": article,
        "kinds": forms.DOCUMENT_KINDS,
        "origins": queries.standing_origins(article),
        "documents": queries.documents_near(article),
    }
    return render(request, "annotations/document_form.html", context)


@require_POST
@role_required(UserRole.REPORTER)
@done_once
def name_document(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=pk)
    sent = cleaned_values(forms.DocumentForm(request.POST))
    kind = OriginKind(sent.pop("kind"))
    document = documents.name_document(article, kind, by=request.user, **sent)
    return redirect("origin", pk=document.pk)


@require_POST
@role_required(UserRole.EDITOR)
def decide(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    origin = get_object_or_404(Origin, pk=pk)
    sent = cleaned_values(forms.OriginDecisionForm(request.POST))
    acts.decide_origin(origin, by=request.user, **sent)
    return redirect("origin", pk=pk)


@require_POST
@role_required(UserRole.EDITOR)
def rename(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    origin = get_object_or_404(Origin, pk=pk)
    sent = cleaned_values(forms.OriginNameForm(request.POST))
    acts.rename_origin(origin, by=request.user, **sent)
    return redirect("origin", pk=pk)


@require_POST
@role_required(UserRole.EDITOR)
def split(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Remove the chosen articles from the origin.

    Redirect to the new origin of these articles, or to the old origin if there is no new one.
    """
    origin = get_object_or_404(Origin, pk=pk)
    sent = cleaned_values(forms.OriginSplitForm(request.POST))
    articles = Article.objects.filter(pk__in=sent.pop("articles"))
    new_origin = acts.split_origin(origin, articles, by=request.user, **sent)
    return redirect("origin", pk=new_origin.pk if new_origin else pk)
