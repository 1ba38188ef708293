"""What the desk shows, read in a fixed number of queries however many articles and highlights there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db.models import Prefetch, Q, QuerySet
from django.utils.safestring import SafeString

from annotations.models import Highlight, Link, Provenance, Tag
from newsroom.models import Article, Revision, Story
from newsroom.presentation.painting import HighlightStyle, paint, paint_block, paint_strokes
from newsroom.text.model import Span
from newsroom.text.runs import runs, touched

MOST_PANES, MOST_OVERLAPS = 4, 20


@dataclass(frozen=True, slots=True)
class DeskPassage:
    """A standing highlight as a pane shows it: where it stands, and how it looks there.

    Not the model itself: a desk shows thousands, and rows are read in a tenth of the time that instances
    take.
    """

    id: str
    span: Span
    look: HighlightStyle


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another highlight at the same place, to be chosen by its words."""

    id: str
    quote: str


@dataclass(slots=True)
class Pane:
    """One article on the desk: its current revision with the standing highlights that have a place in it.

    After `pane_around`, those highlights only that share a block with what was drawn.
    """

    article: Article
    revision: Revision
    passages: list[DeskPassage]

    @property
    def prefix(self) -> str:
        """What block ids begin with."""
        return f"r{self.revision.pk}"

    @property
    def prose(self) -> SafeString:
        return paint(runs(self.revision.document, self._spans()), self._looks(), prefix=self.prefix)

    @property
    def strokes(self) -> SafeString:
        """The bars of the overview strip."""
        return paint_strokes(len(self.revision.text), self._spans(), self._looks())

    def stroke(self, highlight: Highlight) -> SafeString:
        """The bar of one highlight."""
        own = [(passage.span, passage.id) for passage in self.passages if passage.id == str(highlight.pk)]
        return paint_strokes(len(self.revision.text), own, self._looks())

    def blocks_touched(self, spans: Iterable[Span]) -> list[SafeString]:
        """The blocks under `spans`, painted to replace those in the page."""
        document = self.revision.document
        indexes = {index for span in spans for index in touched(document, span)}
        if not indexes:
            return []
        within = Span(document.blocks[min(indexes)].start, document.blocks[max(indexes)].end)
        near = [(span, name) for span, name in self._spans() if span.overlaps(within)]
        looks = self._looks()
        return [
            paint_block(block, looks, prefix=self.prefix, swap=True)
            for block in runs(document, near, blocks=indexes)
        ]

    def overlapping(self, highlight: Highlight) -> list[Overlap]:
        """The other highlights that stand where `highlight` does, without another query."""
        span, own, text = (
            Span(highlight.anchor.start, highlight.anchor.end),
            str(highlight.pk),
            self.revision.text,
        )
        others = (other for other in self.passages if other.span.overlaps(span) and other.id != own)
        return [
            Overlap(other.id, text[other.span.start : other.span.end])
            for other in islice(others, MOST_OVERLAPS)
        ]

    def _spans(self) -> list[tuple[Span, str]]:
        return [(passage.span, passage.id) for passage in self.passages]

    def _looks(self) -> dict[str, HighlightStyle]:
        return {passage.id: passage.look for passage in self.passages}


def articles_of(story: Story) -> QuerySet[Article]:
    """The story's articles in the order they were added, with outlet, masthead (without its text) and
    origins.
    """
    origins = Prefetch(
        "provenances",
        Provenance.objects.exclude(origin__state="rejected").select_related("origin"),
        to_attr="sources",
    )
    return (
        story.articles.select_related("outlet", "current")
        .defer("current__text", "current__blocks", "current__marks")
        .prefetch_related(origins)
        .order_by("places__id")
    )


def revisions_to_mark() -> QuerySet[Revision]:
    """Revisions with what drawing in them takes and no more: a revision has twice as many columns, read each
    time.
    """
    of_revision = ("text", "blocks", "marks")
    return Revision.objects.select_related("article__outlet").only(
        *of_revision, "article__title", "article__current", "article__outlet__name"
    )


def panes(articles: Sequence[Article]) -> list[Pane]:
    """A pane for each article (at most four are shown), in two queries."""
    articles = articles[:MOST_PANES]
    revisions = Revision.objects.in_bulk([article.current_id for article in articles])
    standing = passages_in(revisions)
    made = []
    for article in articles:
        revision = revisions[article.current_id]
        revision.article = article
        made.append(Pane(article, revision, standing[revision.pk]))
    return made


def pane(article: Article) -> Pane:
    """The pane of one article, as after a change in it."""
    return panes([article])[0]


