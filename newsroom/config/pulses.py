"""Answer the pulses of open desks before sessions, accounts and the log of requests cost their time."""

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from annotations.views.open_desk.pulse import desk_pulse
from newsroom.trouble.database import database_trouble

Respond = Callable[[HttpRequest], HttpResponse]


class PulsesFirst:
    """A middleware that answers what hundreds of open desks ask every second or two.

    It stands before all others. The answer holds no HTML, and its token stands for the session.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond
        self.address = reverse("desk_pulse")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != self.address:
            return self.respond(request)
        try:
            response = desk_pulse(request)
        except DatabaseError as error:
            if database_trouble(error) is None:
                raise
            # The page asks again soon. What is wrong is told by the other requests.
            response = HttpResponse(status=503)
        response["Content-Length"] = str(len(response.content))
        response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response
