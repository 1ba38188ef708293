"""Define the type of requests that views get from people who are signed in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from newsroom.models import User


class AuthenticatedHttpRequest(HttpRequest):
    """The type of a request after the middleware: `user` is the signed-in person, and `htmx` says whether
    htmx sent the request.

    No request is an instance of this class; it only describes, for type checks, what
    `LoginRequiredMiddleware` and `HtmxMiddleware` guarantee.
    """

    user: User
    htmx: HtmxDetails
