"""Going back to the page that asked."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from newsroom.views.requests import AuthenticatedHttpRequest


def back_to_asking_page(request: AuthenticatedHttpRequest) -> HttpResponse | None:
    """Return a redirect to the page that the form names (`next`), or None if it names none of this site."""
    address = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(address) if own else None
