"""Read the codebook as its page shows it: each tag with its use, and with what is like it."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from annotations.logic.alike_tags import alike_tags
from annotations.logic.codebook import with_ancestors
from annotations.models import Highlight, HighlightTag, Tag
from annotations.queries.desk.surroundings import CodebookEntry, codebook
from annotations.queries.exports.filters import filtered_rows
from newsroom.models import User

#: Examples that are shown for each tag.
EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class CodebookLine:
    """A tag on the page of the codebook.

    `entry` has its digit on the desk of the person. `level` is its depth in the tree, from 1. `highlights` is
    the number of highlights with it, and `examples` are the newest of them. `is_used` is also true if only a
    tag below it has highlights. `alike` are the paths of nearly equal tags.
    """

    entry: CodebookEntry
    level: int
    highlights: int
    is_used: bool
    examples: list[Highlight]
    alike: list[str]


def codebook_lines(person: User) -> list[CodebookLine]:
    """Return the tags of the codebook, those below another one after it.

    The number of queries does not grow with the tags.
    """
    entries = codebook(person)
    counts = dict(filtered_rows(Tag, {}).values_list("pk", "number"))
    examples = _examples()
    alike = alike_tags(entry.tag.path for entry in entries)
    # A tag that only holds others together is in use with them.
    used = with_ancestors(entry.tag.path for entry in entries if counts.get(entry.tag.pk))
    lines = []
    for entry in sorted(entries, key=_place):
        tag = entry.tag
        line = CodebookLine(
            entry=entry,
            level=tag.path.count("/") + 1,
            highlights=counts.get(tag.pk, 0),
            is_used=tag.path.lower() in used,
            examples=examples[tag.pk],
            alike=alike.get(tag.path, []),
        )
        lines.append(line)
    return lines


def _place(entry: CodebookEntry) -> list[str]:
    # A blank or a hyphen would come before a slash.
    return entry.tag.path.casefold().split("/")


def _examples() -> defaultdict[int, list[Highlight]]:
    """Return the newest highlights of each tag, by tag id, without withdrawn ones."""
    # One query for all tags: a query for each would be slow in a large codebook.
    newest_first = Window(
        RowNumber(),
        partition_by=F("tag"),
        order_by=F("pk").desc(),
    )
    standing = HighlightTag.objects.filter(highlight__withdrawn_at=None)
    newest = (
        standing.annotate(place=newest_first)
        .filter(place__lte=EXAMPLES)
        .order_by("tag", "place")
        .values_list("tag", "highlight")
    )
    pairs = list(newest)
    # A highlight may be an example of several tags.
    ids = {highlight for _, highlight in pairs}
    related = ("anchor", "article__outlet")
    highlights = Highlight.objects.select_related(*related).in_bulk(ids)
    examples: defaultdict[int, list[Highlight]] = defaultdict(list)
    for tag, highlight in pairs:
        examples[tag].append(highlights[highlight])
    return examples
