"""What the desk corrected about a text, and what of it holds for the next one.

Corrections are of what was guessed: title, byline, credit, date, address, language, and the role of each
block. They never touch the text, so no offset moves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.model import Block, Document, Metadata, Role

#: The fields of `Metadata` that can be corrected; date and its precision go together.
FIELDS = ("title", "byline", "credit", "published_at", "published_on_day", "url", "language")


def with_roles(document: Document, roles: Mapping[int, Role]) -> Document:
    """The document with other roles for the blocks of these indexes. Raises `Invalid` for a block it does not
    have.
    """
    if wrong := [index for index in roles if not 0 <= index < len(document.blocks)]:
        raise Invalid(f"There is no paragraph {wrong[0] + 1}: look at the article anew.")
    blocks = [
        replace(block, role=roles.get(index, block.role)) for index, block in enumerate(document.blocks)
    ]
    return replace(document, blocks=tuple(blocks))


def differences(read: Metadata, document: Document, held: Metadata, corrected: Document) -> dict[str, Any]:
    """What the source said (`read`, `document`) where another is held: `{field: value, roles: {block:
    role}}`.
    """
    said: dict[str, Any] = {
        name: getattr(read, name) for name in FIELDS if getattr(read, name) != getattr(held, name)
    }
    pairs = enumerate(zip(document.blocks, corrected.blocks, strict=True))
    if roles := {str(index): before.role for index, (before, now) in pairs if before.role is not now.role}:
        said["roles"] = roles
    return said


def carry_metadata(read: Metadata, corrected: Metadata, found: Metadata) -> Metadata:
    """What holds for a newer source: where it says what was `read` from the older one, that stays
    `corrected`.

    What the newer source says otherwise is news, and counts as it is found.
    """
    kept = {
        name: getattr(corrected, name)
        for name in FIELDS
        if getattr(found, name) == getattr(read, name) and name not in ("published_at", "published_on_day")
    }
    if (found.published_at, found.published_on_day) == (read.published_at, read.published_on_day):
        kept |= {"published_at": corrected.published_at, "published_on_day": corrected.published_on_day}
    return replace(found, **kept)


def carry_roles(read: Document, corrected: Document, found: Document) -> Document:
    """The newer document with the roles that were corrected, on the blocks that still read as they did.

    `read` and `corrected` are the older text before and after its correction. A block that stands there
    several times is left as it was found: which of them was meant cannot be told.
    """
    changed = {
        _words(corrected, block): block.role
        for block, before in zip(corrected.blocks, read.blocks, strict=True)
        if block.role is not before.role
    }
    texts = [_words(read, block) for block in read.blocks]
    once = {text: role for text, role in changed.items() if texts.count(text) == 1}
    roles = {index: once[text] for index, text in enumerate(_texts(found)) if text in once}
    return with_roles(found, roles)


def _words(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _texts(document: Document) -> Sequence[str]:
    return [_words(document, block) for block in document.blocks]
