"""Test the template tags for the drawing of a timeline."""

from types import SimpleNamespace

from annotations.logic.counting.source_groups import GroupLink, SourceGroup
from annotations.logic.counting.timeline import Lane
from annotations.logic.sources.families import OutletFamilies
from annotations.templatetags.timelines import lane_name, plus, report


def listed_report(pk: int, *, outlet: str = "Post") -> SimpleNamespace:
    return SimpleNamespace(article=SimpleNamespace(pk=pk, outlet=outlet, title="Rain falls"))


def timeline(*reports: SimpleNamespace) -> SimpleNamespace:
    families = OutletFamilies()
    families.key("AFP")
    return SimpleNamespace(by_article={line.article.pk: line for line in reports}, families=families)


def lane(articles: tuple[int, ...], *names: str) -> Lane:
    links = tuple(GroupLink(name, sure=articles) for name in names)
    return Lane(SourceGroup(articles, links=links), y=0.0, left=0.0, right=0.0)


def test_a_lane_is_named_by_those_who_join_it():
    assert (
        lane_name(timeline(listed_report(1), listed_report(2)), lane((1, 2), "afp", "kyodo")) == "AFP, kyodo"
    )


def test_an_article_of_its_own_names_its_lane_by_its_outlet_or_title():
    assert lane_name(timeline(listed_report(1)), lane((1,))) == "Post"
    assert lane_name(timeline(listed_report(1, outlet="")), lane((1,))) == "Rain falls"


def test_a_dot_leads_to_its_report():
    first = listed_report(1)
    assert report(timeline(first, listed_report(2)), 1) is first


def test_plus_adds():
    assert plus(140, 20) == 160
