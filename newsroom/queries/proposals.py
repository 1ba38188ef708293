"""Which story an article that is in none seems to be part of: likely ones from the index, then judged by
their texts.

The work for one article is bounded, however many articles and stories there are. Nothing is put anywhere:
people do.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from heapq import nlargest
from typing import TypeVar

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from newsroom.models import Article, Revision, Story, StoryArticle
from newsroom.search.stories import stories_sharing
from newsroom.text.language.sentences import event_sentences
from newsroom.text.language.word_weights import idf_weights
from newsroom.text.model import Document
from newsroom.text.pipeline import PreparedSource
from newsroom.text.story_match import (
    DAYS_APART,
    ReportProfile,
    StoryFacts,
    best_story,
    report_profile,
    story_profile,
)

#: Stories compared with one article; of each the articles that were put there last.
MOST_STORIES, MOST_ARTICLES = 5, 8
#: Stories without articles that are compared by title, place and days.
MOST_EMPTY = 50
#: Words of an article that are looked up.
_MOST_WORDS = 60
_BEFOREHAND = idf_weights({}, 0)

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class StoryProposal:
    """A story that an article seems to be part of, how well it fits (0 to 1), and why."""

    story: Story
    score: float
    reasons: tuple[str, ...]

    @property
    def because(self) -> str:
        return "; ".join(self.reasons)


def proposals(reports: Mapping[Key, ReportProfile]) -> dict[Key, StoryProposal]:
    """The story that each of `reports` seems to be part of; those that fit none are left out."""
    looked_up = {key: stories_sharing(_words(report), most=MOST_STORIES) for key, report in reports.items()}
    filled = _filled({story for ids, _ in looked_up.values() for story in ids})
    empty = _empty([report.day for report in reports.values() if report.day])
    found: dict[Key, StoryProposal] = {}
    for key, report in reports.items():
        ids, weigh = looked_up[key]
        events = {pk: filled[pk] for pk in ids} | empty
        best = best_story(report, {pk: story_profile(event, weigh) for pk, (_, event) in events.items()})
        if best:
            pk, proposal = best
            found[key] = StoryProposal(events[pk][0], proposal.score, proposal.reasons)
    return found


def proposals_for(articles: Iterable[int], *, most: int = 1) -> dict[int, StoryProposal]:
    """For each of the articles (ids) that is in no story, the first `most` of them, the one it seems to be
    part of.
    """
    alone = Article.objects.filter(pk__in=list(articles), places=None, current__isnull=False).order_by("pk")
    current = list(alone.values_list("current", flat=True)[:most])
    return proposals({revision.article_id: _told(revision) for revision in _revisions(current)})


def proposal_of(prepared: PreparedSource, article: Article | None = None) -> StoryProposal | None:
    """The story that a source seems to be part of; none where the `article` it will be is in one already."""
    if article and article.places.exists():
        return None
    return proposals({"": source_profile(prepared)}).get("")


def source_profile(prepared: PreparedSource) -> ReportProfile:
    """What a source says that is not imported yet."""
    moment = prepared.metadata.published_at
    return _telling(prepared.document, prepared.metadata.title, moment.date() if moment else None)


def _told(revision: Revision) -> ReportProfile:
    moment = revision.published_at
    return _telling(revision.document, revision.headline, moment.date() if moment else None)


@lru_cache(maxsize=1_000)
def _telling(document: Document, title: str, day: date | None) -> ReportProfile:
    return report_profile(
        (document.text[span.start : span.end] for span in event_sentences(document)), title, day
    )


def _words(report: ReportProfile) -> list[str]:
    """The words to look up: those that stand there most and tell most beforehand."""
    return nlargest(
        _MOST_WORDS, report.words, key=lambda term: (report.words[term] * _BEFOREHAND(term), term)
    )


def _revisions(ids: Collection[int]) -> Iterable[Revision]:
    chosen = Revision.objects.filter(pk__in=ids)
    return chosen.only("article", "headline", "published_at", "text", "blocks", "marks")


def _filled(stories: Collection[int]) -> dict[int, tuple[Story, StoryFacts]]:
    """Stories that hold articles, with what the last of these tell."""
    newest = Window(RowNumber(), partition_by="story", order_by=F("pk").desc())
    places = (
        StoryArticle.objects.filter(story__in=stories).annotate(nth=newest).filter(nth__lte=MOST_ARTICLES)
    )
    rows = list(places.order_by("pk").values_list("story", "article__current"))
    told = {revision.pk: _told(revision) for revision in _revisions({current for _, current in rows})}
    reports: dict[int, list[ReportProfile]] = defaultdict(list)
    for story, current in rows:
        reports[story].append(told[current])
    return {pk: _event(story, reports[pk]) for pk, story in Story.objects.in_bulk(stories).items()}


def _empty(days: Collection[date]) -> dict[int, tuple[Story, StoryFacts]]:
    """Stories without articles whose days are near to any of `days`."""
    if not days:
        return {}
    around = min(days) - timedelta(days=DAYS_APART), max(days) + timedelta(days=DAYS_APART)
    found = Story.objects.filter(places=None, starts_on__range=around).order_by("-pk")[:MOST_EMPTY]
    return {story.pk: _event(story) for story in found}


def _event(story: Story, reports: Collection[ReportProfile] = ()) -> tuple[Story, StoryFacts]:
    return story, StoryFacts(story.title, story.place, story.starts_on, story.ends_on, tuple(reports))
