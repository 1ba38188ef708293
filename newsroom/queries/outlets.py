"""Read the names of outlets, and find outlets that may be the same."""

from collections import defaultdict

from newsroom.models import Outlet
from newsroom.text.metadata.outlets import bare_name


def outlet_names() -> list[str]:
    """Return the names of all outlets in alphabetical order. Forms offer them as choices."""
    return list(Outlet.objects.values_list("name", flat=True))


def outlets_with_equal_names() -> list[int]:
    """Return the ids of outlets that may be the same as another outlet, because `bare_name` is equal for both
    names.
    """
    by_bare_name: dict[str, list[int]] = defaultdict(list)
    for pk, name in Outlet.objects.values_list("pk", "name"):
        by_bare_name[bare_name(name)].append(pk)

    alike = []
    for ids in by_bare_name.values():
        if len(ids) > 1:
            alike.extend(ids)
    return alike
