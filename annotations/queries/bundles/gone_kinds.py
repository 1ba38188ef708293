"""List the tables whose rows another desk can take back, with the rows of each that stand here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from annotations.logic.bundles.archives import Bundle
from annotations.logic.bundles.fields import BundleTable
from annotations.logic.bundles.tables import (
    ARTICLES,
    CLAIMS,
    COMMENTS,
    EVIDENCE,
    HIGHLIGHTS,
    INDEPENDENCES,
    LINKS,
    PLACES,
    PROVENANCES,
    SILENCES,
    TAGGINGS,
)
from annotations.models import (
    Claim,
    Comment,
    Evidence,
    Highlight,
    HighlightTag,
    Independence,
    Link,
    Provenance,
    Silence,
)
from annotations.models.withdrawing import STANDING
from annotations.queries.bundles.counterparts import counterparts
from newsroom.models import Story, StoryArticle


@dataclass(frozen=True, slots=True)
class BundleScope:
    """What a bundle holds.

    `places` are the ids here of the articles of its story, and `articles` those of all its articles. `claims`
    and `highlights` are ids as text.
    """

    places: set[int]
    articles: set[int]
    claims: set[str]
    highlights: set[str]


@dataclass(frozen=True, slots=True)
class GoneKind:
    """A table whose rows the other desk can take back.

    `condition` returns the condition for the rows of a story that stand here. `related` are what the names of
    rows need. `is_held` says whether the bundle would hold a row if it stood there. What rests on a row that
    is gone is not held either, and goes with it.
    """

    table: BundleTable
    model: type[Model]
    condition: Callable[[Story], Q]
    is_held: Callable[[Any, BundleScope], bool]
    related: tuple[str, ...]

    def standing(self, story: Story) -> QuerySet[Any]:
        """Return the rows of a story that stand here."""
        return self.model._default_manager.filter(self.condition(story))


def scope_of(bundle: Bundle) -> BundleScope:
    """Return what the bundle holds, by the ids that this desk uses."""
    here = counterparts(ARTICLES.name, bundle.rows[ARTICLES.name])
    # An article that could not be brought in has no id here.
    places = set()
    for row in bundle.rows[PLACES.name]:
        article = here.get(row.values["article"])
        if article:
            places.add(article.pk)
    return BundleScope(
        places=places,
        articles={article.pk for article in here.values()},
        claims={row.key for row in bundle.rows[CLAIMS.name]},
        highlights={row.key for row in bundle.rows[HIGHLIGHTS.name]},
    )


def _places(story: Story) -> Q:
    return Q(story=story)


def _provenances(story: Story) -> Q:
    return Q(article__places__story=story)


def _highlights(story: Story) -> Q:
    return STANDING & Q(article__places__story=story)


def _taggings(story: Story) -> Q:
    # A highlight keeps its tags when it is withdrawn, but nobody sees them then.
    return Q(highlight__article__places__story=story, highlight__withdrawn_at=None)


def _claims(story: Story) -> Q:
    return STANDING & Q(story=story)


def _of_claims(story: Story) -> Q:
    # What belongs to a withdrawn claim counts nowhere.
    return STANDING & Q(claim__story=story, claim__withdrawn_at=None)


def _links(story: Story) -> Q:
    # A bundle holds links of which one end is in another story.
    source = Q(source__article__places__story=story)
    target = Q(target__article__places__story=story)
    return STANDING & (source | target)


def _comments(story: Story) -> Q:
    on_claims = Q(claim__story=story)
    on_passages = Q(highlight__article__places__story=story)
    return STANDING & (on_claims | on_passages)


def _is_always_held(row: Any, scope: BundleScope) -> bool:
    return True


# A bundle holds the origins of all its articles, but the highlights only of those in its story.
def _has_article(provenance: Any, scope: BundleScope) -> bool:
    return provenance.article_id in scope.articles


def _has_place(highlight: Any, scope: BundleScope) -> bool:
    return highlight.article_id in scope.places


def _has_claim(row: Any, scope: BundleScope) -> bool:
    return str(row.claim_id) in scope.claims


def _has_highlight(row: Any, scope: BundleScope) -> bool:
    # A highlight of another story is in the bundle only because something refers to it.
    if not _has_place(row.highlight, scope):
        return False
    return str(row.highlight_id) in scope.highlights


def _has_subject(comment: Any, scope: BundleScope) -> bool:
    if comment.claim_id:
        return _has_claim(comment, scope)
    return _has_highlight(comment, scope)


def _has_end(link: Any, scope: BundleScope) -> bool:
    ends = {
        link.source.article_id,
        link.target.article_id,
    }
    return not ends.isdisjoint(scope.places)


#: All such tables. Outlets and tags belong to the whole desk, so a story that does without them says nothing.
KINDS = (
    GoneKind(
        PLACES,
        StoryArticle,
        _places,
        _is_always_held,
        ("article", "story"),
    ),
    GoneKind(
        PROVENANCES,
        Provenance,
        _provenances,
        _has_article,
        ("article", "origin"),
    ),
    GoneKind(
        HIGHLIGHTS,
        Highlight,
        _highlights,
        _has_place,
        ("article", "anchor", "created_by"),
    ),
    GoneKind(
        TAGGINGS,
        HighlightTag,
        _taggings,
        _has_highlight,
        ("highlight__anchor", "tag"),
    ),
    GoneKind(
        CLAIMS,
        Claim,
        _claims,
        _is_always_held,
        ("created_by", "settled_by"),
    ),
    GoneKind(
        EVIDENCE,
        Evidence,
        _of_claims,
        _has_claim,
        ("claim", "highlight__anchor", "created_by"),
    ),
    GoneKind(
        LINKS,
        Link,
        _links,
        _has_end,
        ("source__anchor", "target__anchor", "created_by"),
    ),
    GoneKind(
        SILENCES,
        Silence,
        _of_claims,
        _has_claim,
        ("article", "claim", "created_by"),
    ),
    GoneKind(
        INDEPENDENCES,
        Independence,
        _of_claims,
        _has_claim,
        ("first", "second", "claim", "created_by"),
    ),
    GoneKind(
        COMMENTS,
        Comment,
        _comments,
        _has_subject,
        ("highlight__anchor", "claim", "created_by"),
    ),
)
