"""Choose the rows of a story's bundle: the story with its articles and claims, and all that these refer to.

Withdrawn rows stay behind, except evidence on which a verdict was given.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, prefetch_related_objects

from annotations.logic.sources.telling.teller_guess import teller_names
from annotations.models import (
    Anchor,
    BasisPassage,
    Claim,
    Comment,
    Evidence,
    Highlight,
    HighlightTag,
    Independence,
    Link,
    Origin,
    Provenance,
    Silence,
    VerdictBasis,
)
from newsroom.models import Article, Outlet, Revision, Story, StoryArticle
from newsroom.models.outlets import owners_above

#: Ids that one query looks up. SQLite allows no more than 250,000 parameters, and older versions 999.
_AT_ONCE = 900

#: The rows of each table of a bundle, by the name of the table.
Contents = dict[str, list[Any]]


@dataclass(slots=True)
class _Core:
    """The rows from which all others of a bundle follow."""

    story: Story
    places: list[StoryArticle]
    claims: list[Claim]
    evidence: list[Evidence]
    links: list[Link]
    silences: list[Silence]
    independences: list[Independence]

    @property
    def own_articles(self) -> set[int]:
        return {place.article_id for place in self.places}


def contents_of(story: Story) -> Contents:
    """Return the rows of the story's bundle. Their order is the same on every desk."""
    core = _core_of(story)
    highlights = _highlights_of(core)
    articles = _articles_of(core, highlights)
    passages = {highlight.pk for highlight in highlights}
    anchors = _anchors_of(highlights)
    taggings = related_rows(HighlightTag, "highlight", passages, "tag__created_by", "added_by")
    tags = {tagging.tag_id: tagging.tag for tagging in taggings}
    provenances = related_rows(
        Provenance, "article", {article.pk for article in articles}, "origin__decided_by", "article"
    )
    origins = {provenance.origin_id: provenance.origin for provenance in provenances}
    return {
        "outlets": _outlets_of(articles, highlights, origins.values()),
        "stories": [story],
        "articles": articles,
        "revisions": _revisions_of(articles),
        "places": core.places,
        "origins": in_order(origins.values()),
        "provenances": sorted(provenances, key=lambda row: (str(row.origin_id), row.pk)),
        "tags": sorted(tags.values(), key=lambda tag: tag.path),
        "highlights": highlights,
        "anchors": anchors,
        "taggings": sorted(taggings, key=lambda row: (str(row.highlight_id), row.pk)),
        "claims": core.claims,
        "evidence": core.evidence,
        "links": core.links,
        "silences": core.silences,
        "independences": core.independences,
        "comments": _comments_of(core, passages),
        "verdict_bases": _bases_of(core.claims, anchors),
    }


def in_order(rows: Iterable[Any]) -> list[Any]:
    """Return rows with the oldest first. Rows of one time are sorted by what names them on every desk."""
    return sorted(rows, key=lambda row: (row.created_at, str(getattr(row, "uid", row.pk))))


def related_rows(
    model: type[Model],
    field: str,
    ids: Collection[Any],
    *related: str,
    unread: Collection[str] = (),
) -> list[Any]:
    """Return the rows of `model` whose `field` is among `ids`, with their `related` rows.

    The fields `unread` are not read.
    """
    found: list[Any] = []
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        these = Q(**{f"{field}__in": wanted[start : start + _AT_ONCE]})
        rows = model._default_manager.filter(these).select_related(*related)
        found.extend(rows.defer(*unread))
    return found


def _core_of(story: Story) -> _Core:
    places = StoryArticle.objects.filter(story=story).select_related("article", "added_by")
    claims = in_order(
        Claim.objects.filter(story=story, withdrawn_at=None).select_related(
            "created_by", "settled_by"
        )
    )
    # A verdict may rest on evidence that was withdrawn since.
    judged = BasisPassage.objects.filter(basis__claim__in=claims).values("evidence")
    wanted = Q(withdrawn_at=None) | Q(pk__in=judged)
    evidence = Evidence.objects.filter(wanted, claim__story=story, claim__withdrawn_at=None)
    own = StoryArticle.objects.filter(story=story).order_by().values("article")
    either_end = Q(source__article__in=own) | Q(target__article__in=own)
    links = Link.objects.filter(either_end, withdrawn_at=None).select_related("created_by")
    of_claims = {"claim__story": story, "claim__withdrawn_at": None, "withdrawn_at": None}
    silences = Silence.objects.filter(**of_claims).select_related("article", "created_by")
    independences = Independence.objects.filter(**of_claims)
    return _Core(
        story=story,
        places=list(places.order_by("id")),
        claims=claims,
        evidence=in_order(evidence.select_related("created_by", "withdrawn_by")),
        links=in_order(links),
        silences=in_order(silences),
        independences=in_order(independences.select_related("first", "second", "created_by")),
    )


