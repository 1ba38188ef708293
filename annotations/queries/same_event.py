"""Read the facts (titles, dates, stories) that decide whether two articles can report the same event."""

from annotations.logic.finding.same_event import Event, EventReport, doubts_about, doubts_between
from annotations.models import Claim, Highlight
from newsroom.models import Article, Story

#: Longest part of a title in a sentence, in code points.
_TITLE_SHOWN = 60


def doubts_about_link(source: Highlight, target: Highlight) -> tuple[str, ...]:
    """Return the reasons why the articles of two highlights may report different events, one sentence each.

    The tuple is empty if nothing suggests this.
    """
    return doubts_between(_report(source.article), _report(target.article))


def doubts_about_evidence(claim: Claim, highlight: Highlight) -> tuple[str, ...]:
    """Return the reasons why the highlight's article may report another event than the claim's story is
    about.

    Each reason is one sentence. The tuple is empty if nothing suggests this.
    """
    return doubts_about(_report(highlight.article), _event(claim.story))


def _report(article: Article) -> EventReport:
    # The doubt is a sentence on the page, so a long title is cut.
    title = article.title[:_TITLE_SHOWN]
    if article.outlet:
        title = f"{article.outlet}: {title}"
    published_at = article.current.published_at
    published = published_at.date() if published_at else None
    events = frozenset(_event(story) for story in article.stories.all())
    return EventReport(title, published, events)


def _event(story: Story) -> Event:
    return Event(story.title, story.starts_on, story.ends_on)
