"""Test that a row which several people make at the same moment is made once, and that all of them get it."""

import pytest

from newsroom.actions.correcting import correct_article
from newsroom.actions.history import sent_once
from newsroom.actions.imports.import_requests import read_request
from newsroom.actions.imports.importing import import_article
from newsroom.actions.imports.importing_many import import_all
from newsroom.actions.outlets import merge_outlet, outlet_for
from newsroom.actions.stories import make_story
from newsroom.errors import Conflict
from newsroom.models import Activity, Article, Outlet, OutletAlias, Story, Verb
from newsroom.roles import UserRole
from newsroom.text.pipeline import SourceDetails
from tests import make
from tests.races import people

pytestmark = pytest.mark.django_db(transaction=True)

SIX = range(6)
TEXT = b"The minister left early. Rain fell on the island all day."


def _importing(by, details=None, text=TEXT):
    return lambda: import_article(text, name="article.txt", details=details, by=by)


def test_what_six_people_make_at_once_is_there_once():
    by = make.user()
    with people(len(SIX)) as six:
        # Different reports that name the same new outlet.
        texts = [TEXT + b" Report %d." % number for number in SIX]
        new_outlet = SourceDetails(outlet="The New Gazette")
        told = six.race(*(_importing(by, new_outlet, text) for text in texts))
        assert (told, Outlet.objects.count(), Article.objects.count()) == ([None] * 6, 1, 6)
        assert Activity.objects.filter(verb=Verb.MADE, object_type="outlet").count() == 1

        # One source that is recognised by its text, by its address, or by its external id.
        told = six.race(*(_importing(by) for _ in SIX))
        assert (told, Article.objects.count()) == ([None] * 6, 7)
        there = SourceDetails(url="https://example.org/a")
        told = six.race(*(_importing(by, there) for _ in SIX))
        assert (told, Article.objects.count()) == ([None] * 6, 8)
        named = SourceDetails(external_id="a-1")
        told = six.race(*(_importing(by, named) for _ in SIX))
        assert (told, Article.objects.count()) == ([None] * 6, 9)

        # One form, sent six times: the story is made once.
        def send_form():
            with sent_once("the form"):
                make_story("Walk-in", by=by)

        told = six.race(*(send_form for _ in SIX))
        assert sorted(type(each).__name__ for each in told) == ["NoneType"] + ["SentTwice"] * 5
        assert Story.objects.filter(title="Walk-in").count() == 1

        # Stories with the same title. Each gets its own address, as if they had been made one after another.
        told = six.race(*(lambda: make_story("Walk-out", by=by) for _ in SIX))
        slugs = set(Story.objects.filter(title="Walk-out").values_list("slug", flat=True))
        assert (told, slugs) == ([None] * 6, {"walk-out", *(f"walk-out-{number}" for number in range(2, 7))})


def test_two_tables_that_name_the_same_new_things_in_another_order_are_both_imported():
    by = make.user()
    rows = [SourceDetails(external_id=f"r-{number}", outlet=f"Herald {number}") for number in range(8)]
    requests = [read_request(TEXT, name="article.txt", details=row) for row in rows]
    with people(2) as two:
        told = two.race(lambda: import_all(requests, by=by), lambda: import_all(requests[::-1], by=by))
    assert (list(told), Article.objects.count(), Outlet.objects.count()) == ([None, None], 8, 8)


def test_an_import_that_names_an_outlet_while_it_is_merged_comes_to_the_one_that_stays():
    curator = make.user(UserRole.CURATOR)
    stays = Outlet.objects.create(name="The Gazette")
    with people(2) as two:
        for number in range(5):
            goes = Outlet.objects.create(name=f"Gazette {number}")
            told = two.race(
                _importing(curator, SourceDetails(outlet=goes.name), TEXT + b" Report %d." % number),
                lambda goes=goes: merge_outlet(Outlet.objects.get(pk=goes.pk), into=stays, by=curator),
            )
            assert list(told) == [None, None]
    assert set(Article.objects.values_list("outlet__name", flat=True)) == {"The Gazette"}
    assert OutletAlias.objects.count() == 5


def test_two_people_who_name_a_new_outlet_in_other_cases_mean_the_same():
    by = make.user()
    with people(2) as two:
        told = two.race(lambda: outlet_for("AFP", by=by), lambda: outlet_for("afp", by=by))
    assert (list(told), Outlet.objects.count()) == ([None, None], 1)


def test_a_text_that_is_replaced_at_this_moment_is_not_corrected():
    by = make.user()
    article = make.article(TEXT.decode(), by=by)
    details = SourceDetails(external_id=article.external_id)
    with people(1) as one:
        with one.meanwhile(lambda: correct_article(article, {"title": "Rain"}, {}, number=1, by=by)) as told:
            import_article(TEXT + b" It went on.", name="article.txt", details=details, by=by)
        assert isinstance(told.result(), Conflict)
    assert list(article.revisions.values_list("number", "corrects")) == [(1, None), (2, None)]
