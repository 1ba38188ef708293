"""Finding the outlet that an import names, or making it; merging outlets that are the same."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q

from newsroom.actions.history import HistoryLine, change, record, record_all
from newsroom.actions.locking import keep
from newsroom.actions.storing import store, take_or_store
from newsroom.errors import Invalid, Missing
from newsroom.models import Article, Outlet, OutletAlias, OutletKind, User, Verb
from newsroom.models.outlets import owners_above
from newsroom.roles import UserRole, require
from newsroom.text.addresses.canonical import domain
from newsroom.text.language.counted import counted

#: Characters of an outlet's name and domain.
_LONGEST = 120


@transaction.atomic
def outlet_for(name: str, url: str = "", *, by: User, stated: bool = False) -> Outlet | None:
    """Find the outlet called `name` (in any case), else the outlet that has the domain of `url`.

    If there is none and a name is known, makes the outlet. An outlet is also found by the names and domains
    of those merged into it. Returns None if neither name nor domain leads to one. `stated` says that a person
    or a record named the outlet, so that the name is no guess.
    """
    # A database refuses to look for an endless name, and could not store it.
    name = name.strip()[:_LONGEST].strip()
    host = domain(url)[:_LONGEST]
    if not name:
        return _kept(name, host, stated)

    outlet, is_new = take_or_store(
        lambda: _kept(name, host, stated),
        lambda: _new(name, host),
    )
    if is_new:
        record(HistoryLine(Verb.MADE, outlet, f"added the outlet “{outlet}”"), by=by)
    return outlet


@transaction.atomic
def merge_outlet(outlet: Outlet, *, into: Outlet, by: User) -> None:
    """Give all articles of `outlet` to `into` and remember its name and domain there.

    Requires the curator role.

    `into` takes over the domain, the owner and the kind if it has none, and the outlets that belonged to
    `outlet` belong to it. Each article has its line of history. Raises `Invalid` if
    both are the same outlet, `Missing` if someone merged it before.
    """
    require(by, UserRole.CURATOR)
    if outlet.pk == into.pk:
        raise Invalid("This is the outlet the others go into: it stays.")
    articles_of_outlet = Article.objects.filter(outlet=outlet).order_by("pk")
    # Articles are locked before outlets. Once the outlet is locked too, no article can come to it: they are
    # read again with those that came meanwhile.
    list(articles_of_outlet.select_for_update(no_key=True))
    is_there = Outlet.objects.select_for_update().filter(pk=outlet.pk).exists()
    if not is_there or not keep(into):
        raise Missing("This outlet is not there any more: someone merged it already.")

    articles = list(articles_of_outlet)
    number = counted(len(articles), "article")
    line = HistoryLine(
        Verb.MERGED,
        outlet,
        f"merged the outlet “{outlet}” into “{into}” with its {number}",
        changes={"name": (outlet.name, into.name)},
    )
    record(line, by=by)
    _move_articles(articles, outlet, into, by)

    OutletAlias.objects.filter(outlet=outlet).update(outlet=into)
    _carry_family(outlet, into, by)
    # The row goes first, because its name and domain must be free before they can be those of an alias.
    outlet.delete()
    _remember([outlet.name, outlet.domain], into)
    if outlet.domain and not into.domain:
        line = HistoryLine(
            Verb.AMENDED,
            into,
            f"gave the outlet “{into}” its domain",
            changes=change(into, {"domain": outlet.domain}),
        )
        record(line, by=by)


@transaction.atomic
def set_owner(outlet: Outlet, *, owner: Outlet, by: User) -> None:
    """Say that `outlet` belongs to `owner`, so that both count as one source. Requires the curator role.

    Raises `Invalid` if it is its own owner, directly or through others.
    """
    require(by, UserRole.CURATOR)
    _amend_outlet(
        outlet, {"owner": owner}, f"said that the outlet “{outlet}” belongs to “{owner}”", by
    )


def _carry_family(outlet: Outlet, into: Outlet, by: User) -> None:
    """Give what `outlet` owns to `into`, and give `into` the owner and the kind that it lacks."""
    outlet_owners = owners_above(outlet.owner_id)
    into_owners = owners_above(into.owner_id)
    values: dict[str, Any] = {}
    if outlet.pk in into_owners:
        # What stood above it goes: it takes the place of the outlet that owned it.
        values["owner"] = outlet.owner
    elif into.owner_id is None and into.pk not in outlet_owners:
        values["owner"] = outlet.owner
    if into.kind == OutletKind.OTHER:
        values["kind"] = outlet.kind

    _amend_outlet(into, values, f"gave the outlet “{into}” the owner and kind of “{outlet}”", by)
    for owned in (
        Outlet.objects.filter(owner=outlet).exclude(pk=into.pk).select_for_update().order_by("pk")
    ):
        _amend_outlet(
            owned, {"owner": into}, f"said that the outlet “{owned}” belongs to “{into}”", by
        )


def _amend_outlet(outlet: Outlet, values: dict[str, Any], summary: str, by: User) -> None:
    changes = change(outlet, values)
    if changes:
        record(HistoryLine(Verb.AMENDED, outlet, summary, changes=changes), by=by)


def _move_articles(articles: Iterable[Article], outlet: Outlet, into: Outlet, by: User) -> None:
    lines = []
    for article in articles:
        line = HistoryLine(
            Verb.CHANGED,
            article,
            f"changed “{article}”",
            article=article,
            changes={"outlet": (outlet.name, into.name)},
        )
        lines.append(line)
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(outlet=into)
    record_all(lines, by=by)


def _remember(words: Iterable[str], outlet: Outlet) -> None:
    """Let each of `words`, a name or a domain, lead to `outlet` unless it is blank or leads somewhere."""
    for word in words:
        if word and not OutletAlias.objects.filter(word__iexact=word).exists():
            store(OutletAlias(outlet=outlet, word=word))


def _kept(name: str, host: str, stated: bool) -> Outlet | None:
    """Return the outlet that is meant, kept from being merged into another until the act ends."""
    outlet = _meant(name, host, stated)
    if outlet is None or keep(outlet):
        return outlet
    # It was merged at this moment, so its name and domain lead to the one that it went into.
    return _meant(name, host, stated)


def _meant(name: str, host: str, stated: bool) -> Outlet | None:
    by_name = _known(Q(name__iexact=name), name)
    if by_name:
        return by_name

    by_domain = _known(Q(domain=host), host)
    # Archives and portals of agencies carry many outlets, so a stated name counts before the domain.
    if name and stated:
        return None
    return by_domain


def _new(name: str, host: str) -> Outlet:
    # A domain belongs to one outlet only.
    is_taken = _known(Q(domain=host), host) is not None
    free_host = "" if is_taken else host
    return Outlet(name=name, domain=free_host)


def _known(called: Q, word: str) -> Outlet | None:
    """Return the outlet that answers to `called`, else the one that has `word` as an alias.

    Returns None if `word` is blank, because many outlets have no domain.
    """
    if not word:
        return None
    outlet = Outlet.objects.filter(called).first()
    if outlet:
        return outlet
    return Outlet.objects.filter(aliases__word__iexact=word).first()
