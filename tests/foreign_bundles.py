"""Make bundles as another desk would send them."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

from annotations.logic.bundles.archives import Bundle, pack, unpack
from annotations.queries.bundles.records import write_bundle
from newsroom.models import Story
from tests import make

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
#: Fields that hold a name which a desk has once, by table.
_NAMES = {
    "outlets": ("name", "owner"),
    "articles": ("outlet", "external_id"),
    "stories": ("slug",),
    "tags": ("path",),
    "taggings": ("tag",),
}

Edit = Callable[[dict[str, Any]], dict[str, Any] | None]


def bundle_of(story: Story, *, originals: bool = False) -> bytes:
    """Return the bundle of a story."""
    file = io.BytesIO()
    write_bundle(file, story, originals=originals)
    return file.getvalue()


def opened(raw: bytes) -> Bundle:
    return unpack(io.BytesIO(raw))


def edited(raw: bytes, table: str, edit: Edit) -> bytes:
    """Return the bundle with other rows in a table. `edit` returns the new row, or None to leave it out."""

    def rewrite(name: str, content: bytes) -> bytes:
        if name != f"tables/{table}.jsonl":
            return content
        rows = [edit(json.loads(line)) for line in content.decode().splitlines()]
        return b"".join(_line(row) for row in rows if row is not None)

    return _rewritten(raw, rewrite)


def from_elsewhere(raw: bytes) -> bytes:
    """Return the bundle with ids, names of outlets and tags, and people that this desk does not know."""

    def rewrite(name: str, content: bytes) -> bytes:
        if not name.startswith("tables/"):
            return content
        table = name.removeprefix("tables/").removesuffix(".jsonl")
        rows = [_elsewhere(table, json.loads(line)) for line in content.decode().splitlines()]
        return b"".join(map(_line, rows))

    return with_other_ids(_rewritten(raw, rewrite))


def _elsewhere(table: str, row: dict[str, Any]) -> dict[str, Any]:
    for name, value in row.items():
        if name in _NAMES.get(table, ()) and value:
            row[name] = f"{value}-elsewhere"
        elif name.endswith("_by") and value:
            row[name] = f"{value} of another desk"
    if table == "articles":
        row["address"] = ""
    return row


def _rewritten(raw: bytes, rewrite: Callable[[str, bytes], bytes]) -> bytes:
    entries = []
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in archive.namelist():
            entries.append((name, rewrite(name, archive.read(name))))
    file = io.BytesIO()
    pack(file, entries)
    return file.getvalue()


def with_other_ids(raw: bytes) -> bytes:
    """Return the bundle with other UUIDs throughout, in the names of its files too."""
    space = UUID(int=14)

    def other(match: re.Match[str]) -> str:
        return str(uuid5(space, match.group()))

    entries = []
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.startswith("tables/"):
                content = _in_order(_UUID.sub(other, content.decode()))
            entries.append((_UUID.sub(other, name), content))
    file = io.BytesIO()
    pack(file, entries)
    return file.getvalue()


def _in_order(text: str) -> bytes:
    """Return the lines with the two articles of an independence in the order of their ids."""
    rows = [json.loads(line) for line in text.splitlines()]
    for row in rows:
        if "first" in row:
            row["first"], row["second"] = sorted((row["first"], row["second"]))
    return b"".join(map(_line, rows))


def sorted_tables(raw: bytes) -> dict[str, list[str]]:
    """Return the lines of each table, sorted. The order of rows depends on ids."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in archive.namelist():
            if name.startswith("tables/"):
                found[name] = sorted(archive.read(name).decode().splitlines())
    return found


def _line(row: dict[str, Any]) -> bytes:
    return (json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n").encode()


def story_of_everything() -> Story:
    """Make a story with something of everything that a bundle holds."""
    editor = make.user(username="ann")
    story = make.story("Rain", by=editor)
    articles = [
        make.article(f"Rain fell on {place}, the minister said.", story=story, outlet=place, by=editor)
        for place in ("Bali", "Java")
    ]
    tags = [make.tag(path, by=editor) for path in ("rain/heavy", "people")]
    one = make.highlight(articles[0], "Rain fell", tags=tags, by=editor)
    two = make.highlight(articles[1], "the minister", tags=tags[1:], by=editor)
    claim = make.claim(story, "It rained.", by=editor)
    make.evidence(claim, one, by=editor)
    make.verdict_basis(claim)
    make.link(one, two, by=editor)
    make.comment(one, "Seen.", by=editor)
    make.comment(claim, "Why?", by=editor)
    make.origin(*articles, name="Wire", by=editor)
    make.silence(make.claim(story, "It hailed.", by=editor), articles[1], by=editor)
    three = make.claim(story, "It was dry.", by=editor)
    make.independence(three, one, two, by=editor)
    make.capture(articles[0])
    return story
