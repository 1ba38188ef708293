"""Keeping the codebook."""

from django.db import transaction

from annotations.logic import codebook
from annotations.models import Tag
from newsroom.actions.history import change, record
from newsroom.actions.storing import store
from newsroom.models import User
from newsroom.roles import UserRole, require


@transaction.atomic
def make_tag(path: str, *, by: User, definition: str = "", hue: str = "") -> Tag:
    """A new entry of the codebook at `path` (`claims/number`). Takes a reporter."""
    require(by, UserRole.REPORTER)
    path = codebook.normalise_path(path)
    tag = Tag(path=path, definition=definition.strip(), hue=hue or codebook.hue(path), created_by=by)
    store(tag)
    record("made", tag, by=by, summary=f"added the tag {tag}")
    return tag


@transaction.atomic
def change_tag(tag: Tag, *, by: User, **values: object) -> None:
    """Change path, colour or definition. Takes an editor."""
    require(by, UserRole.EDITOR)
    if "path" in values:
        values["path"] = codebook.normalise_path(str(values["path"]))
    if changes := change(tag, values):
        record("changed", tag, by=by, summary=f"changed the tag {tag}", changes=changes)