def pane_around(revision: Revision, span: Span) -> Pane:
    """The pane of `revision`, holding no more than repainting the blocks under `span` takes.

    So drawing a highlight costs the same among ten others and among thousands.
    """
    blocks = [revision.document.blocks[index] for index in touched(revision.document, span)]
    near = Q(anchor__start__lt=blocks[-1].end, anchor__end__gt=blocks[0].start)
    return Pane(revision.article, revision, passages_in([revision.pk], near)[revision.pk])


def passages_in(revisions: Iterable[int], where: Q | None = None) -> defaultdict[int, list[DeskPassage]]:
    """The standing highlights that have a place in each of these revisions, in reading order, in one query."""
    placed = Q(withdrawn_at=None, anchor__revision__in=list(revisions), anchor__start__isnull=False)
    standing = (
        Highlight.objects.filter(placed & where if where else placed)
        .order_by("anchor__revision", "anchor__start", "-anchor__end", "pk", "taggings__pk")
        .values_list(
            "anchor__revision", "pk", "anchor__start", "anchor__end", "anchor__state", "taggings__tag__hue"
        )
    )
    found: defaultdict[int, list[DeskPassage]] = defaultdict(list)
    last = None
    for revision, pk, start, end, state, hue in standing:
        if pk != last:  # a row for each tag, the first of which gives the colour
            look = HighlightStyle(hue or "", "changed" if state == "changed" else "")
            found[revision].append(DeskPassage(str(pk), Span(start, end), look))
        last = pk
    return found


def overlapping(highlight: Highlight) -> list[Overlap]:
    """The other standing highlights that share words with this one."""
    anchor = highlight.anchor
    if anchor.start is None:
        return []
    sharing = Q(anchor__start__lt=anchor.end, anchor__end__gt=anchor.start)
    others = Highlight.objects.filter(sharing, anchor__revision=anchor.revision_id, withdrawn_at=None)
    found = others.exclude(pk=highlight.pk).order_by("anchor__start", "-anchor__end")
    return [Overlap(str(pk), quote) for pk, quote in found.values_list("pk", "anchor__quote")[:MOST_OVERLAPS]]


def standing_at(revision: Revision, start: int, end: int) -> Highlight | None:
    """The oldest standing highlight on exactly these words."""
    standing = Highlight.objects.filter(
        anchor__revision=revision, anchor__start=start, anchor__end=end, withdrawn_at=None
    )
    return standing.select_related("anchor").order_by("created_at").first()


def notes_on(articles: Iterable[Article]) -> dict[int, list[Highlight]]:
    """The standing highlights with a note or an attribution, by article, in reading order: what a printed
    desk adds.
    """
    told = Highlight.objects.exclude(note="", attribution="").filter(
        withdrawn_at=None, anchor__revision__in=[article.current_id for article in articles]
    )
    notes: dict[int, list[Highlight]] = defaultdict(list)
    for highlight in told.select_related("anchor").order_by("anchor__start", "-anchor__end"):
        notes[highlight.article_id].append(highlight)
    return notes


def links_between(articles: Iterable[int]) -> list[Link]:
    """The standing links both of whose ends stand in these articles."""
    wanted = list(articles)
    return list(
        Link.objects.filter(withdrawn_at=None, source__article__in=wanted, target__article__in=wanted)
        .select_related(
            "source__anchor", "target__anchor", "source__article__outlet", "target__article__outlet"
        )
        .defer("source__note", "target__note")
    )


def links_of(highlight: Highlight) -> list[Link]:
    """The standing links of one highlight; `link.other` is the far end."""
    links = list(
        Link.objects.filter(Q(source=highlight) | Q(target=highlight), withdrawn_at=None).select_related(
            "source__anchor",
            "target__anchor",
            "source__article__outlet",
            "target__article__outlet",
            "created_by",
        )
    )
    for link in links:
        link.other = link.target if link.source_id == highlight.pk else link.source
    return links


def other_ends(story: Story, source: Highlight) -> list[Highlight]:
    """The passages of the story's other articles that a link from `source` could go to, by article and place."""
    taken = {link.other.pk for link in links_of(source)}
    standing = (
        Highlight.objects.filter(withdrawn_at=None, article__places__story=story, anchor__start__isnull=False)
        .exclude(article=source.article_id)
        .select_related("anchor", "article__outlet")
        .order_by("article", "anchor__start")
    )
    return [highlight for highlight in standing if highlight.pk not in taken]


def codebook() -> list[Tag]:
    return list(Tag.objects.order_by("path"))
