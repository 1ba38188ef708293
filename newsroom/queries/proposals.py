"""Propose the story that an article seems to be part of.

The search index finds a few likely stories, and the texts of these stories are compared with the article. The
work for one article is limited, however many articles and stories there are. This module adds no article to a
story, because only people decide that.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from heapq import nlargest
from typing import TypeVar

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from newsroom.models import Article, Revision, Story, StoryArticle
from newsroom.search.stories import stories_sharing
from newsroom.text.language.sentences import event_sentences
from newsroom.text.language.word_weights import IDF_BEFOREHAND
from newsroom.text.model import Document
from newsroom.text.pipeline import PreparedSource
from newsroom.text.story_match.coefficients import DAYS_APART
from newsroom.text.story_match.matching import best_story
from newsroom.text.story_match.profiles import (
    ReportProfile,
    StoryFacts,
    report_profile,
    story_profile,
)

#: The most stories that are compared with one article.
MOST_STORIES = 5
#: The most articles of a story that are compared. The articles added last are used.
MOST_ARTICLES = 8
#: The most stories without articles that are compared by title, place and days.
MOST_EMPTY = 50
#: The most words of an article that are searched.
MOST_WORDS = 60

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class StoryProposal:
    """A story that an article seems to be part of.

    `score` says how well they match (0 to 1), and `reasons` are phrases that say why.
    """

    story: Story
    score: float
    reasons: tuple[str, ...]

    @property
    def because(self) -> str:
        return "; ".join(self.reasons)


@dataclass(frozen=True, slots=True)
class _ComparableStory:
    """A story with the facts about it that are compared with an article."""

    story: Story
    facts: StoryFacts


def proposals(reports: Mapping[Key, ReportProfile]) -> dict[Key, StoryProposal]:
    """Return the best story for each of `reports` that fits one, by the keys of `reports`.

    Reports that fit no story are left out.
    """
    looked_up = {}
    likely_ids: set[int] = set()
    for key, report in reports.items():
        story_ids, idf = stories_sharing(_words_to_look_up(report), most=MOST_STORIES)
        looked_up[key] = story_ids, idf
        likely_ids.update(story_ids)

    filled = _stories_with_articles(likely_ids)
    empty = _stories_without_articles([report.day for report in reports.values() if report.day])

    proposed: dict[Key, StoryProposal] = {}
    for key, report in reports.items():
        story_ids, idf = looked_up[key]
        stories = {pk: filled[pk] for pk in story_ids} | empty
        profiles = {pk: story_profile(likely.facts, idf) for pk, likely in stories.items()}
        best = best_story(report, profiles)
        if best:
            pk, match = best
            proposed[key] = StoryProposal(stories[pk].story, match.score, match.reasons)
    return proposed


def proposals_for(articles: Iterable[int], *, most: int = 1) -> dict[int, StoryProposal]:
    """Return the best story for each of `articles` (ids) that fits one, by article id.

    Articles that are in a story are ignored. Only the first `most` of the other articles are compared.
    """
    alone = Article.objects.filter(
        pk__in=list(articles),
        places=None,
        current__isnull=False,
    )
    current = list(alone.order_by("pk").values_list("current", flat=True)[:most])
    profiles = {}
    for revision in _revisions(current):
        profiles[revision.article_id] = _revision_profile(revision)
    return proposals(profiles)


def proposal_of(prepared: PreparedSource, article: Article | None = None) -> StoryProposal | None:
    """Return the story that a source probably belongs to, or None if no story fits.

    `article` is the stored article of which the source is a version, or None if there is none. Returns None
    if that article is in a story already.
    """
    if article and article.places.exists():
        return None
    return proposals({"": source_profile(prepared)}).get("")


def source_profile(prepared: PreparedSource) -> ReportProfile:
    """Return the profile by which a source that is not imported yet is compared with stories."""
    published = prepared.metadata.published_at
    day = published.date() if published else None
    return _profile(prepared.document, prepared.metadata.title, day)


def _revision_profile(revision: Revision) -> ReportProfile:
    day = revision.published_at.date() if revision.published_at else None
    return _profile(revision.document, revision.headline, day)


# The articles of a story are compared with each imported article, so their profiles are cached.
@lru_cache(maxsize=1_000)
def _profile(document: Document, title: str, day: date | None) -> ReportProfile:
    sentences = (document.text_of(span) for span in event_sentences(document))
    return report_profile(sentences, title, day)


def _words_to_look_up(report: ReportProfile) -> list[str]:
    """Return the words that describe the report best: those with the highest TF-IDF, at most `MOST_WORDS`.

    The fixed IDF of `IDF_BEFOREHAND` is used, because the database is asked only for these words.
    """

    def rank(term: str) -> tuple[float, str]:
        return report.words[term] * IDF_BEFOREHAND(term), term

    return nlargest(MOST_WORDS, report.words, key=rank)


def _revisions(ids: Collection[int]) -> Iterable[Revision]:
    revisions = Revision.objects.filter(pk__in=ids)
    return revisions.only("article", "headline", "published_at", "text", "blocks", "marks")


def _stories_with_articles(ids: Collection[int]) -> dict[int, _ComparableStory]:
    """Return the stories with these ids, by id, with the profiles of their articles.

    Only the `MOST_ARTICLES` articles that were added to a story last are used.
    """
    newest = Window(RowNumber(), partition_by="story", order_by=F("pk").desc())
    numbered = StoryArticle.objects.filter(story__in=ids).annotate(nth=newest)
    places = numbered.filter(nth__lte=MOST_ARTICLES)
    rows = list(places.order_by("pk").values_list("story", "article__current"))
    revisions = _revisions({current for _, current in rows})
    profiles = {revision.pk: _revision_profile(revision) for revision in revisions}

    reports: dict[int, list[ReportProfile]] = defaultdict(list)
    for story_id, current in rows:
        reports[story_id].append(profiles[current])
    stories = Story.objects.in_bulk(ids)
    return {pk: _comparable(story, reports[pk]) for pk, story in stories.items()}


def _stories_without_articles(days: Collection[date]) -> dict[int, _ComparableStory]:
    """Return stories without articles, by id.

    They begin at most `DAYS_APART` days before the first or after the last of `days`. Empty if `days` is
    empty.
    """
    if not days:
        return {}
    first = _shifted_day(min(days), -DAYS_APART)
    last = _shifted_day(max(days), DAYS_APART)
    near = Story.objects.filter(places=None, starts_on__range=(first, last))
    stories = near.order_by("-pk")[:MOST_EMPTY]
    return {story.pk: _comparable(story) for story in stories}


def _shifted_day(day: date, days: int) -> date:
    """Return the date that is `days` days after `day` (before it if negative), or the first or last possible
    date.
    """
    number = day.toordinal() + days
    within = min(max(number, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(within)


def _comparable(story: Story, reports: Iterable[ReportProfile] = ()) -> _ComparableStory:
    facts = StoryFacts(
        title=story.title,
        place=story.place,
        first=story.starts_on,
        last=story.ends_on,
        reports=tuple(reports),
    )
    return _ComparableStory(story, facts)
