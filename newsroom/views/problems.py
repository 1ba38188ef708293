"""Answer programs: the addresses of the API, and errors as problem details (RFC 9457)."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse

#: The address below which programs act with a token.
API = "/api/"
#: The pages under `API` that people read in a browser, after they have signed in.
PAGES = {API, f"{API}openapi.json"}


def is_of_the_api(request: HttpRequest) -> bool:
    """Return whether the request goes to an address at which programs act with a token."""
    return request.path_info.startswith(API) and request.path_info not in PAGES


def problem_response(sentence: str, status: int) -> HttpResponse:
    """Return an error as JSON with the members `type`, `title`, `status` and `detail`, the sentence."""
    problem = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": sentence,
    }
    return JsonResponse(problem, status=status, content_type="application/problem+json")
