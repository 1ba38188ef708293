"""Show the page of the panel on which a curator parts an article into which two articles were merged."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from annotations.actions.parting import PartingOutcome, part_article, rehearse_parting
from newsroom.admin.bases import curator
from newsroom.errors import Conflict, NewsroomError
from newsroom.forms.cleaning import cleaned_values, numbers
from newsroom.models import Article, Revision

#: How many code points of a text show a curator which article it is.
_BEGINNING = 240


class PartingForm(forms.Form):
    """The form with which a curator parts an article: the title of the new article, and the fingerprint of
    the effects.

    The chosen revisions are sent as `number`, once for each.
    """

    title = forms.CharField(required=False, max_length=300)
    shown = forms.CharField(required=False, max_length=64)


def part_page(request: HttpRequest, page: admin.ModelAdmin, pk: int) -> HttpResponse:
    """Show the revisions of an article, then the effects of parting it, and part it after the curator has
    confirmed these.

    If the choice is refused, the form is shown again with the reason.
    """
    article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    context: dict[str, Any] = {
        **page.admin_site.each_context(request),
        "title": "Part two articles that are here as one",
        "opts": page.opts,
        "media": page.media,
        "article": article,
        "revisions": _revisions(article),
        "chosen": set(numbers(request.POST.getlist("number"))),
        "typed": request.POST.get("title", ""),
    }
    status = HTTPStatus.OK
    if request.method == "POST":
        try:
            answer = _sent(request, article)
        except NewsroomError as error:
            context["refusal"] = error.sentence
            status = HTTPStatus(error.status)
        else:
            if isinstance(answer, Article):
                messages.success(request, f"Parted: “{answer}” is an article of its own now.")
                return redirect(answer)
            context["outcome"] = answer
    return TemplateResponse(request, "admin/part_article.html", context, status=status)


def _sent(request: HttpRequest, article: Article) -> Article | PartingOutcome:
    """Part the article and return the new one, if the curator has confirmed the effects. Otherwise return the
    effects.

    If the effects differ from those that were confirmed, they are returned too, with a warning on the page.
    """
    by = curator(request)
    sent = cleaned_values(PartingForm(request.POST))
    chosen = numbers(request.POST.getlist("number"))
    if sent["shown"]:
        try:
            return part_article(article, chosen, sent["title"], shown=sent["shown"], by=by)
        except Conflict as error:
            messages.warning(request, error.sentence)
    return rehearse_parting(article, chosen, sent["title"], by=by)


def _revisions(article: Article) -> QuerySet[Revision]:
    """Return the revisions of the article that can be parted, by number. `beginning` holds the beginning of
    each text.
    """
    own = article.revisions.filter(parted_into=None).select_related("corrects", "created_by")
    texts = ("text", "blocks", "marks")
    without_texts = own.defer(*texts, *(f"corrects__{name}" for name in texts))
    return without_texts.annotate(beginning=Left("text", _BEGINNING)).order_by("number")
