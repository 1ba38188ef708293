"""Finding the outlet an import names, and merging outlets that are one."""

import pytest

from newsroom.actions.outlets import merge_outlet, outlet_for
from newsroom.errors import Forbidden, Invalid, Missing
from newsroom.models import Activity, Article, Outlet
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import last_line

pytestmark = pytest.mark.django_db


def test_an_outlet_that_is_not_known_is_made_with_its_domain(reporter):
    outlet = outlet_for(" The Courier ", "https://www.courier.example/a", by=reporter)
    assert (outlet.name, outlet.domain) == ("The Courier", "courier.example")
    assert Activity.objects.get().summary == "added the outlet “The Courier”"


def test_a_known_name_is_found_in_any_case_and_nothing_is_made(reporter):
    known = outlet_for("The Courier", by=reporter)
    assert outlet_for("THE COURIER", "https://elsewhere.example/", by=reporter) == known
    assert Outlet.objects.count() == 1


def test_a_known_domain_names_the_outlet(reporter):
    known = outlet_for("The Courier", "https://courier.example/", by=reporter)
    assert outlet_for("", "https://www.courier.example/b", by=reporter) == known


def test_another_name_at_a_known_domain_is_that_outlet(reporter):
    known = outlet_for("The Courier", "https://courier.example/", by=reporter)
    assert outlet_for("Courier Online", "https://courier.example/b", by=reporter) == known


def test_an_outlet_that_somebody_states_is_not_another_one_at_its_domain(reporter):
    portal = outlet_for("The Portal", "https://portal.example/1", by=reporter)
    stated = outlet_for("The Courier", "https://portal.example/2", by=reporter, stated=True)
    assert (stated.name, stated.domain) == ("The Courier", "")
    assert outlet_for("the courier", "https://portal.example/3", by=reporter, stated=True) == stated
    assert outlet_for("", "https://portal.example/4", by=reporter) == portal


def test_where_nothing_is_said_there_is_no_outlet(reporter):
    assert outlet_for("", "https://unknown.example/", by=reporter) is None
    assert outlet_for("  ", by=reporter) is None
    assert not Outlet.objects.exists()


@pytest.fixture
def times():
    return make.article(outlet="The Times").outlet


@pytest.fixture
def double():
    """Another outlet that is the same, with a domain and two articles."""
    outlet = make.article(outlet="Times").outlet
    make.article(outlet="Times")
    outlet.domain = "times.example"
    outlet.save()
    return outlet


def test_articles_and_domain_go_over_and_the_double_is_gone(curator, times, double):
    merge_outlet(double, into=times, by=curator)
    times.refresh_from_db()
    assert list(Outlet.objects.all()) == [times]
    assert (times.articles.count(), times.domain) == (3, "times.example")


def test_each_article_and_each_outlet_that_changed_has_one_line(curator, times, double):
    articles = list(Article.objects.filter(outlet=double))
    before = Activity.objects.count()
    merge_outlet(double, into=times, by=curator)
    lines = Activity.objects.order_by("pk")[before:]
    assert [(line.object_type, line.verb) for line in lines] == [
        ("outlet", "merged"),
        ("article", "changed"),
        ("article", "changed"),
        ("outlet", "amended"),
    ]
    assert [last_line(article).changes for article in articles] == [{"outlet": ["Times", "The Times"]}] * 2


def test_a_domain_that_stands_is_kept(curator, times, double):
    times.domain = "thetimes.example"
    times.save()
    merge_outlet(double, into=times, by=curator)
    times.refresh_from_db()
    assert times.domain == "thetimes.example"


@pytest.mark.parametrize(
    ("name", "url"), [("times", ""), ("", "https://www.times.example/1"), ("The Times", "")]
)
def test_an_import_that_names_the_double_finds_the_one_that_stayed(curator, times, double, name, url):
    merge_outlet(double, into=times, by=curator)
    assert outlet_for(name, url, by=curator) == times


def test_the_names_of_a_double_go_along_when_its_outlet_is_merged_in_turn(curator, times, double):
    other = make.article(outlet="Times Group").outlet
    merge_outlet(double, into=times, by=curator)
    merge_outlet(times, into=other, by=curator)
    assert {outlet_for(name, by=curator) for name in ("Times", "The Times", "Times Group")} == {other}


def test_an_outlet_is_not_merged_into_itself(curator, times):
    with pytest.raises(Invalid, match="it stays"):
        merge_outlet(times, into=times, by=curator)


def test_an_outlet_is_merged_once(curator, times, double):
    stale = Outlet.objects.get(pk=double.pk)
    merge_outlet(double, into=times, by=curator)
    with pytest.raises(Missing, match="someone merged it already"):
        merge_outlet(stale, into=times, by=curator)


def test_merging_takes_a_curator(times, double):
    with pytest.raises(Forbidden):
        merge_outlet(double, into=times, by=make.user(UserRole.EDITOR))
    assert Outlet.objects.count() == 2
