"""Arrange the tags of the codebook as the tree of codes that other tools have."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5

from annotations.logic.codebook import parent
from annotations.logic.vocabulary import Hue

#: The colour of each hue, as the style sheet has it for ink on a light ground.
COLOURS = {
    Hue.AMBER: "#8f6a00",
    Hue.TEAL: "#0c6b60",
    Hue.VIOLET: "#5f44ad",
    Hue.ROSE: "#b02a37",
    Hue.LIME: "#527000",
    Hue.SKY: "#13609b",
    Hue.ORANGE: "#a64f00",
    Hue.PINK: "#a8307c",
    Hue.SLATE: "#4a5568",
}
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:QDA-XML:project:1.0")


@dataclass(frozen=True, slots=True)
class ExportedTag:
    """A tag as the codebook has it. `hue` is one of `Hue`."""

    path: str
    definition: str = ""
    hue: str = Hue.SLATE.value


@dataclass(slots=True)
class ExportedCode:
    """A code in the tree. `name` is the last level of its path, and `children` are the codes below it.

    A code that is not `codable` is no tag: it only holds its place above other codes. Its colour is empty.
    """

    guid: str
    name: str
    codable: bool = False
    definition: str = ""
    colour: str = ""
    children: list["ExportedCode"] = field(default_factory=list)


def guid_of(*words: str) -> str:
    """Return a UUID as text. Equal words have the same one in every file and on every desk."""
    return str(uuid5(_NAMESPACE, "\n".join(words)))


def code_guid(path: str) -> str:
    """Return the UUID of the code for the tag at `path`. Case makes no difference."""
    return guid_of("code", path.lower())


def code_tree(entries: Iterable[ExportedTag]) -> list[ExportedCode]:
    """Return the codes at the top of the tree, in the order in which the entries come.

    A level of a path that is no tag itself becomes a code that is not codable.
    """
    top: list[ExportedCode] = []
    codes: dict[str, ExportedCode] = {}
    for entry in entries:
        # A tag may come after those below it, which have made its code already.
        code = _code_at(entry.path, codes, top)
        code.codable = True
        code.definition = entry.definition
        code.colour = COLOURS[Hue(entry.hue)]
    return top


def _code_at(path: str, codes: dict[str, ExportedCode], top: list[ExportedCode]) -> ExportedCode:
    """Return the code at `path`. It is made, with those above it, if there is none yet."""
    # The database tells tags apart in lower case, in which “ß” is not “ss”.
    key = path.lower()
    if key in codes:
        return codes[key]
    above = parent(path)
    siblings = _code_at(above, codes, top).children if above else top
    code = ExportedCode(code_guid(path), path.rpartition("/")[2])
    siblings.append(code)
    codes[key] = code
    return code
