"""Compute what the desk corrected about an article, and carry corrections over to the next revision.

People correct what was guessed: title, byline, credit, date, address, language, and the role of each block. A
correction never changes the text, so no offset moves.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.model import Block, Document, Metadata, Role

#: The fields of `Metadata` that people can correct. The date and its precision change together.
FIELDS = ("title", "byline", "credit", "published_at", "published_on_day", "url", "language")
_DATE_FIELDS = ("published_at", "published_on_day")


def with_roles(document: Document, roles: Mapping[int, Role]) -> Document:
    """Return `document` with new roles for some of its blocks. `roles` is {index of the block: role}.

    Raises `Invalid` if the document has no block with one of the indexes.
    """
    for index in roles:
        if not 0 <= index < len(document.blocks):
            raise Invalid(f"There is no paragraph {index + 1}: look at the article again.")
    blocks = list(document.blocks)
    for index, role in roles.items():
        blocks[index] = replace(blocks[index], role=role)
    return replace(document, blocks=tuple(blocks))


def differences(
    read: Metadata,
    document: Document,
    held: Metadata,
    corrected: Document,
) -> dict[str, Any]:
    """Return what the source said in those fields that the desk has corrected, as {field: value}.

    Corrected roles of blocks are in one more field: "roles": {index of the block, as a string: role}. `read`
    and `document` hold what the source said, `held` and `corrected` hold the desk's version. The result is
    empty if nothing was corrected.
    """
    source_values: dict[str, Any] = {}
    for name in FIELDS:
        if getattr(read, name) != getattr(held, name):
            source_values[name] = getattr(read, name)

    roles = {}
    for index, (before, after) in enumerate(zip(document.blocks, corrected.blocks, strict=True)):
        if before.role is not after.role:
            roles[str(index)] = before.role
    if roles:
        source_values["roles"] = roles
    return source_values


def carry_metadata(read: Metadata, corrected: Metadata, newer: Metadata) -> Metadata:
    """Return the metadata of a newer source (`newer`), with the corrections that are still valid.

    `read` is what the older source said, and `corrected` is what the desk made of it. A correction is still
    valid if the newer source says the same as the older one. If it says something else, its own value is
    used, because it is news.
    """
    corrections: dict[str, Any] = {}
    for name in FIELDS:
        if name not in _DATE_FIELDS and getattr(newer, name) == getattr(read, name):
            corrections[name] = getattr(corrected, name)

    # The date and its precision are one value, so they are kept or replaced together.
    if _date(newer) == _date(read):
        corrections |= _date(corrected)
    return replace(newer, **corrections)


def without_carried(
    read: Metadata,
    held: Metadata,
    other: Metadata,
    own: Metadata | None = None,
) -> Metadata:
    """Return `held` without the values that were carried over from `other`, the metadata of another article.

    `read` is what the source of `held` stated itself, and `own` is the metadata of an earlier revision of the
    same article, or None. A value was carried over if `other` has it, but neither the source nor `own` does.
    It is replaced by the value in `read`.
    """
    as_read: dict[str, Any] = {}
    for name in FIELDS:
        if name in _DATE_FIELDS:
            continue
        value = getattr(held, name)
        is_own = own is not None and value == getattr(own, name)
        if not is_own and value != getattr(read, name) and value == getattr(other, name):
            as_read[name] = getattr(read, name)

    # The date and its precision are one value.
    is_own = own is not None and _date(held) == _date(own)
    if not is_own and _date(read) != _date(held) == _date(other):
        as_read |= _date(read)
    return replace(held, **as_read)


def carry_roles(read: Document, corrected: Document, newer: Document) -> Document:
    """Return the newer document, with the corrected roles carried over to blocks whose words are unchanged.

    `read` and `corrected` are the older document before and after its correction. If the same words occur in
    several blocks of the older document, their roles are not carried, because nobody can tell which block was
    meant.
    """
    occurrences = Counter(_wording(read, block) for block in read.blocks)
    corrections = {}
    for before, after in zip(read.blocks, corrected.blocks, strict=True):
        wording = _wording(corrected, after)
        if after.role is not before.role and occurrences[wording] == 1:
            corrections[wording] = after.role

    roles = {}
    for index, block in enumerate(newer.blocks):
        wording = _wording(newer, block)
        if wording in corrections:
            roles[index] = corrections[wording]
    return with_roles(newer, roles)


def _date(metadata: Metadata) -> dict[str, Any]:
    return {name: getattr(metadata, name) for name in _DATE_FIELDS}


def _wording(document: Document, block: Block) -> str:
    """Return the words of the block, separated by single spaces."""
    return " ".join(document.text_of(block).split())
