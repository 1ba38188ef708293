"""Answer programs: the addresses of the API, and errors as problem details (RFC 9457)."""

import re
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse

#: The address below which programs act with a token.
API = "/api/"
#: The type of Web Annotations.
JSON_LD = "application/ld+json"
#: The addresses of Web Annotations: of highlights, links, articles and stories.
_ANNOTATIONS = re.compile("/(?:h|links)/[^/]+/|/(?:articles|stories)/[^/]+/annotations/")
#: The pages under `API` that people read in a browser, after they have signed in.
PAGES = {API, f"{API}openapi.json"}


def wants_annotation(request: HttpRequest) -> bool:
    """Return whether a program asks for a Web Annotation (JSON-LD) and not for a page."""
    accepted = request.headers.get("Accept", "")
    return JSON_LD in accepted and "text/html" not in accepted


def is_of_the_api(request: HttpRequest) -> bool:
    """Return whether a program may send this request with a token: to the API, or to read a Web Annotation.

    Pages under `API` that people read in a browser do not count. A request for a Web Annotation counts only
    if it has the header `Authorization`.
    """
    is_safe = request.method in {"GET", "HEAD"}
    if is_safe and wants_annotation(request) and "Authorization" in request.headers:
        return _ANNOTATIONS.fullmatch(request.path_info) is not None
    return request.path_info.startswith(API) and request.path_info not in PAGES


def problem_response(sentence: str, status: int, **more: object) -> HttpResponse:
    """Return an error as JSON with the members `type`, `title`, `status` and `detail`, the sentence.

    `more` are further members, which JSON can hold.
    """
    problem = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": sentence,
        **more,
    }
    return JsonResponse(problem, status=status, content_type="application/problem+json")
