"""Read what the desk shows next to its panes: links, notes, origins and the codebook.

The number of queries does not depend on the amount of data.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from annotations.logic.codebook import own_digits
from annotations.logic.vocabulary import OriginState
from annotations.models import Claim, Highlight, Link, Origin, Provenance, Tag, TagPin
from newsroom.models import Article, Story, User

#: The related rows that are needed to show a link.
_ENDS = ("source__anchor", "target__anchor", "source__article__outlet", "target__article__outlet")


@dataclass(frozen=True, slots=True)
class LinkedPassage:
    """A link of a highlight. `passage` is the highlight at the other end of the link."""

    link: Link
    passage: Highlight


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """A tag on a person's desk. `digit` is the key that marks words with it, or None.

    `is_pinned` is true if the person chose the digit, and false if it is the digit that everybody has.
    """

    tag: Tag
    digit: int | None
    is_pinned: bool


def articles_of(story: Story) -> QuerySet[Article]:
    """Return the articles of a story in the order in which they were added, loaded by `with_origins`."""
    return with_origins(story.articles.all()).order_by("places__id")


def with_origins(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Return the articles with their outlet, current revision (without its text) and origins loaded.

    `origins_of` returns the loaded origins of an article, without rejected ones.
    """
    not_rejected = Provenance.objects.exclude(origin__state=OriginState.REJECTED).select_related(
        "origin"
    )
    return (
        articles.select_related("outlet", "current")
        # The desk reads the texts of open articles only.
        .defer("current__text", "current__blocks", "current__marks")
        .prefetch_related(Prefetch("provenances", not_rejected))
    )


def origins_of(article: Article) -> list[Origin]:
    """Return the origins of an article, which `with_origins` must have loaded, without rejected ones."""
    return [provenance.origin for provenance in article.provenances.all()]


def teller_choices(articles: Iterable[Article]) -> list[str]:
    """Return the names of the outlets and the documents of these articles, by name.

    The articles must be loaded by `with_origins`.
    """
    names = set()
    for article in articles:
        if article.outlet:
            names.add(article.outlet.name)
        names.update(origin.name for origin in origins_of(article) if origin.is_document)
    return sorted(names)


def notes_on(articles: Iterable[Article]) -> dict[int, list[Highlight]]:
    """Return the highlights that have a note or an attribution, in reading order, by article id.

    The printed desk lists them below each text. An article without such highlights has no entry.
    """
    revisions = [article.current_id for article in articles]
    # A highlight with neither note nor attribution has nothing to print.
    described = Highlight.objects.exclude(note="", attribution="").filter(
        withdrawn_at=None, anchor__revision__in=revisions
    )
    notes: dict[int, list[Highlight]] = defaultdict(list)
    for highlight in described.select_related("anchor").order_by("anchor__start", "-anchor__end"):
        notes[highlight.article_id].append(highlight)
    return notes


def links_between(articles: Iterable[int]) -> list[Link]:
    """Return the links whose ends are both in `articles` (ids). Withdrawn links are left out."""
    # The ids are used twice, so an iterator would be empty the second time.
    article_ids = list(articles)
    links = Link.objects.filter(
        withdrawn_at=None, source__article__in=article_ids, target__article__in=article_ids
    )
    return list(links.select_related(*_ENDS).defer("source__note", "target__note"))


def links_of(highlight: Highlight) -> list[LinkedPassage]:
    """Return the links of a highlight in either direction, each with the highlight at the other end.

    Withdrawn links are left out.
    """
    links = Link.objects.filter(Q(source=highlight) | Q(target=highlight), withdrawn_at=None)
    linked = []
    for link in links.select_related(*_ENDS, "created_by"):
        # A link is shown from both ends, so the other end depends on where the reader is.
        far_end = link.target if link.source_id == highlight.pk else link.source
        linked.append(LinkedPassage(link, far_end))
    return linked


def other_ends(story: Story, source: Highlight) -> list[Highlight]:
    """Return the highlights in other articles of the story that can be linked with `source`.

    Highlights that are linked with `source` already, withdrawn ones and lost passages are left out.
    """
    linked_ids = {linked.passage.pk for linked in links_of(source)}
    # Lost passages are left out, because nobody can see them on the desk.
    candidates = (
        Highlight.objects.filter(
            withdrawn_at=None, article__places__story=story, anchor__start__isnull=False
        )
        .exclude(article=source.article_id)
        .select_related("anchor", "article__outlet")
        .order_by("article", "anchor__start")
    )
    return [highlight for highlight in candidates if highlight.pk not in linked_ids]


def codebook(person: User) -> list[CodebookEntry]:
    """Return all tags ordered by path, each with the digit that it has on the desk of `person`."""
    tags = list(Tag.objects.order_by("path"))
    everybodys = {tag.pk: tag.digit for tag in tags if tag.digit is not None}
    pinned = dict(TagPin.objects.filter(person=person).values_list("tag", "digit"))
    digits = own_digits(everybodys, pinned)
    return [
        CodebookEntry(tag, digit=digits.get(tag.pk), is_pinned=tag.pk in pinned) for tag in tags
    ]


def standing_claims(story: Story) -> list[Claim]:
    """Return the claims of a story that are not withdrawn, in the order in which they were stated."""
    claims = Claim.objects.filter(story=story, withdrawn_at=None).order_by("created_at")
    return list(claims.only("statement", "status"))
