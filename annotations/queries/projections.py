"""Where a passage stands in the copies of its text."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.selectors import Selector, select
from annotations.logic.vocabulary import OriginState
from annotations.models import Highlight, Provenance
from newsroom.models import Article
from newsroom.text.changes.offsets import changes


@dataclass(frozen=True, slots=True)
class ProjectionOffer:
    """A copy, where the passage stands in it (None: it does not), and its projection there, if it was marked."""

    article: Article
    selector: Selector | None
    marked: Highlight | None


def root_of(highlight: Highlight) -> Highlight:
    """The passage a person drew: a projection's own source."""
    return highlight.projected_from or highlight


def copies_sharing(highlight: Highlight) -> QuerySet[Article]:
    """The other articles that share a standing origin with the passage's own."""
    standing = Provenance.objects.exclude(origin__state=OriginState.REJECTED)
    origins = standing.filter(article=highlight.article_id).values("origin")
    return Article.objects.filter(pk__in=standing.filter(origin__in=origins).values("article")).exclude(
        pk=highlight.article_id
    )


def number_of_copies(highlight: Highlight) -> int:
    """How many they are. Every card says so, so it is asked in the plainest way there is."""
    sharing = Provenance.objects.filter(
        ~Q(article=highlight.article_id),
        ~Q(origin__state=OriginState.REJECTED),
        origin__provenances__article=highlight.article_id,
    )
    return len(set(sharing.order_by().values_list("article", flat=True)))


def copies_of(highlight: Highlight) -> list[Article]:
    """The same, with outlet and current text, by id."""
    return list(copies_sharing(highlight).select_related("outlet", "current").order_by("pk"))


def projection_offers(highlight: Highlight) -> list[ProjectionOffer]:
    """Each copy of the passage's article, with where the passage stands in it."""
    source = root_of(highlight)
    marked = {
        projection.article_id: projection for projection in source.projections.filter(withdrawn_at=None)
    }
    return [ProjectionOffer(copy, placed_in(source, copy), marked.get(copy.pk)) for copy in copies_of(source)]


def placed_in(source: Highlight, copy: Article) -> Selector | None:
    """Where the passage stands in the copy's current text, by the rules that follow passages through
    revisions.
    """
    anchor = source.anchor
    if anchor.start is None:
        return None
    selector = Selector(anchor.start, anchor.end, anchor.quote, anchor.prefix, anchor.suffix)
    text = copy.current.text
    placement = place(selector, changes(anchor.revision.text, text), text)
    return select(text, placement.span) if placement.span else None
