"""Define the columns of the codebook and of the history."""

import json
from dataclasses import dataclass

from annotations.logic.export.records import ExportColumn, RecordKind
from annotations.models import Tag
from newsroom.models import Activity


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag in an export. `highlights` is the number of highlights with the tag, without withdrawn ones."""

    tag: Tag
    highlights: int


TAGS: RecordKind[TagRow] = RecordKind(
    "a tag: an entry of the codebook",
    (
        ExportColumn(
            "tag", lambda row: row.tag.path, "path of the tag; `claims/number` lies below `claims`"
        ),
        ExportColumn("definition", lambda row: row.tag.definition, "what the tag means"),
        ExportColumn("colour", lambda row: row.tag.hue, "its colour, one of the palette"),
        ExportColumn(
            "highlights",
            lambda row: row.highlights,
            "number of highlights with it on the whole desk",
        ),
        ExportColumn("created_by", lambda row: row.tag.created_by.username, "who made it"),
        ExportColumn("created_at", lambda row: row.tag.created_at, "when it was made (UTC)"),
    ),
)


def _story_slug(line: Activity) -> str | None:
    return line.story.slug if line.story else None


def _changes(line: Activity) -> str:
    # An empty cell is easier to filter in a spreadsheet than `{}`.
    if not line.changes:
        return ""
    return json.dumps(line.changes, ensure_ascii=False, sort_keys=True)


ACTIVITY: RecordKind[Activity] = RecordKind(
    "a line of the history; it may name things that were withdrawn since",
    (
        ExportColumn("activity_id", lambda line: line.pk, "id of the line"),
        ExportColumn("at", lambda line: line.at, "when it was done (UTC)"),
        ExportColumn("actor", lambda line: line.actor.username, "who did it"),
        ExportColumn("verb", lambda line: line.verb, "what was done"),
        ExportColumn("object_type", lambda line: line.object_type, "to what kind of thing"),
        ExportColumn("object_id", lambda line: line.object_id, "id of the thing"),
        ExportColumn("story", _story_slug, "story that lists the line (slug), or empty"),
        ExportColumn(
            "article_id", lambda line: line.article_id, "article that lists the line, or empty"
        ),
        ExportColumn("summary", lambda line: line.summary, "what was done, in words"),
        ExportColumn(
            "changes", _changes, "values before and after, as JSON: {field: [before, after]}"
        ),
    ),
)
