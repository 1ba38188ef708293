"""Finding the outlet an import names, or making it; and merging outlets that are one."""

from django.db import transaction
from django.db.models import Q

from newsroom.actions.history import HistoryLine, change, record, record_all
from newsroom.actions.storing import store
from newsroom.errors import Invalid, Missing
from newsroom.models import Article, Outlet, OutletAlias, User, Verb
from newsroom.roles import UserRole, require
from newsroom.text.addresses.canonical import domain
from newsroom.text.language.counted import counted


@transaction.atomic
def outlet_for(name: str, url: str = "", *, by: User, stated: bool = False) -> Outlet | None:
    """The outlet called `name` (any case), else the one whose domain `url` has; made where only its name is
    known.

    An outlet is also found by the names and domains of those merged into it. None where neither says
    anything. `stated`: somebody said so, it is no guess from the page. Then another outlet at that domain is
    not taken for it: archives and agencies' portals carry many.
    """
    name, host = name.strip(), domain(url)
    there = _known(Q(domain=host), host) if host else None
    known = (_known(Q(name__iexact=name), name) if name else None) or (None if stated and name else there)
    if known or not name:
        return known
    outlet = Outlet(name=name[:120], domain="" if there else host[:120])
    store(outlet)
    record(HistoryLine(Verb.MADE, outlet, f"added the outlet “{outlet}”"), by=by)
    return outlet


@transaction.atomic
def merge_outlet(outlet: Outlet, *, into: Outlet, by: User) -> None:
    """Give all articles of `outlet` to `into` and remember its name and domain there. Takes a curator.

    `into` takes the domain over where it has none. Each article has its line of history. Raises `Invalid`
    where both are one, `Missing` where someone merged it before.
    """
    require(by, UserRole.CURATOR)
    if outlet.pk == into.pk:
        raise Invalid("This is the outlet the others go into: it stays.")
    if not Outlet.objects.select_for_update().filter(pk=outlet.pk).exists():
        raise Missing("This outlet is not there any more: someone merged it already.")
    held = list(Article.objects.filter(outlet=outlet).select_for_update().order_by("pk"))
    articles = counted(len(held), "article")
    summary = f"merged the outlet “{outlet}” into “{into}” with its {articles}"
    record(HistoryLine(Verb.MERGED, outlet, summary, changes={"name": (outlet.name, into.name)}), by=by)
    Article.objects.filter(pk__in=[article.pk for article in held]).update(outlet=into)
    moved = {"outlet": (outlet.name, into.name)}
    lines = [
        HistoryLine(Verb.CHANGED, article, f"changed “{article}”", article=article, changes=moved)
        for article in held
    ]
    record_all(lines, by=by)
    words = {word.casefold(): word for word in (outlet.name, outlet.domain) if word}
    OutletAlias.objects.filter(outlet=outlet).update(outlet=into)
    outlet.delete()
    for word in words.values():
        if not OutletAlias.objects.filter(word__iexact=word).exists():
            store(OutletAlias(outlet=into, word=word))
    if outlet.domain and not into.domain:
        changes = change(into, {"domain": outlet.domain})
        record(
            HistoryLine(Verb.AMENDED, into, f"gave the outlet “{into}” its domain", changes=changes), by=by
        )


def _known(called: Q, word: str) -> Outlet | None:
    return Outlet.objects.filter(called).first() or Outlet.objects.filter(aliases__word__iexact=word).first()
