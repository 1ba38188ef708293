"""The names of outlets, and which of them seem to be the same outlet."""

from collections import defaultdict

from newsroom.models import Outlet
from newsroom.text.metadata.outlets import bare_name


def outlet_names() -> list[str]:
    """Return the names of all outlets, for choosing one."""
    return list(Outlet.objects.values_list("name", flat=True))


def outlets_alike() -> list[int]:
    """Return the ids of outlets whose bare names (as `bare_name` gives them) another outlet has too."""
    by_bare_name: dict[str, list[int]] = defaultdict(list)
    for pk, name in Outlet.objects.values_list("pk", "name"):
        by_bare_name[bare_name(name)].append(pk)

    alike = []
    for ids in by_bare_name.values():
        if len(ids) > 1:
            alike.extend(ids)
    return alike
