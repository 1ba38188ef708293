"""Read the names of outlets, and find outlets that may be the same."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from newsroom.models import Outlet
from newsroom.text.account_names import name_skeleton
from newsroom.text.metadata.outlets import bare_name

#: The most characters of an outlet's name and of its domain, because a database can neither search for nor
#: store a very long one.
_LONGEST = 120


def outlet_names() -> list[str]:
    """Return the names of all outlets in alphabetical order. Forms offer them as choices."""
    return list(Outlet.objects.values_list("name", flat=True))


def outlets_with_equal_names() -> list[int]:
    """Return the ids of outlets that may be the same as another outlet, because their names look alike.

    They look alike if `bare_name` is equal for both, or differs only in letters that look alike in two
    alphabets or in an article without a space behind it, as addresses have it.
    """
    names = Outlet.objects.values_list("pk", "name")
    return ids_with_equal_keys(
        (pk, name_skeleton(bare_name(name)).removeprefix("the")) for pk, name in names
    )


def ids_with_equal_keys(keys: Iterable[tuple[int, str]]) -> list[int]:
    """Return the ids whose key another id has too. `keys` are pairs of an id and its key."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for pk, key in keys:
        by_key[key].append(pk)

    equal = []
    for ids in by_key.values():
        if len(ids) > 1:
            equal.extend(ids)
    return equal


def storable_name(name: str) -> str:
    """Return the name or the domain of an outlet as it is stored: without white space at its ends, and at
    most `_LONGEST` characters.
    """
    return name.strip()[:_LONGEST].strip()


def outlet_called(name: str, host: str, *, stated: bool) -> Outlet | None:
    """Return the outlet with the name `name` in any case, or else with the domain `host`.

    `stated` is true if a person or a record named the outlet. Then the domain is not searched, because
    archives and portals of agencies publish many outlets. Names and domains of merged outlets lead to the
    outlet into which they were merged. Returns None if there is no such outlet.
    """
    name, host = storable_name(name), storable_name(host)
    by_name = _outlet_or_alias(Q(name__iexact=name), name)
    if by_name or (name and stated):
        return by_name
    return outlet_of_domain(host)


def outlet_of_domain(host: str) -> Outlet | None:
    """Return the outlet with the domain `host`, or None if there is none or `host` is empty."""
    return _outlet_or_alias(Q(domain=host), host)


def _outlet_or_alias(condition: Q, word: str) -> Outlet | None:
    """Return the outlet that meets `condition`, or else the outlet that has `word` as an alias.

    Returns None if no outlet is found. Returns None for an empty `word`, because many outlets have no domain.
    """
    if not word:
        return None
    outlet = Outlet.objects.filter(condition).first()
    if outlet:
        return outlet
    return Outlet.objects.filter(aliases__word__iexact=word).first()
