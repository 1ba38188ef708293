"""Redirect to the page from which a form was sent, for views whose form is on several pages."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from newsroom.views.requests import AuthenticatedHttpRequest


def back_to_asking_page(request: AuthenticatedHttpRequest) -> HttpResponse | None:
    """Return a redirect to the address in the POST field `next`.

    Returns None if there is no such address or if it is not part of this site.
    """
    address = request.POST.get("next", "")
    # A redirect to another site would help attackers who send links.
    is_own_address = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(address) if is_own_address else None
