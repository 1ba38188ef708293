"""What the desk shows, read in a fixed number of queries however many articles and highlights there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.safestring import SafeString

from annotations.models import Highlight, HighlightTag, Link, Provenance, Tag
from newsroom.models import Article, Revision, Story
from newsroom.painting import Look, paint, paint_block
from newsroom.text.model import Span
from newsroom.text.runs import runs, touched

MOST_PANES = 4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A highlight's place on the overview strip, in thousandths of the text's length."""

    id: UUID
    top: float
    height: float
    hue: str


@dataclass(slots=True)
class Pane:
    """One article on the desk: its current revision with the standing highlights that have a place in it."""

    article: Article
    revision: Revision
    highlights: list[Highlight]
    hues: dict[UUID, str] = field(default_factory=dict)

    @property
    def prefix(self) -> str:
        """What block ids begin with."""
        return f"r{self.revision.pk}"

    @property
    def prose(self) -> SafeString:
        return paint(runs(self.revision.document, self._spans()), self._looks(), prefix=self.prefix)

    def blocks_touched(self, spans: Iterable[Span]) -> list[SafeString]:
        """The blocks under `spans`, painted to replace those in the page."""
        document = self.revision.document
        indexes = {index for span in spans for index in touched(document, span)}
        painted = runs(document, self._spans(), blocks=indexes)
        looks = self._looks()
        return [paint_block(block, looks, prefix=self.prefix, swap=True) for block in painted]

    @property
    def strokes(self) -> list[Stroke]:
        length = len(self.revision.text)
        return [
            Stroke(
                highlight.pk,
                round(1000 * highlight.anchor.start / length, 1),
                max(4.0, round(1000 * (highlight.anchor.end - highlight.anchor.start) / length, 1)),
                self.hues.get(highlight.pk, ""),
            )
            for highlight in self.highlights
        ]

    def _spans(self) -> list[tuple[Span, str]]:
        return [(Span(h.anchor.start, h.anchor.end), str(h.pk)) for h in self.highlights]

    def _looks(self) -> dict[str, Look]:
        return {
            str(h.pk): Look(self.hues.get(h.pk, ""), "changed" if h.anchor.state == "changed" else "")
            for h in self.highlights
        }


def articles_of(story: Story) -> QuerySet[Article]:
    """The story's articles in the order they were added, with outlet, masthead (without its text) and origins."""
    origins = Prefetch(
        "provenances", Provenance.objects.exclude(origin__state="rejected").select_related("origin"), to_attr="sources"
    )
    return (
        story.articles.select_related("outlet", "current")
        .defer("current__text", "current__blocks", "current__marks")
        .prefetch_related(origins)
        .order_by("places__id")
    )


def panes(articles: Sequence[Article]) -> list[Pane]:
    """A pane for each article (at most four are shown), in three queries."""
    articles = articles[:MOST_PANES]
    revisions = Revision.objects.in_bulk([article.current_id for article in articles])
    standing = defaultdict(list)
    for highlight in highlights_in(revisions):
        standing[highlight.article_id].append(highlight)
    hues = _hues(revisions)
    made = []
    for article in articles:
        revision = revisions[article.current_id]
        revision.article = article
        made.append(Pane(article, revision, standing[article.pk], hues))
    return made


def pane(article: Article) -> Pane:
    """The pane of one article, as after a change in it."""
    return panes([article])[0]


def highlights_in(revisions: Iterable[int]) -> list[Highlight]:
    """The standing highlights that have a place in these revisions, in reading order."""
    return list(
        Highlight.objects.filter(withdrawn_at=None, anchor__revision__in=list(revisions), anchor__start__isnull=False)
        .select_related("anchor")
        .order_by("anchor__revision", "anchor__start", "-anchor__end")
    )


def links_between(articles: Iterable[int]) -> list[Link]:
    """The standing links both of whose ends stand in these articles."""
    wanted = list(articles)
    return list(
        Link.objects.filter(withdrawn_at=None, source__article__in=wanted, target__article__in=wanted)
        .select_related("source__anchor", "target__anchor", "source__article__outlet", "target__article__outlet")
        .defer("source__note", "target__note")
    )


def links_of(highlight: Highlight) -> list[Link]:
    """The standing links of one highlight; `link.other` is the far end."""
    links = list(
        Link.objects.filter(Q(source=highlight) | Q(target=highlight), withdrawn_at=None).select_related(
            "source__anchor", "target__anchor", "source__article__outlet", "target__article__outlet", "created_by"
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


def _hues(revisions: Iterable[int]) -> dict[UUID, str]:
    """The colour of each highlight in these revisions that bears a tag: that of its first tag."""
    hues: dict[UUID, str] = {}
    bearing = HighlightTag.objects.filter(highlight__anchor__revision__in=list(revisions)).order_by("id")
    for highlight, hue in bearing.values_list("highlight_id", "tag__hue"):
        hues.setdefault(highlight, hue)
    return hues
