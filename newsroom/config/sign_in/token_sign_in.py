"""Let programs act in the name of a person, by an API token.

At the addresses of the API a session counts for nothing, so that a page of another site cannot make a browser
act there, and no token against forged requests is needed.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from newsroom.actions.people.tokens import note_use
from newsroom.config.middleware import sentence_response
from newsroom.config.sign_in.request_rates import RequestRates
from newsroom.models import ApiToken, User
from newsroom.queries.tokens import usable_token
from newsroom.roles import TokenScope, UserRole, role_within
from newsroom.views.problems import is_of_the_api

#: No token is longer. A longer one is not looked up.
_LONGEST_SECRET = 200
_SCHEME = "Bearer"
TOO_OFTEN = "This token has made too many requests in this minute. Wait, then go on more slowly."
RATES = RequestRates()


class TokenSignIn:
    """A middleware that takes the person from the header `Authorization: Bearer …`, for the API only.

    `request.user` gets a role within the scope of the token, so that every act refuses what the token does
    not allow. `request.api_token` is the token.
    """

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_of_the_api(request):
            request.user = self._person(request)
        return self.respond(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        token: ApiToken | None = getattr(request, "api_token", None)
        if token is None:
            return None
        limit = settings.API_REQUESTS_PER_MINUTE
        seconds = RATES.seconds_to_wait(token.pk, limit, time.time())
        if seconds:
            response = sentence_response(request, TOO_OFTEN, 429)
            response["Retry-After"] = str(seconds)
            return response
        # Whoever only reads is not held up by a database that takes no changes now.
        with suppress(DatabaseError):
            note_use(token, timezone.now())
        return None

    def _person(self, request: HttpRequest) -> User | AnonymousUser:
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        if scheme.casefold() != _SCHEME.casefold() or len(secret) > _LONGEST_SECRET:
            return AnonymousUser()
        token = usable_token(secret.strip())
        if token is None:
            return AnonymousUser()
        request.api_token = token  # type: ignore[attr-defined]  # a request takes any attribute
        person = token.user
        # The person is never saved with this role: acts write only the rows that they change.
        person.role = role_within(TokenScope(token.scope), UserRole(person.role))
        return person
