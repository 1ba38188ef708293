"""Read highlights and links as Web Annotations, for an article, for a story, or one by one."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from annotations.logic.export.web_annotations import (
    AnnotatedLink,
    AnnotatedPassage,
    Container,
    JsonLd,
    in_utf16,
    link_annotation,
    passage_annotation,
)
from annotations.models import Anchor, Highlight, Link
from annotations.queries.claims.dossier import anchors_to_show
from annotations.queries.exports.lookups import tags_of
from annotations.queries.foreign.names import Names, foreign_names
from newsroom.models import Article, Story

#: The number of annotations on a page of a collection.
PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class AnnotationStyle:
    """How annotations are written: `base` is the start of addresses, and offsets are code points, or UTF-16
    units if `utf16` is true.
    """

    base: str
    utf16: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedThings:
    """The highlights and links of a collection. Its pages list all highlights before the links, each oldest
    first.
    """

    highlights: QuerySet[Highlight]
    links: QuerySet[Link]

    def container(self, address: str, label: str, style: AnnotationStyle) -> Container:
        total = self.highlights.count() + self.links.count()
        query = "&offsets=utf16" if style.utf16 else ""
        return Container(address, label, total, PAGE_SIZE, query)

    def page(self, number: int, style: AnnotationStyle) -> list[JsonLd]:
        """Return the annotations of the page `number`, counted from 0."""
        start, end = number * PAGE_SIZE, (number + 1) * PAGE_SIZE
        shown = self.highlights
        if not style.utf16:
            # Only counting in UTF-16 needs the texts, which are long.
            shown = shown.defer("anchor__revision__text")
        highlights = list(shown[start:end])
        marked = self.highlights.count()
        links = list(self.links[max(0, start - marked) : max(0, end - marked)])
        return [*passage_annotations(highlights, style), *link_annotations(links, style)]


def things_of_article(article: Article) -> AnnotatedThings:
    """Return the highlights of an article, and the links that begin or end in it."""
    highlights = _highlights().filter(article=article)
    links = _links().filter(Q(source__article=article) | Q(target__article=article))
    return AnnotatedThings(highlights, links)


def things_of_story(story: Story) -> AnnotatedThings:
    """Return the highlights of all articles of a story, and the links that begin or end in one of them."""
    articles = story.articles.values("pk")
    links = _links().filter(Q(source__article__in=articles) | Q(target__article__in=articles))
    return AnnotatedThings(_highlights().filter(article__in=articles), links)


def passage_annotations(highlights: Collection[Highlight], style: AnnotationStyle) -> list[JsonLd]:
    """Return the annotations of highlights, in their order. A lost passage is shown where it stood last."""
    anchors = anchors_to_show(highlights)
    tags = tags_of(highlight.pk for highlight in highlights)
    names = foreign_names("highlight", [highlight.pk for highlight in highlights])
    annotations = []
    for highlight in highlights:
        passage = _passage(
            highlight,
            anchors[highlight.pk],
            tuple(tags[highlight.pk]),
            _creator(highlight, names),
            style,
        )
        annotations.append(passage_annotation(passage))
    return annotations


def link_annotations(links: Collection[Link], style: AnnotationStyle) -> list[JsonLd]:
    """Return the annotations of links, in their order."""
    names = foreign_names("link", [link.pk for link in links])
    annotations = []
    for link in links:
        annotated = AnnotatedLink(
            address=f"{style.base}{reverse('link', args=[link.pk])}",
            source=_permalink(link.source_id, style),
            target=_permalink(link.target_id, style),
            relation=link.relation,
            aspect=link.aspect,
            note=link.note,
            creator=_creator(link, names),
            created_at=link.created_at,
        )
        annotations.append(link_annotation(annotated))
    return annotations


def standing_highlight(pk: UUID) -> Highlight | None:
    """Return the highlight with the related rows that its annotation needs, or None if there is none or it is
    withdrawn.
    """
    return _highlights().filter(pk=pk).first()


def standing_link(pk: UUID) -> Link | None:
    """Return the link with the related rows that its annotation needs, or None if there is none or it is
    withdrawn.
    """
    return _links().filter(pk=pk).first()


def _passage(
    highlight: Highlight,
    anchor: Anchor,
    tags: tuple[str, ...],
    creator: str,
    style: AnnotationStyle,
) -> AnnotatedPassage:
    revision = anchor.revision
    text_address = reverse("revision_text", args=[revision.article_id, revision.number])
    passage = AnnotatedPassage(
        address=_permalink(highlight.pk, style),
        text_address=f"{style.base}{text_address}",
        source_url=revision.url,
        language=revision.language,
        taken_at=revision.created_at,
        start=anchor.start,
        end=anchor.end,
        exact=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        tags=tags,
        note=highlight.note,
        creator=creator,
        created_at=highlight.created_at,
        modified_at=highlight.updated_at,
    )
    if not style.utf16 or anchor.start is None or anchor.end is None:
        return passage
    text = revision.text
    return replace(passage, start=in_utf16(text, anchor.start), end=in_utf16(text, anchor.end))


def _creator(thing: Highlight | Link, names: dict[str, Names]) -> str:
    """Return who made a highlight or a link: a person of another desk or tool, if one is known."""
    person = names.get(str(thing.pk), {}).get("created_by")
    return str(person["name"]) if person else thing.created_by.username


def _permalink(highlight: Any, style: AnnotationStyle) -> str:
    return f"{style.base}{reverse('permalink', args=[highlight])}"


def _highlights() -> QuerySet[Highlight]:
    related = ("anchor__revision", "created_by")
    return (
        Highlight.objects.filter(withdrawn_at=None)
        .select_related(*related)
        .defer("anchor__revision__blocks", "anchor__revision__marks")
        .order_by("created_at", "pk")
    )


def _links() -> QuerySet[Link]:
    standing = Link.objects.filter(
        withdrawn_at=None, source__withdrawn_at=None, target__withdrawn_at=None
    )
    return standing.select_related("created_by").order_by("created_at", "pk")
