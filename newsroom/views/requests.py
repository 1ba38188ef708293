"""What the views of somebody who is signed in may rely on."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from newsroom.models import User


class AuthenticatedHttpRequest(HttpRequest):
    """A request that has passed the middleware: `user` is a person, and `htmx` says whether htmx asks.

    No request is made of this class. It is the type of what `LoginRequiredMiddleware` and `HtmxMiddleware`
    let through to a view.
    """

    user: User
    htmx: HtmxDetails
