"""List the layers of the two packages: which room belongs to which layer, and what each layer may import.

A room is a folder or a single module directly below a package. Every module lies in a room, and every room is
listed here. `annotations` may import the same layers of `newsroom`. The other direction is forbidden except
in `newsroom.config`, which names both packages.
"""

from dataclasses import dataclass

PACKAGES = ("newsroom", "annotations")


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of rooms. `knows` names the other layers that it may import.

    A layer that `writes` may change rows. A layer that `paints` may make HTML.
    """

    rooms: tuple[str, ...]
    knows: tuple[str, ...] = ()
    writes: bool = False
    paints: bool = False


PURE = ("errors", "text", "logic")
READING = (*PURE, "trouble", "roles", "models", "signals", "reading", "fetching", "search")

#: From the bottom up: a layer may import only layers above it in this table.
LAYERS: dict[str, Layer] = {
    "errors": Layer(("newsroom.errors",)),
    "text": Layer(("newsroom.text",), ("errors",)),
    "logic": Layer(("annotations.logic",), ("errors", "text")),
    "trouble": Layer(("newsroom.trouble",), ("errors",)),
    "roles": Layer(("newsroom.roles", "annotations.roles"), PURE),
    "signals": Layer(("newsroom.signals",), ("text",)),
    "models": Layer(("newsroom.models", "annotations.models"), (*PURE, "roles"), writes=True),
    "reading": Layer(("newsroom.reading",), ("errors", "text")),
    # Fetched data is read in another process, and an error there becomes a sentence about its own file.
    "fetching": Layer(("newsroom.fetching",), ("errors", "text", "trouble", "reading")),
    # The index of words is stored in rows beside those of the models.
    "search": Layer(("newsroom.search",), (*PURE, "models"), writes=True),
    "queries": Layer(("newsroom.queries", "annotations.queries"), READING),
    "actions": Layer(("newsroom.actions", "annotations.actions"), (*READING, "queries"), writes=True),
    "presentation": Layer(
        ("newsroom.presentation", "annotations.presentation"), (*PURE, "roles"), paints=True
    ),
    "forms": Layer(("newsroom.forms", "annotations.forms"), (*PURE, "roles", "models", "queries")),
    "templatetags": Layer(
        ("newsroom.templatetags", "annotations.templatetags"),
        (*PURE, "roles", "queries", "presentation"),
        paints=True,
    ),
    "views": Layer(
        ("newsroom.views", "annotations.views"),
        (*READING, "queries", "actions", "presentation", "forms"),
    ),
    # The panel sends the same files as the pages.
    "admin": Layer(
        ("newsroom.admin", "annotations.admin"),
        (*READING, "queries", "actions", "presentation", "forms", "views"),
        paints=True,
    ),
    # What programs do over HTTP, as people do it on pages.
    "api": Layer(("annotations.api",), (*READING, "queries", "actions", "presentation", "forms", "views")),
    # What `annotations` does when `newsroom` sends a signal.
    "receivers": Layer(("annotations.receivers",), (*READING, "queries", "actions", "presentation")),
    "config": Layer(
        ("newsroom.config",),
        (*READING, "queries", "actions", "presentation", "forms", "views", "api", "admin"),
    ),
    "commands": Layer(
        ("newsroom.management", "annotations.management"), (*READING, "queries", "actions", "config")
    ),
    "urls": Layer(("newsroom.urls", "annotations.urls"), ("views",)),
    "apps": Layer(("newsroom.apps", "annotations.apps"), (*READING, "forms", "receivers")),
}


def room_of(module: str) -> str:
    """Return the room of a module or of a name in it: `newsroom.text` for `newsroom.text.runs.runs`."""
    return ".".join(module.split(".")[:2])


def layer_of(module: str) -> str | None:
    """Return the name of the layer of a module or of a name in it, or None if no layer names its room."""
    room = room_of(module)
    return next((name for name, layer in LAYERS.items() if room in layer.rooms), None)
