"""Read the panes of the desk. A pane shows one article with its highlights.

The number of queries does not depend on the number of highlights.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from annotations.logic.vocabulary import AnchorState
from annotations.models import Highlight
from newsroom.models import Article, Revision
from newsroom.text.model import Document, Span
from newsroom.text.runs import touched_blocks

#: Most panes that the desk shows side by side.
MOST_PANES = 4
#: Most overlapping highlights that a card lists.
MOST_OVERLAPS = 20


@dataclass(frozen=True, slots=True)
class DeskPassage:
    """A highlight as a pane shows it. `span` is its place in the revision.

    `hue` is the colour of its first tag, or empty without tags. `state` is `changed` if a new revision
    changed the passage, else empty. This is not a model instance, because a desk shows thousands of
    highlights, and reading plain rows takes a tenth of the time.
    """

    id: str
    span: Span
    hue: str
    state: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """A highlight that overlaps the highlight of an open card. The card lists it by its `quote`."""

    id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Pane:
    """An article on the desk: its current revision, and the highlights (`passages`) that have a place in it.

    A pane made by `pane_around` has only the highlights in the blocks that must be painted again.
    """

    article: Article
    revision: Revision
    passages: list[DeskPassage]

    @property
    def document(self) -> Document:
        """Return the text of the revision with its blocks and marks."""
        return self.revision.document

    @property
    def name(self) -> str:
        """Return the prefix of the HTML ids of the blocks, such as `r12` for the revision with the id 12."""
        return f"r{self.revision.pk}"

    def blocks_at(self, spans: Iterable[Span]) -> set[int]:
        """Return the indexes of the blocks that overlap any of the spans. Without spans the set is empty."""
        return {index for span in spans for index in touched_blocks(self.document, span)}

    def overlapping(self, highlight: Highlight) -> list[Overlap]:
        """Return the other highlights of the pane that overlap `highlight`, which must have a place in the
        pane.

        At most `MOST_OVERLAPS` are returned. This needs no query.
        """
        own_id = str(highlight.pk)
        own_span = highlight.anchor.span
        text = self.revision.text

        overlapping = (
            Overlap(passage.id, text[passage.span.start : passage.span.end])
            for passage in self.passages
            if passage.span.overlaps(own_span) and passage.id != own_id
        )
        return list(islice(overlapping, MOST_OVERLAPS))


def revisions_to_mark() -> QuerySet[Revision]:
    """Return a queryset of revisions that loads only the columns that the act of drawing a highlight
    needs.
    """
    # A revision has twice as many columns, and some of them are large.
    of_revision = ("text", "blocks", "marks", "byline", "credit")
    of_article = ("article__title", "article__current", "article__outlet__name")
    return Revision.objects.select_related("article__outlet").only(*of_revision, *of_article)


def panes_of(articles: Sequence[Article]) -> list[Pane]:
    """Return a pane for each of the first `MOST_PANES` articles, in the given order, with two queries."""
    first_articles = articles[:MOST_PANES]
    revisions = Revision.objects.in_bulk([article.current_id for article in first_articles])
    passages = passages_in(revisions)

    panes = []
    for article in first_articles:
        revision = revisions[article.current_id]
        # The article is loaded already. Setting it here saves a query.
        revision.article = article
        panes.append(Pane(article, revision, passages[revision.pk]))
    return panes


def pane_of(article: Article) -> Pane:
    """Return the pane of one article with all highlights that have a place in its current revision."""
    return panes_of([article])[0]


def pane_around(revision: Revision, span: Span) -> Pane:
    """Return a pane of `revision` with only those highlights that overlap the blocks of `span`.

    Therefore drawing a highlight takes the same time in an article with ten highlights and with thousands.
    """
    blocks = [revision.document.blocks[index] for index in touched_blocks(revision.document, span)]
    # Only highlights in the blocks that change must be painted again.
    overlaps_blocks = Q(anchor__start__lt=blocks[-1].end, anchor__end__gt=blocks[0].start)
    return Pane(
        revision.article, revision, passages_in([revision.pk], overlaps_blocks)[revision.pk]
    )


def passages_in(
    revisions: Iterable[int], condition: Q | None = None
) -> defaultdict[int, list[DeskPassage]]:
    """Return the highlights in each revision in reading order, by revision id, with one query.

    `revisions` are ids. Withdrawn highlights and lost passages are left out. `condition` restricts the
    highlights further. A revision without highlights has an empty list.
    """
    # The filter is on the anchor that is current, so old anchors are not read.
    placed = Q(
        withdrawn_at=None,
        anchor__revision__in=list(revisions),
        anchor__start__isnull=False,
    )
    if condition is not None:
        placed &= condition
    # Lost passages are filtered out, so start and end are never None here.
    rows: Iterable[Any] = (
        Highlight.objects.filter(placed)
        .order_by("anchor__revision", "anchor__start", "-anchor__end", "pk", "taggings__pk")
        .values_list(
            "anchor__revision",
            "pk",
            "anchor__start",
            "anchor__end",
            "anchor__state",
            "taggings__tag__hue",
        )
    )

    passages: defaultdict[int, list[DeskPassage]] = defaultdict(list)
    previous = None
    for revision, pk, start, end, state, hue in rows:
        # A highlight has one row for each of its tags. The first tag gives the colour.
        if pk != previous:
            shown_state = state if state == AnchorState.CHANGED else ""
            passages[revision].append(
                DeskPassage(str(pk), Span(start, end), hue or "", shown_state)
            )
        previous = pk
    return passages


def overlapping(highlight: Highlight) -> list[Overlap]:
    """Return the other highlights that overlap `highlight` in its revision, `MOST_OVERLAPS` at most.

    They are read from the database. The list is empty if the passage of `highlight` is lost.
    """
    anchor = highlight.anchor
    if anchor.start is None:
        return []

    sharing = Q(anchor__start__lt=anchor.end, anchor__end__gt=anchor.start)
    others = (
        Highlight.objects.filter(sharing, anchor__revision=anchor.revision_id, withdrawn_at=None)
        .exclude(pk=highlight.pk)
        .order_by("anchor__start", "-anchor__end")
    )
    rows = others.values_list("pk", "anchor__quote")[:MOST_OVERLAPS]
    return [Overlap(str(pk), quote) for pk, quote in rows]


def standing_at(revision: Revision, start: int, end: int) -> Highlight | None:
    """Return the oldest highlight with exactly this span (code points) in `revision` that is not withdrawn.

    Returns None if there is no such highlight.
    """
    on_these_words = Highlight.objects.filter(
        anchor__revision=revision, anchor__start=start, anchor__end=end, withdrawn_at=None
    )
    # Two people can have drawn the same highlight. The oldest is returned, so that the result is always the
    # same.
    return on_these_words.select_related("anchor").order_by("created_at").first()
