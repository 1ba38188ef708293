"""Find or make the outlet that an import names, and merge outlets that are the same."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from newsroom.actions.history import HistoryLine, change, record, record_all
from newsroom.actions.locking import keep
from newsroom.actions.storing import store, take_or_store
from newsroom.errors import Invalid, Missing
from newsroom.models import Article, Outlet, OutletAlias, OutletKind, User, Verb
from newsroom.models.outlets import owners_above
from newsroom.queries.outlets import outlet_called, outlet_of_domain, storable_name
from newsroom.roles import UserRole, require
from newsroom.text.addresses.canonical import domain
from newsroom.text.language.counted import counted


@transaction.atomic
def outlet_for(
    name: str,
    url: str = "",
    *,
    by: User,
    stated: bool = False,
) -> Outlet | None:
    """Return the outlet called `name` (in any case), or the outlet with the domain of `url`, or a new outlet.

    `stated` is true if a person or a record named the outlet, and false if `name` was guessed. For a stated
    name the domain is not searched. If no outlet is found and `name` is not empty, the outlet is made. If
    `name` is empty and no outlet has the domain, returns None. Names and domains of merged outlets lead to
    the outlet into which they were merged.
    """
    name = storable_name(name)
    host = storable_name(domain(url))
    if not name:
        return _outlet_kept_from_merging(name, host, stated)

    outlet, is_new = take_or_store(
        lambda: _outlet_kept_from_merging(name, host, stated),
        lambda: _new_outlet(name, host),
    )
    if is_new:
        record(HistoryLine(Verb.MADE, outlet, f"added the outlet “{outlet}”"), by=by)
    return outlet


@transaction.atomic
def merge_outlet(outlet: Outlet, *, into: Outlet, by: User) -> None:
    """Move all articles of `outlet` to `into`, delete `outlet`, and keep its name and domain as aliases of
    `into`.

    Requires the curator role. `into` becomes the owner of the outlets that `outlet` owns, and takes over its
    domain, owner and kind where it has none. Each moved article gets its own line of history. Raises
    `Invalid` if both are the same outlet, and `Missing` if one of them no longer exists.
    """
    require(by, UserRole.CURATOR)
    if outlet.pk == into.pk:
        raise Invalid("This is the outlet the others go into: it stays.")
    articles_of_outlet = Article.objects.filter(outlet=outlet).order_by("pk")
    # Articles are locked before outlets. After the outlet is locked too, it cannot get another article. So
    # the articles are read again, with those that were added meanwhile.
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
    # The outlet is deleted first, because an alias can take its name and domain only when they are free.
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
    """Set `owner` as the owner of `outlet`, so that outlets of this owner count as one source.

    Requires the curator role. Raises `Invalid` if `outlet` would own itself, directly or through others.
    """
    require(by, UserRole.CURATOR)
    _amend_outlet(
        outlet, {"owner": owner}, f"said that the outlet “{outlet}” belongs to “{owner}”", by
    )


def _carry_family(outlet: Outlet, into: Outlet, by: User) -> None:
    """Make `into` the owner of the outlets that `outlet` owns.

    If `into` has no owner or no kind, it gets those of `outlet`.
    """
    outlet_owners = owners_above(outlet.owner_id)
    into_owners = owners_above(into.owner_id)
    values: dict[str, Any] = {}
    if outlet.pk in into_owners:
        # The owner of `into` is deleted, so `into` gets the owner of that outlet.
        values["owner"] = outlet.owner
    elif into.owner_id is None and into.pk not in outlet_owners:
        values["owner"] = outlet.owner
    if into.kind == OutletKind.OTHER:
        values["kind"] = outlet.kind

    _amend_outlet(into, values, f"gave the outlet “{into}” the owner and kind of “{outlet}”", by)
    owned_outlets = Outlet.objects.filter(owner=outlet).exclude(pk=into.pk)
    for owned in owned_outlets.select_for_update().order_by("pk"):
        _amend_outlet(
            owned, {"owner": into}, f"said that the outlet “{owned}” belongs to “{into}”", by
        )


def _amend_outlet(
    outlet: Outlet,
    values: dict[str, Any],
    summary: str,
    by: User,
) -> None:
    changes = change(outlet, values)
    if changes:
        record(HistoryLine(Verb.AMENDED, outlet, summary, changes=changes), by=by)


def _move_articles(
    articles: Iterable[Article],
    outlet: Outlet,
    into: Outlet,
    by: User,
) -> None:
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
    """Make each name or domain in `words` an alias of `outlet`, unless it is empty or already an alias."""
    for word in words:
        if word and not OutletAlias.objects.filter(word__iexact=word).exists():
            store(OutletAlias(outlet=outlet, word=word))


def _outlet_kept_from_merging(name: str, host: str, stated: bool) -> Outlet | None:
    """Return the outlet with the name `name` or the domain `host`, or None if there is no such outlet.

    The outlet cannot be merged into another one until the transaction ends.
    """
    outlet = outlet_called(name, host, stated=stated)
    if outlet is None or keep(outlet):
        return outlet
    # It was merged at this moment, so its name and domain now lead to the outlet that it was merged into.
    return outlet_called(name, host, stated=stated)


def _new_outlet(name: str, host: str) -> Outlet:
    # A domain belongs to one outlet only.
    is_taken = outlet_of_domain(host) is not None
    if is_taken:
        return Outlet(name=name)
    return Outlet(name=name, domain=host)
