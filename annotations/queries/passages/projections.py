"""Find a highlighted passage in the articles that have a copy of its text."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from annotations.logic.marking.anchoring import place
from annotations.logic.marking.selectors import Selector, select
from annotations.logic.vocabulary import OriginKind, OriginState
from annotations.models import Highlight, Provenance
from newsroom.models import Article
from newsroom.text.changes.offsets import changes


@dataclass(frozen=True, slots=True)
class ProjectionOffer:
    """An article that is a copy, where a passage can be marked too.

    `selector` is the place of the passage in this article, or None if the passage is not there. `marked` is
    the projection of the passage in this article, or None if there is none.
    """

    article: Article
    selector: Selector | None
    marked: Highlight | None


def root_of(highlight: Highlight) -> Highlight:
    """Return the highlight that a projection was made from, or `highlight` itself if it is no projection."""
    return highlight.projected_from or highlight


def copies_sharing(highlight: Highlight) -> QuerySet[Article]:
    """Return the other articles that share a text with the article of `highlight`.

    Origins that were rejected do not count, and neither do credited sources and documents.
    """
    texts = Provenance.objects.filter(origin__kind=OriginKind.TEXT)
    not_rejected = texts.exclude(origin__state=OriginState.REJECTED)
    origins = not_rejected.filter(article=highlight.article_id).values("origin")
    # Subqueries are used, because a join would repeat an article for each shared origin.
    sharing = not_rejected.filter(origin__in=origins).values("article")
    return Article.objects.filter(pk__in=sharing).exclude(pk=highlight.article_id)


def number_of_copies(highlight: Highlight) -> int:
    """Return the number of articles that `copies_sharing` returns.

    This is a separate query with fewer joins, because every card shows the number.
    """
    sharing = Provenance.objects.filter(
        ~Q(article=highlight.article_id),
        ~Q(origin__state=OriginState.REJECTED),
        origin__kind=OriginKind.TEXT,
        origin__provenances__article=highlight.article_id,
    )
    return len(set(sharing.order_by().values_list("article", flat=True)))


def copies_of(highlight: Highlight) -> list[Article]:
    """Return the articles that `copies_sharing` returns, with outlet and current text loaded, ordered
    by id.
    """
    return list(copies_sharing(highlight).select_related("outlet", "current").order_by("pk"))


def projection_offers(highlight: Highlight) -> list[ProjectionOffer]:
    """Return an offer for each copy of the article from which the passage comes.

    For a projection, this is the article of the highlight from which it was made.
    """
    source = root_of(highlight)
    not_withdrawn = source.projections.filter(withdrawn_at=None)
    marked = {projection.article_id: projection for projection in not_withdrawn}
    return [
        ProjectionOffer(
            copy,
            find_in_copy(source, copy),
            marked.get(copy.pk),
        )
        for copy in copies_of(source)
    ]


def find_in_copy(source: Highlight, copy: Article) -> Selector | None:
    """Return the place of the passage of `source` in the current text of `copy`.

    Returns None if the passage is not there, or is lost in its own article. The rules are the same as for a
    new revision (`logic.marking.anchoring`).
    """
    anchor = source.anchor
    if anchor.start is None:
        return None
    selector = Selector(
        anchor.span.start,
        anchor.span.end,
        anchor.quote,
        anchor.prefix,
        anchor.suffix,
    )
    text = copy.current.text
    # A copy is like another revision: most of its text is the same.
    offset_map = changes(anchor.revision.text, text)
    placement = place(selector, offset_map, text)
    if placement.span is None:
        return None
    return select(text, placement.span)
