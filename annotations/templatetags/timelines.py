"""What the drawing of a timeline looks up by article and by lane."""

from django import template

from annotations.logic.counting.timeline import Lane
from annotations.queries.timeline import ListedReport, Timeline

register = template.Library()


@register.filter
def plus(number: float, more: float) -> float:
    """`{{ drawing.width|plus:140 }}`"""
    return number + more


@register.filter
def report(timeline: Timeline, article: int) -> ListedReport:
    """The report that a dot stands for."""
    return timeline.by_article[article]


@register.filter
def lane_name(timeline: Timeline, lane: Lane) -> str:
    """The origins that join the lane's articles; an article of its own goes by its outlet."""
    first = timeline.by_article[lane.articles[0]]
    names = {
        origin.source: origin.name
        for article in lane.articles
        for origin in timeline.by_article[article].origins
    }
    return ", ".join(names[source] for source in lane.origins) or str(
        first.article.outlet or first.article.title
    )
