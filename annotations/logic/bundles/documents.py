"""Check the text of a revision that comes in a bundle, with its blocks and marks."""

import hashlib
from datetime import datetime
from typing import Any

from annotations.logic.bundles.rows import BundleRow
from newsroom.errors import Invalid
from newsroom.text.changes.corrections import FIELDS
from newsroom.text.model import MarkKind, Role
from newsroom.text.normalise import normalise

_BLOCK, _MARK = 3, 4


def check_document(row: BundleRow, text: str) -> None:
    """Raise `Invalid` if the text is not the one that `row` (of revisions) describes.

    The text must be normalised and have the stated hash; blocks must follow each other, with known roles; and
    marks must lie in the text, with known kinds.
    """
    if normalise(text) != text or not text:
        raise Invalid(f"{row.place}: its text is not as a desk stores texts.")
    if hashlib.sha256(text.encode()).hexdigest() != row.values["sha256"]:
        raise Invalid(f"{row.place}: its text was changed: “sha256” does not fit.")
    _check_spans(row, len(text))
    if not all(isinstance(line, str) for line in row.values["kept_lines"]):
        raise Invalid(f"{row.place}: “kept_lines” are no lines.")
    _check_corrections(row, len(row.values["blocks"]))


def _check_spans(row: BundleRow, length: int) -> None:
    """Raise `Invalid` if `blocks` or `marks` are not those of a text of `length` code points."""
    # Blocks follow each other, so each begins where the one before has ended.
    last = 0
    for block in row.values["blocks"]:
        if not _is_span(block, _BLOCK, length) or block[0] < last or block[2] not in set(Role):
            raise Invalid(f"{row.place}: “blocks” are no blocks of its text.")
        last = block[1]
    for mark in row.values["marks"]:
        is_mark = _is_span(mark, _MARK, length) and mark[2] in set(MarkKind)
        if not is_mark or not isinstance(mark[3], str):
            raise Invalid(f"{row.place}: “marks” are no marks of its text.")


def check_anchor(row: BundleRow, text: str) -> None:
    """Raise `Invalid` if the quote of `row` (of anchors) is not what `text` says at its place."""
    start, end, quote = row.values["start"], row.values["end"], row.values["quote"]
    # A lost passage has its last known words and no place.
    lost = row.values["state"] == "lost"
    if lost and start is None and end is None:
        return
    if lost or start is None or end is None or start >= end or text[start:end] != quote:
        raise Invalid(f"{row.place}: the text does not say “{quote[:40]}” at this place.")


def _check_corrections(row: BundleRow, blocks: int) -> None:
    """Raise `Invalid` if `read` does not say how the source of a revision differs from its masthead."""
    for name, value in row.values["read"].items():
        if name == "roles":
            fits = isinstance(value, dict) and _are_roles(value, blocks)
        elif name == "published_on_day":
            fits = isinstance(value, bool)
        elif name == "published_at":
            fits = value is None or _is_moment(value)
        else:
            fits = name in FIELDS and isinstance(value, str)
        if not fits:
            raise Invalid(f"{row.place}: “read” holds no correction of “{name[:40]}”.")


def _are_roles(roles: dict[str, Any], blocks: int) -> bool:
    for index, role in roles.items():
        if not index.isdecimal() or int(index[:9]) >= blocks:
            return False
        # Lists and objects cannot be looked up in a set.
        if not isinstance(role, str) or role not in set(Role):
            return False
    return True


def _is_moment(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_span(value: Any, length: int, most: int) -> bool:
    """Return whether `value` is a list of this length that begins with a span within `most` code points."""
    if not isinstance(value, list) or len(value) != length:
        return False
    start, end, kind = value[:3]
    if type(start) is not int or type(end) is not int or not isinstance(kind, str):
        return False
    return 0 <= start <= end <= most
