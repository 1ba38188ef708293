"""Reports and events as the rules about them want them."""

from annotations.logic.finding.same_event import Event, EventReport, doubts_about, doubts_between
from annotations.models import Claim, Highlight
from newsroom.models import Article, Story


def doubts_about_link(source: Highlight, target: Highlight) -> tuple[str, ...]:
    """Why the articles of two passages may report different events."""
    return doubts_between(_report(source.article), _report(target.article))


def doubts_about_evidence(claim: Claim, highlight: Highlight) -> tuple[str, ...]:
    """Why a passage's article may report another event than the claim's story."""
    return doubts_about(_report(highlight.article), _event(claim.story))


def _report(article: Article) -> EventReport:
    published = article.current.published_at
    title = f"{article.outlet}: {article.title[:60]}" if article.outlet else article.title[:60]
    return EventReport(title, published and published.date(), frozenset(map(_event, article.stories.all())))


def _event(story: Story) -> Event:
    return Event(story.title, story.starts_on, story.ends_on)
