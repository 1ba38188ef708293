"""Compute what each item of an import would become if it were imported now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsroom.errors import NewsroomError
from newsroom.models import Article, ImportBatch, ImportItem, StoryArticle
from newsroom.queries.imports import details_of
from newsroom.queries.known_articles import has_same_content, is_unlike, known_article
from newsroom.queries.proposals import StoryProposal, proposals, source_profile
from newsroom.reading.sources import read_source
from newsroom.text.pipeline import PreparedSource
from newsroom.text.structure.several_articles import parted_texts
from newsroom.trouble.containing import contain_errors, contained_parts

Status = ImportItem.Status
#: How many characters of each part of a file the preview shows.
_BEGINNING = 160


@dataclass(frozen=True, slots=True)
class Preview:
    """What an item would become if it were imported now.

    If the item cannot be read, `prepared` is None and `error` says why. `known` is the article of which the
    item is a copy or a newer version, or None. `same` is true if the current revision of `known` has the same
    content already, so that importing the item would make no new revision. `unlike` is true if the item has
    hardly a word in common with `known`, so that a person must say what it is. `proposed` is the story that
    the item seems to be part of, or None. `parts` holds the beginning of each article if the item is new and
    looks like several; else it is empty.
    """

    item: ImportItem
    prepared: PreparedSource | None = None
    error: str = ""
    known: Article | None = None
    same: bool = False
    unlike: bool = False
    proposed: StoryProposal | None = None
    parts: tuple[str, ...] = ()


def preview(item: ImportItem) -> Preview:
    """Return the preview of one item, without a proposed story. Nothing is stored.

    The item is read exactly as an import would read it. An error of reading is in `error`.
    """
    if item.status == Status.FAILED and not item.raw:
        return Preview(item, error=item.message)

    try:
        with contain_errors(item.name):
            details = details_of(item)
            # PostgreSQL returns the bytes as a memoryview.
            prepared = read_source(bytes(item.raw), name=item.name, details=details)
            known = known_article(prepared, details.external_id)
    except NewsroomError as error:
        return Preview(item, error=error.sentence)

    current = known.current if known else None
    same = current is not None and has_same_content(current, prepared)
    unlike = current is not None and is_unlike(current, prepared)
    parts = () if known else _parts_of(prepared)
    return Preview(item, prepared, known=known, same=same, unlike=unlike, parts=parts)


def _parts_of(prepared: PreparedSource) -> tuple[str, ...]:
    if not prepared.starts:
        return ()
    texts = parted_texts(prepared.document, prepared.starts)
    return tuple(" ".join(text[:_BEGINNING].split()) for text in texts)


def previews(batch: ImportBatch, items: Iterable[ImportItem]) -> list[Preview]:
    """Return the preview of each of `items`, in order.

    If nobody has chosen a story and the article is in none, the preview has the story that the item seems to
    be part of.
    """
    unplaced = [preview(item) for item in items]
    if batch.story_id:
        return unplaced

    placed = _in_a_story([each.known for each in unplaced if each.known])
    alone = []
    for each in unplaced:
        # An import never adds an article that is in a story to another story by itself.
        in_a_story = each.known is not None and each.known.pk in placed
        if each.prepared and _awaits_a_story(each.item) and not in_a_story:
            alone.append(each)

    proposed, _ = contained_parts(_proposals, alone, lambda each: each.item.name)
    return [replace(each, proposed=proposed.get(each.item.position)) for each in unplaced]


def _proposals(unplaced: list[Preview]) -> dict[int, StoryProposal]:
    """Return the story that each of the previews seems to be part of, by the position of its item.

    Previews that fit no story are left out.
    """
    profiles = {
        each.item.position: source_profile(each.prepared) for each in unplaced if each.prepared
    }
    return proposals(profiles)


def _awaits_a_story(item: ImportItem) -> bool:
    return item.status == Status.WAITING and item.story_id is None


def _in_a_story(articles: Iterable[Article]) -> set[int]:
    """Return the ids of those of `articles` that are in at least one story."""
    ids = [article.pk for article in articles]
    if not ids:
        return set()
    return set(StoryArticle.objects.filter(article__in=ids).values_list("article", flat=True))
