"""Let programs import articles, change them, and gather them in stories."""

from django.http import HttpResponse

from annotations.api import bodies
from annotations.api.answers import (
    ApiRequest,
    json_response,
    record_now,
    record_response,
    row_as_seen,
    row_or_404,
    seen_values,
)
from annotations.api.operations import acts
from newsroom.actions import articles as article_acts
from newsroom.actions import revising
from newsroom.actions import stories as story_acts
from newsroom.actions.imports.importing import ImportOutcome, import_article
from newsroom.errors import Invalid, Missing
from newsroom.models import Article, Story
from newsroom.models.imports import ImportItem
from newsroom.text.pipeline import SourceDetails

TAG = "Articles and stories"
#: The fields of `NewArticleBody` that hold a text, with the format in which it is read.
_FORMATS = {"text": "plain", "markdown": "markdown", "html": "html"}
_STATED = ("title", "outlet", "byline", "credit", "published", "url", "language")


@acts(TAG, "/articles")
def import_an_article(request: ApiRequest, sent: bodies.NewArticleBody) -> HttpResponse:
    """Import an article. `status` is created, revised or unchanged, as for every import."""
    given = [name for name in _FORMATS if getattr(sent, name)]
    if len(given) != 1:
        raise Invalid("Send the article as exactly one of text, markdown and html.")
    details = SourceDetails(
        external_id=sent.external_id,
        format=_FORMATS[given[0]],
        as_one=sent.as_one,
        **{name: getattr(sent, name) for name in _STATED},
    )
    story = _story(sent.story) if sent.story else None
    raw = getattr(sent, given[0]).encode()
    outcome = import_article(raw, name="article", details=details, story=story, by=request.user)
    return _import_response(request, outcome)


@acts(TAG, "/articles/{pk}/revisions")
def import_a_revision(
    request: ApiRequest, pk: bodies.PathId, sent: bodies.NewRevisionBody
) -> HttpResponse:
    """Import a newer text of an article, as plain text. A text that is the same as the newest one changes
    nothing.
    """
    article = row_or_404(Article, pk, "current")
    outcome = revising.revise(
        article, sent.text.encode(), name="article.txt", anyway=sent.anyway, by=request.user
    )
    return _import_response(request, outcome)


@acts(TAG, "/articles/{pk}/masthead", if_match=True)
def change_the_masthead(
    request: ApiRequest, pk: bodies.PathId, sent: bodies.MastheadBody
) -> HttpResponse:
    """Change the working title or the outlet of an article. What is not sent stays."""
    article = row_as_seen(request, "articles", Article, pk, "outlet")
    seen = {"title": article.title, "outlet": str(article.outlet or "")}
    title, outlet = (sent.given(field, seen[field]) for field in ("title", "outlet"))
    article_acts.rename_article(article, title, outlet, by=request.user, seen=seen)
    return record_response(request, "articles", pk)


@acts(TAG, "/stories")
def open_a_story(request: ApiRequest, sent: bodies.NewStoryBody) -> HttpResponse:
    values = sent.model_dump(exclude={"title"})
    story = story_acts.make_story(sent.title, story_acts.StoryDetails(**values), by=request.user)
    return record_response(request, "stories", story.pk, 201)


@acts(TAG, "/stories/{pk}/change", if_match=True)
def change_a_story(
    request: ApiRequest, pk: bodies.PathId, sent: bodies.StoryChangeBody
) -> HttpResponse:
    """Change a story. What is not sent stays."""
    story = row_as_seen(request, "stories", Story, pk)
    values = sent.model_dump(exclude_unset=True)
    seen = seen_values(story, list(values))
    story_acts.change_story(story, by=request.user, seen=seen, **values)
    return record_response(request, "stories", pk)


@acts(TAG, "/stories/{pk}/articles")
def add_articles_to_a_story(
    request: ApiRequest, pk: bodies.PathId, sent: bodies.ArticlesBody
) -> HttpResponse:
    story = row_or_404(Story, pk)
    articles = list(Article.objects.filter(pk__in=sent.articles))
    if len(articles) != len(set(sent.articles)):
        raise Missing("There is no article with one of these ids, so nothing was added.")
    story_acts.add_articles(story, articles, by=request.user)
    return record_response(request, "stories", pk)


def _import_response(request: ApiRequest, outcome: ImportOutcome) -> HttpResponse:
    article = outcome.revision.article_id
    record = record_now(request, "articles", article) or {"id": article}
    created = outcome.status == ImportItem.Status.CREATED
    status = 201 if created else 200
    return json_response(request, {"status": str(outcome.status), **record}, status)


def _story(slug: str) -> Story:
    story = Story.objects.filter(slug=slug).first()
    if story is None:
        raise Missing(f"There is no story “{slug}”.")
    return story
