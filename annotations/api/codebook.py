"""Let programs keep the codebook, decide on origins, and merge outlets."""

from uuid import UUID

from django.http import HttpResponse

from annotations.actions import origins as origin_acts
from annotations.actions import tags as tag_acts
from annotations.api import bodies
from annotations.api.answers import (
    ApiRequest,
    json_response,
    record_response,
    row_as_seen,
    row_or_404,
    seen_values,
)
from annotations.api.operations import acts
from annotations.models import Origin, Tag
from newsroom.actions.outlets import merge_outlet
from newsroom.errors import Missing
from newsroom.models import Article, Outlet
from newsroom.roles import TokenScope, UserRole

TAG = "Codebook, origins and outlets"


@acts(TAG, "/tags")
def make_a_tag(request: ApiRequest, sent: bodies.NewTagBody) -> HttpResponse:
    tag = tag_acts.make_tag(
        sent.tag, definition=sent.definition, hue=sent.colour or "", by=request.user
    )
    return record_response(request, "tags", tag.pk, 201)


@acts(TAG, "/tags/{pk}/change", role=UserRole.EDITOR, if_match=True)
def change_a_tag(
    request: ApiRequest, pk: bodies.PathId, sent: bodies.TagChangeBody
) -> HttpResponse:
    """Change the definition or the colour of a tag. What is not sent stays."""
    tag = row_as_seen(request, "tags", Tag, pk)
    values: dict[str, object] = {}
    if sent.definition is not None:
        values["definition"] = sent.definition
    if sent.colour is not None:
        values["hue"] = sent.colour
    seen = seen_values(tag, list(values))
    tag_acts.change_tag(tag, by=request.user, seen=seen, **values)
    return record_response(request, "tags", pk)


@acts(TAG, "/tags/{pk}/merge", role=UserRole.CURATOR, scope=TokenScope.CURATE, if_match=True)
def merge_a_tag(request: ApiRequest, pk: bodies.PathId, sent: bodies.MergeBody) -> HttpResponse:
    """Merge a tag into the tag `into`. The answer is the record of `into`."""
    tag = row_as_seen(request, "tags", Tag, pk)
    tag_acts.merge_tag(tag, into=row_or_404(Tag, sent.into), by=request.user)
    return record_response(request, "tags", sent.into)


@acts(TAG, "/outlets/{pk}/merge", role=UserRole.CURATOR, scope=TokenScope.CURATE, if_match=True)
def merge_an_outlet(request: ApiRequest, pk: bodies.PathId, sent: bodies.MergeBody) -> HttpResponse:
    """Merge an outlet into the outlet `into`. The answer is the record of `into`."""
    outlet = row_as_seen(request, "outlets", Outlet, pk)
    merge_outlet(outlet, into=row_or_404(Outlet, sent.into), by=request.user)
    return record_response(request, "outlets", sent.into)


@acts(TAG, "/origins/{pk}/decide", role=UserRole.EDITOR)
def decide_on_an_origin(request: ApiRequest, pk: UUID, sent: bodies.DecisionBody) -> HttpResponse:
    origin = row_or_404(Origin, pk)
    origin_acts.decide_origin(origin, sent.state, reason=sent.reason, by=request.user)
    return _origin_response(request, pk)


@acts(TAG, "/origins/{pk}/rename", role=UserRole.EDITOR)
def rename_an_origin(request: ApiRequest, pk: UUID, sent: bodies.OriginNameBody) -> HttpResponse:
    origin_acts.rename_origin(row_or_404(Origin, pk), sent.name, by=request.user)
    return _origin_response(request, pk)


@acts(TAG, "/origins/{pk}/split", role=UserRole.EDITOR)
def split_an_origin(request: ApiRequest, pk: UUID, sent: bodies.SplitBody) -> HttpResponse:
    """Take articles out of an origin. If `name` is given, they get an origin of their own with that name."""
    articles = list(Article.objects.filter(pk__in=sent.articles))
    if len(articles) != len(set(sent.articles)):
        raise Missing("There is no article with one of these ids, so nothing was changed.")
    origin_acts.split_origin(
        row_or_404(Origin, pk), articles, name=sent.name, reason=sent.reason, by=request.user
    )
    return _origin_response(request, pk)


def _origin_response(request: ApiRequest, pk: UUID) -> HttpResponse:
    """Return the response with the id, name, state and reason of an origin.

    The export of origins has a row for each of their articles, so a single origin has no record there.
    """
    origin = row_or_404(Origin, pk)
    values = {"name": origin.name, "state": origin.state, "reason": origin.reason}
    return json_response(request, {"id": str(origin.pk), **values})
