"""Provide the template filters for the drawing of a timeline."""

from django import template

from annotations.logic.counting.timeline import Lane
from annotations.queries.timeline import ListedReport, Timeline

register = template.Library()


@register.filter
def plus(number: float, more: float) -> float:
    """Return the sum of two numbers: `{{ drawing.width|plus:140 }}`."""
    return number + more


@register.filter
def report(timeline: Timeline, article: int) -> ListedReport:
    """Return the article of the timeline with this id, for a dot of the drawing.

    For example `{{ timeline|report:dot.article }}`.
    """
    return timeline.by_article[article]


@register.filter
def lane_name(timeline: Timeline, lane: Lane) -> str:
    """Return the name of a lane, which is a row of the drawing: `{{ timeline|lane_name:lane }}`.

    The name lists the sources that the articles of the lane have in common. If there are none, it is the
    outlet of the first article, or its title.
    """
    names = [timeline.families.label(link.name) for link in lane.source.links]
    if names:
        return ", ".join(names)
    article = timeline.by_article[lane.source.articles[0]].article
    return str(article.outlet or article.title)
