"""Define the type of a request by somebody who is signed in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from newsroom.models import User


class AuthenticatedHttpRequest(HttpRequest):
    """The type of a request after the middleware: `user` is a person, and `htmx` says whether htmx sent it.

    No request is an instance of this class. It describes what `LoginRequiredMiddleware` and `HtmxMiddleware`
    add.
    """

    user: User
    htmx: HtmxDetails
