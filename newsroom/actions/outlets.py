"""Finding the outlet an import names, or making it."""

from django.db import transaction

from newsroom.actions.history import record
from newsroom.actions.storing import store
from newsroom.models import Outlet, User
from newsroom.text.addresses import domain


@transaction.atomic
def outlet_for(name: str, url: str = "", *, by: User) -> Outlet | None:
    """The outlet called `name` (any case), else the one whose domain `url` has; made where only its name is known.

    None where neither says anything.
    """
    name, host = name.strip(), domain(url)
    known = Outlet.objects.filter(name__iexact=name).first() if name else None
    if known is None and host:
        known = Outlet.objects.filter(domain=host).first()
    if known or not name:
        return known
    outlet = Outlet(name=name[:120], domain=host[:120])
    store(outlet)
    record("made", outlet, by=by, summary=f"added the outlet “{outlet}”")
    return outlet
