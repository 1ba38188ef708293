"""The panes of the desk: articles with what is marked in them, in a fixed number of queries."""

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
from newsroom.text.runs import touched

#: Panes that fit beside each other on the desk.
MOST_PANES = 4
#: Other highlights at the same place that a card lists.
MOST_OVERLAPS = 20


@dataclass(frozen=True, slots=True)
class DeskPassage:
    """A standing highlight as a pane shows it: where it stands, the colour of its tag, and its state.

    It is not the model, because a desk shows thousands, and reading rows takes a tenth of the time that
    making instances takes. `state` is blank unless a revision changed the passage.
    """

    id: str
    span: Span
    hue: str
    state: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another highlight at the same place, to be chosen by its words."""

    id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Pane:
    """One article on the desk: its current revision and the standing highlights that have a place in it.

    A pane of `pane_around` holds those highlights only that share a block with what was drawn.
    """

    article: Article
    revision: Revision
    passages: list[DeskPassage]

    @property
    def document(self) -> Document:
        """The text of the revision with its blocks and marks."""
        return self.revision.document

    @property
    def name(self) -> str:
        """The name that ids of its blocks in the page begin with."""
        return f"r{self.revision.pk}"

    def blocks_at(self, spans: Iterable[Span]) -> set[int]:
        """Return the numbers of the blocks that `spans` touch."""
        return {index for span in spans for index in touched(self.document, span)}

    def overlapping(self, highlight: Highlight) -> list[Overlap]:
        """Return the other highlights that stand where `highlight` does. Takes no query."""
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
    """Return revisions with the columns only that drawing in them takes, because they have twice as many."""
    of_revision = ("text", "blocks", "marks")
    of_article = ("article__title", "article__current", "article__outlet__name")
    return Revision.objects.select_related("article__outlet").only(*of_revision, *of_article)


def panes_of(articles: Sequence[Article]) -> list[Pane]:
    """Return a pane for each article, of at most four, in two queries."""
    shown = articles[:MOST_PANES]
    revisions = Revision.objects.in_bulk([article.current_id for article in shown])
    passages = passages_in(revisions)

    panes = []
    for article in shown:
        revision = revisions[article.current_id]
        # The article is at hand, so that no query asks for it again.
        revision.article = article
        panes.append(Pane(article, revision, passages[revision.pk]))
    return panes


def pane_of(article: Article) -> Pane:
    """Return the pane of one article, as it is needed after a change in it."""
    return panes_of([article])[0]


def pane_around(revision: Revision, span: Span) -> Pane:
    """Return the pane of `revision` with no more than repainting the blocks under `span` takes.

    So drawing a highlight costs the same among ten others and among thousands.
    """
    blocks = [revision.document.blocks[index] for index in touched(revision.document, span)]
    near = Q(anchor__start__lt=blocks[-1].end, anchor__end__gt=blocks[0].start)
    return Pane(revision.article, revision, passages_in([revision.pk], near)[revision.pk])


def passages_in(
    revisions: Iterable[int], condition: Q | None = None
) -> defaultdict[int, list[DeskPassage]]:
    """Return the standing highlights that have a place in each revision, in reading order, in one query."""
    placed = Q(withdrawn_at=None, anchor__revision__in=list(revisions), anchor__start__isnull=False)
    if condition is not None:
        placed &= condition
    # Those without a place are filtered out, so that offsets are numbers here.
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
        # A highlight has a row for each of its tags. The first one gives the colour.
        if pk != previous:
            shown_state = state if state == AnchorState.CHANGED else ""
            passages[revision].append(
                DeskPassage(str(pk), Span(start, end), hue or "", shown_state)
            )
        previous = pk
    return passages


def overlapping(highlight: Highlight) -> list[Overlap]:
    """Return the other standing highlights that share words with this one."""
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
    """Return the oldest standing highlight on exactly these words."""
    on_these_words = Highlight.objects.filter(
        anchor__revision=revision, anchor__start=start, anchor__end=end, withdrawn_at=None
    )
    return on_these_words.select_related("anchor").order_by("created_at").first()
