"""Test how the outlet that an import names is found, how outlets are merged, and how owners are set."""

import pytest

from newsroom.actions.outlets import merge_outlet, outlet_for, set_owner
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
    """Return a second row for the same outlet, with a domain and two articles."""
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


def test_an_outlet_belongs_to_whom_a_curator_names(curator):
    herald, group = (Outlet.objects.create(name=name) for name in ("Herald", "Group"))
    set_owner(herald, owner=group, by=curator)
    herald.refresh_from_db()
    assert herald.owner == group
    assert Activity.objects.last().summary == "said that the outlet “Herald” belongs to “Group”"


def test_owners_in_a_circle_are_refused_with_a_sentence(curator):
    herald, post, group = (Outlet.objects.create(name=name) for name in ("Herald", "Post", "Group"))
    set_owner(herald, owner=post, by=curator)
    set_owner(post, owner=group, by=curator)
    with pytest.raises(Invalid, match="The owner belongs to this outlet already"):
        set_owner(group, owner=herald, by=curator)
    with pytest.raises(Invalid):
        set_owner(group, owner=group, by=curator)


def owner_after_merging(outlet, into, by):
    merge_outlet(outlet, into=into, by=by)
    into.refresh_from_db()
    return into.owner


def test_the_outlet_that_stays_takes_the_owner_and_the_kind_that_it_lacks(curator):
    group = Outlet.objects.create(name="Group")
    double = Outlet.objects.create(name="Times", owner=group, kind="newspaper")
    times = Outlet.objects.create(name="The Times")
    assert owner_after_merging(double, times, curator) == group
    assert times.kind == "newspaper"


def test_the_outlet_that_stays_keeps_its_own_owner_and_kind(curator):
    group, rival = (Outlet.objects.create(name=name) for name in ("Group", "Rival"))
    double = Outlet.objects.create(name="Times", owner=rival, kind="agency")
    times = Outlet.objects.create(name="The Times", owner=group, kind="newspaper")
    assert owner_after_merging(double, times, curator) == group
    assert times.kind == "newspaper"


def test_what_belonged_to_a_merged_outlet_belongs_to_the_one_that_stays(curator):
    double, times = (Outlet.objects.create(name=name) for name in ("Times", "The Times"))
    weekly = Outlet.objects.create(name="Weekly", owner=double)
    merge_outlet(double, into=times, by=curator)
    weekly.refresh_from_db()
    assert weekly.owner == times


def test_an_outlet_merged_into_one_that_it_owns_leaves_no_circle(curator):
    group = Outlet.objects.create(name="Group")
    double = Outlet.objects.create(name="Times", owner=group)
    between = Outlet.objects.create(name="Between", owner=double)
    times = Outlet.objects.create(name="The Times", owner=between)
    assert owner_after_merging(double, times, curator) == group
    between.refresh_from_db()
    assert between.owner == times


def test_an_outlet_merged_into_its_owner_leaves_none(curator):
    times = Outlet.objects.create(name="The Times")
    double = Outlet.objects.create(name="Times", owner=times)
    assert owner_after_merging(double, times, curator) is None
