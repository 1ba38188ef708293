"""What the drawing of a timeline looks up."""

from types import SimpleNamespace

from annotations.logic.counting.timeline import Lane
from annotations.templatetags.timelines import lane_name, plus, report


def listed(pk: int, *origins: str, outlet: str = "Post") -> SimpleNamespace:
    return SimpleNamespace(
        article=SimpleNamespace(pk=pk, outlet=outlet, title="Rain falls"),
        origins=[SimpleNamespace(source=name.casefold(), name=name) for name in origins],
    )


def timeline(*reports: SimpleNamespace) -> SimpleNamespace:
    return SimpleNamespace(by_article={line.article.pk: line for line in reports})


def lane(articles: tuple[int, ...], origins: tuple[str, ...] = ()) -> Lane:
    return Lane(articles, origins, y=0.0, left=0.0, right=0.0)


def test_a_lane_is_named_by_the_origins_that_join_it():
    joined = timeline(listed(1, "AFP"), listed(2, "AFP", "Kyodo"))
    assert lane_name(joined, lane((1, 2), ("afp", "kyodo"))) == "AFP, Kyodo"


def test_an_article_of_its_own_names_its_lane_by_its_outlet_or_title():
    assert lane_name(timeline(listed(1)), lane((1,))) == "Post"
    assert lane_name(timeline(listed(1, outlet="")), lane((1,))) == "Rain falls"


def test_a_dot_leads_to_its_report():
    first = listed(1)
    assert report(timeline(first, listed(2)), 1) is first


def test_plus_adds():
    assert plus(140, 20) == 160
