"""Select the rows of a story's files so that no row refers to a row that the files do not hold.

The files hold the articles and claims of the story. They hold the links that have at least one end in these
articles, and the evidence that is for one of these claims or in one of these articles. They also hold the
passages, claims, articles, tags, origins, outlets and stories that all these rows name.
"""

from typing import Any

from django.db.models import Model, Q, QuerySet

from annotations.models import (
    Claim,
    Evidence,
    Highlight,
    Independence,
    Link,
    Provenance,
    Silence,
    Tag,
)
from annotations.queries.exports.conditions import Choose
from newsroom.models import Article, Outlet, Revision, Story, StoryArticle
from newsroom.models.outlets import owners_above


def _own_articles(slug: str) -> QuerySet[Any, Any]:
    """Return a query for the ids of the articles of the story."""
    return StoryArticle.objects.filter(story__slug=slug).order_by().values("article")


def _links(slug: str) -> Q:
    # A link into another story belongs to both.
    own = _own_articles(slug)
    return Q(source__article__in=own) | Q(target__article__in=own)


def _evidence(slug: str) -> Q:
    return Q(claim__story__slug=slug) | Q(highlight__article__in=_own_articles(slug))


def _highlights(slug: str) -> Q:
    links = Link.objects.filter(_links(slug), withdrawn_at=None).order_by()
    evidence = Evidence.objects.filter(_evidence(slug), withdrawn_at=None, claim__withdrawn_at=None)
    return (
        Q(article__in=_own_articles(slug))
        | Q(pk__in=links.values("source"))
        | Q(pk__in=links.values("target"))
        | Q(pk__in=evidence.order_by().values("highlight"))
    )


def _standing_highlights(slug: str) -> QuerySet[Highlight]:
    return Highlight.objects.filter(_highlights(slug), withdrawn_at=None).order_by()


def _claims(slug: str) -> Q:
    # A row of `annotations` lists all claims for which the passage is evidence.
    named = Evidence.objects.filter(
        highlight__in=_standing_highlights(slug).values("pk"), withdrawn_at=None
    )
    return Q(story__slug=slug) | Q(pk__in=named.order_by().values("claim"))


def _standing_claims(slug: str) -> QuerySet[Claim]:
    return Claim.objects.filter(_claims(slug), withdrawn_at=None).order_by()


def _articles(slug: str) -> Q:
    silences = Silence.objects.filter(
        claim__story__slug=slug, withdrawn_at=None, claim__withdrawn_at=None
    )
    # A row of `claims` names the articles that an editor stated to be independent.
    claims = _standing_claims(slug).values("pk")
    independences = Independence.objects.filter(claim__in=claims, withdrawn_at=None).order_by()
    return (
        Q(pk__in=_own_articles(slug))
        | Q(pk__in=_standing_highlights(slug).values("article"))
        | Q(pk__in=silences.order_by().values("article"))
        | Q(pk__in=independences.values("first"))
        | Q(pk__in=independences.values("second"))
    )


def _article_ids(slug: str) -> QuerySet[Any, Any]:
    return Article.objects.filter(_articles(slug)).order_by().values("pk")


def _of_articles(slug: str) -> Q:
    return Q(article__in=_article_ids(slug))


def _stories(slug: str) -> Q:
    # A row of `articles` lists all stories of an article.
    places = StoryArticle.objects.filter(article__in=_article_ids(slug)).order_by()
    return (
        Q(slug=slug)
        | Q(pk__in=places.values("story"))
        | Q(pk__in=_standing_claims(slug).values("story"))
    )


def _outlets(slug: str) -> Q:
    articles = Article.objects.filter(pk__in=_article_ids(slug)).order_by()
    outlets: set[int] = set()
    # An owner is an outlet too, and may have an owner. Owners are few, so they are looked up one by one.
    for outlet in articles.exclude(outlet=None).values_list("outlet", flat=True).distinct():
        if outlet not in outlets:
            outlets.update(owners_above(outlet))
    return Q(pk__in=outlets)


def _tags(slug: str) -> Q:
    return Q(taggings__highlight__in=_standing_highlights(slug).values("pk"))


#: For each model, the function from the slug of a story to the condition on the rows of its files.
AROUND_STORY: dict[type[Model], Choose] = {
    Article: _articles,
    Claim: _claims,
    Evidence: _evidence,
    Highlight: _highlights,
    Link: _links,
    Outlet: _outlets,
    Provenance: _of_articles,
    Revision: _of_articles,
    Story: _stories,
    Tag: _tags,
}
