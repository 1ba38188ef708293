"""Limit attempts to sign in.

The library django-axes counts them in the database, so all processes share the counts.
"""

import ipaddress

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from newsroom.config.middleware import sentence_response
from newsroom.config.sign_in.known_devices import is_known


class Throttle(AxesDatabaseHandler):  # type: ignore[misc]  # axes carries no types
    """The handler of django-axes.

    It counts attempts by each combination of name and address in `settings.GUESSES`, which has a limit for
    each.
    """

    def get_failures(self, request: HttpRequest, credentials: dict[str, str] | None = None) -> int:
        """Return, in per cent, how much of the limits in `settings.GUESSES` is used: the figure of the limit
        that is used most.

        For a browser that has signed in before, only the limit for this name from this address counts.
        Signing in is paused at 100 (`settings.AXES_FAILURE_LIMIT`).
        """
        attempts = self.get_user_attempts(request, credentials)
        limits = list(settings.GUESSES.items())
        if is_known(request, get_client_username(request, credentials)):
            # For a known browser, only attempts with this name from this address count.
            limits = limits[:1]

        used = [0]
        for (_, allowed), guesses in zip(limits, attempts, strict=False):
            count = sum(guesses.values_list("failures_since_start", flat=True))
            used.append(100 * count // allowed)
        return max(used)

    def reset_user_attempts(
        self, request: HttpRequest, credentials: dict[str, str] | None = None
    ) -> int:
        """Delete the counted attempts with this name from this address, and no others, after a successful
        sign-in.

        Returns the number of deleted rows.
        """
        own, *_ = self.filter_user_attempts(request, credentials)
        return int(own.delete()[0])


def client_address(request: HttpRequest) -> str | None:
    """Return the IP address of the client as our outermost proxy saw it, or None if it is unknown.

    `settings.PROXIES` says how many proxies there are. Addresses that the client itself wrote into the header
    are ignored. An IPv6 address is cut to its /64 network, because one customer gets a whole /64.
    """
    proxies = settings.PROXIES
    written_address = request.META.get("REMOTE_ADDR", "")
    # Each proxy appends the address that it saw, so only the last ones are trustworthy.
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < proxies <= len(forwarded):
        written_address = forwarded[-proxies]
    try:
        address = ipaddress.ip_address(written_address.strip())
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False).network_address)
    return str(address)


def paused_response(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, str]
) -> HttpResponse:
    """Return the response (429) to every attempt to sign in while signing in is paused, even with the right
    password.
    """
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    sentence = (
        f"There were too many wrong passwords, so signing in rests for {minutes} minutes. "
        "Wait, then try again; a curator can set a new password meanwhile."
    )
    answer = sentence_response(request, sentence, 429)
    answer["Retry-After"] = str(minutes * 60)
    return answer
