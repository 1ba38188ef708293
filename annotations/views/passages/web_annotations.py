"""Answer programs that ask for highlights and links as Web Annotations (JSON-LD), by the Web Annotation
Protocol.
"""

import hashlib
import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from annotations.logic.export.web_annotations import JsonLd, collection, collection_page
from annotations.queries.passages.web_annotations import (
    AnnotatedThings,
    AnnotationStyle,
    link_annotations,
    passage_annotations,
    standing_highlight,
    standing_link,
    things_of_article,
    things_of_story,
)
from newsroom.errors import Invalid
from newsroom.forms.cleaning import numbers
from newsroom.models import Article, Story
from newsroom.roles import UserRole, role_required
from newsroom.views.problems import wants_annotation
from newsroom.views.requests import AuthenticatedHttpRequest

_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
_RESOURCE = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
_CONTAINER = (
    '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type", '
    '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"'
)


def highlight_annotation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Return the Web Annotation of a highlight. Raises `Http404` if the highlight does not exist or is
    withdrawn.
    """
    highlight = standing_highlight(pk)
    if highlight is None:
        raise Http404
    (annotation,) = passage_annotations([highlight], _style(request))
    return _json_ld(request, annotation, _RESOURCE)


@require_safe
@role_required(UserRole.READER)
def link(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Return the Web Annotation of a link, or redirect a browser to the passage at its source.

    Raises `Http404` if the link does not exist or is withdrawn.
    """
    found = standing_link(pk)
    if found is None:
        raise Http404
    if not wants_annotation(request):
        response = redirect("permalink", found.source_id)
        response["Vary"] = "Accept"
        return response
    (annotation,) = link_annotations([found], _style(request))
    return _json_ld(request, annotation, _RESOURCE)


@require_safe
@role_required(UserRole.READER)
def annotations_of_article(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    """Return the collection of the annotations of an article, or, with `?page=` (counted from 0), one page of
    it.
    """
    article = get_object_or_404(Article, pk=pk)
    return _collection(request, things_of_article(article), f"Highlights in “{article.title}”")


@require_safe
@role_required(UserRole.READER)
def annotations_of_story(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Return the collection of the annotations of a story, or, with `?page=` (counted from 0), one page of
    it.
    """
    story = get_object_or_404(Story, slug=slug)
    return _collection(request, things_of_story(story), f"Highlights in “{story.title}”")


def _collection(request: HttpRequest, things: AnnotatedThings, label: str) -> HttpResponse:
    style = _style(request)
    container = things.container(request.build_absolute_uri(request.path), label, style)
    wanted = request.GET.get("page")
    if wanted is None:
        return _json_ld(request, collection(container), _CONTAINER)
    number = next(iter(numbers([wanted])), None)
    if number is None or number > container.last:
        raise Http404
    items = things.page(number, style)
    return _json_ld(request, collection_page(container, number, items), _RESOURCE)


def _style(request: HttpRequest) -> AnnotationStyle:
    offsets = request.GET.get("offsets", "")
    if offsets not in {"", "utf16"}:
        raise Invalid("Offsets are counted in code points; ask for “offsets=utf16” to get others.")
    base = request.build_absolute_uri("/").rstrip("/")
    return AnnotationStyle(base, utf16=offsets == "utf16")


def _json_ld(request: HttpRequest, value: JsonLd, link_header: str) -> HttpResponse:
    """Return JSON-LD with the headers of the protocol, or 304 if `If-None-Match` names its ETag."""
    text = json.dumps(value, ensure_ascii=False)
    tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    headers: dict[str, Any] = {
        "ETag": tag,
        "Link": link_header,
        "Allow": "GET, HEAD, OPTIONS",
        "Vary": "Accept",
    }
    if tag in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(text, content_type=_TYPE, headers=headers)
