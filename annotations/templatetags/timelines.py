"""What the drawing of a timeline looks up by article and by lane."""

from django import template

from annotations.logic.counting.timeline import Lane
from annotations.queries.timeline import ListedReport, Timeline

register = template.Library()


@register.filter
def plus(number: float, more: float) -> float:
    """`{{ drawing.width|plus:140 }}`: the sum."""
    return number + more


@register.filter
def report(timeline: Timeline, article: int) -> ListedReport:
    """`{{ timeline|report:dot.article }}`: the report that a dot stands for."""
    return timeline.by_article[article]


@register.filter
def lane_name(timeline: Timeline, lane: Lane) -> str:
    """`{{ timeline|lane_name:lane }}`: the origins that join the lane's articles.

    An article of its own goes by its outlet.
    """
    reports = [timeline.by_article[article] for article in lane.articles]
    if not lane.origins:
        article = reports[0].article
        return str(article.outlet or article.title)

    names: dict[str, str] = {}
    for report in reports:
        names.update((origin.source, origin.name) for origin in report.origins)
    return ", ".join(names[source] for source in lane.origins)
