"""Put the API together, and show it as a page."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_safe

from annotations.api import articles, claims, codebook, history, judgements, passages, reading
from annotations.api.operations import router
from annotations.api.service import DeskApi, StrictParser
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

_ABOUT = (
    "What the pages of the desk do, for programs. Each request carries a token: "
    "“Authorization: Bearer …”. Positions are counted in Unicode code points, ends are exclusive."
)

api = DeskApi(
    title="Newsroom",
    version="1",
    description=_ABOUT,
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    parser=StrictParser(),
    openapi_extra={
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{"token": []}],
    },
)
# Importing the modules has added their operations to the router.
MODULES = (reading, articles, passages, claims, judgements, codebook, history)
api.add_router("", router)


@require_safe
@role_required(UserRole.READER)
def api_page(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show every operation of the API in its group, with the fields of its body."""
    document = api.get_openapi_schema(path_prefix="/api/")
    operations = []
    for address, methods in document["paths"].items():
        for method, operation in methods.items():
            fields = _fields(document, operation)
            operations.append(
                {"method": method.upper(), "address": address, "fields": fields, **operation}
            )
    groups: dict[str, list[dict[str, Any]]] = {}
    for operation in operations:
        groups.setdefault(operation["tags"][0], []).append(operation)
    context = {"groups": list(groups.items()), "about": _ABOUT}
    return render(request, "annotations/api.html", context)


@require_safe
@role_required(UserRole.READER)
def openapi_document(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Return the OpenAPI document of the API as JSON."""
    return JsonResponse(api.get_openapi_schema(path_prefix="/api/"))


def _fields(document: dict[str, Any], operation: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the fields of the body of an operation: name, whether it is required, and what it is about.

    The list is empty if the operation has no JSON body.
    """
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if not content:
        return []
    name = content["schema"]["$ref"].rpartition("/")[2]
    body = document["components"]["schemas"][name]
    required = body.get("required", [])
    return [
        {"name": field, "required": field in required, "about": values.get("description", "")}
        for field, values in body.get("properties", {}).items()
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("", api_page, name="api_page"),
    path("openapi.json", openapi_document, name="openapi_document"),
    path("", api.urls),
]