def _highlights_of(core: _Core) -> list[Highlight]:
    """Return the highlights in the story's own articles, and those that its rows refer to."""
    own = Highlight.objects.filter(article__places__story=core.story, withdrawn_at=None)
    found = set(own.values_list("pk", flat=True))
    found.update(evidence.highlight_id for evidence in core.evidence)
    found.update(link.source_id for link in core.links)
    found.update(link.target_id for link in core.links)
    related = ("article", "created_by", "withdrawn_by")
    highlights = {row.pk: row for row in related_rows(Highlight, "pk", found, *related)}
    # A projection refers to the highlight that it repeats, which may be a projection too.
    while missing := {row.projected_from_id for row in highlights.values()} - {None, *highlights}:
        highlights |= {row.pk: row for row in related_rows(Highlight, "pk", missing, *related)}
    return in_order(highlights.values())


def _articles_of(core: _Core, highlights: Iterable[Highlight]) -> list[Article]:
    found = core.own_articles
    found.update(highlight.article_id for highlight in highlights)
    found.update(silence.article_id for silence in core.silences)
    for independence in core.independences:
        found.update((independence.first_id, independence.second_id))
    return in_order(related_rows(Article, "pk", found, "outlet", "created_by"))


def _revisions_of(articles: Iterable[Article]) -> list[Revision]:
    uids = {article.pk: str(article.uid) for article in articles}
    related = ("article", "corrects", "original", "created_by", "capture")
    # A corrected revision is a row of its own, and bytes are read one source at a time when they are written.
    unread = ("original__raw", *_texts_at("corrects"))
    revisions = related_rows(Revision, "article", uids, *related, unread=unread)
    return sorted(revisions, key=lambda row: (uids[row.article_id], row.number))


def _anchors_of(highlights: Iterable[Highlight]) -> list[Anchor]:
    article_of = {highlight.pk: highlight.article_id for highlight in highlights}
    # Each anchor would hold the whole text of its revision once more.
    unread = _texts_at("revision")
    anchors = related_rows(Anchor, "highlight", article_of, "revision", "created_by", unread=unread)
    # A highlight that went to another article, when that was parted, has older places in the first one.
    at_home = [row for row in anchors if row.revision.article_id == article_of[row.highlight_id]]
    return in_order(at_home)


def _texts_at(relation: str) -> tuple[str, ...]:
    """Return the large fields of a revision to which `relation` leads."""
    return tuple(f"{relation}__{name}" for name in ("text", "blocks", "marks"))


def _comments_of(core: _Core, passages: set[Any]) -> list[Comment]:
    on_claims = Q(claim__story=core.story, claim__withdrawn_at=None)
    on_passages = Q(highlight__article__in=core.own_articles)
    comments = Comment.objects.filter(on_claims | on_passages, withdrawn_at=None)
    listed = comments.select_related("created_by")
    return in_order(row for row in listed if row.claim_id or row.highlight_id in passages)


def _bases_of(claims: Iterable[Claim], anchors: Iterable[Anchor]) -> list[VerdictBasis]:
    known = {anchor.pk for anchor in anchors}
    bases = related_rows(VerdictBasis, "claim", {claim.pk for claim in claims})
    prefetch_related_objects(bases, "passages")
    # Without one of its places, a basis would say that the passage changed since.
    whole = [row for row in bases if {passage.anchor_id for passage in row.passages.all()} <= known]
    return sorted(whole, key=lambda row: (str(row.claim_id), row.pk))


def _outlets_of(
    articles: Iterable[Article], highlights: Iterable[Highlight], origins: Iterable[Origin]
) -> list[Outlet]:
    """Return the outlets of the articles, those that tellers and origins name, and the owners of all.

    Without them, the sources of a claim would be counted otherwise on another desk.
    """
    names = {origin.name for origin in origins}
    for highlight in highlights:
        names.update(teller_names(highlight.teller))
    # People write one name in upper and lower case.
    spellings = {name.casefold() for name in names}
    found = {article.outlet_id for article in articles if article.outlet_id}
    for outlet in Outlet.objects.prefetch_related("aliases"):
        words = [outlet.name, *(alias.word for alias in outlet.aliases.all())]
        if spellings & {word.casefold() for word in words}:
            found.add(outlet.pk)
    for named in list(found):
        found.update(owners_above(named))
    outlets = related_rows(Outlet, "pk", found, "owner")
    prefetch_related_objects(outlets, "aliases")
    return _owners_first(outlets)


def _owners_first(outlets: list[Outlet]) -> list[Outlet]:
    """Return the outlets sorted by name, each after its owner."""
    listed: dict[int, Outlet] = {}
    waiting = sorted(outlets, key=lambda outlet: outlet.name)
    while waiting:
        ready = [row for row in waiting if row.owner_id is None or row.owner_id in listed]
        listed |= {row.pk: row for row in ready}
        waiting = [row for row in waiting if row.pk not in listed]
    return list(listed.values())
