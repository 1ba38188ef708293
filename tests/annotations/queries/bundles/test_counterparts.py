"""Test by what the rows of a bundle are recognised on this desk."""

import pytest

from annotations.logic.bundles.tables import CLAIMS, PLACES
from annotations.queries.bundles.counterparts import (
    counterparts,
    foreign_id_of,
    objects_that_came,
    texts_of,
)
from newsroom.actions.outlets import merge_outlet
from newsroom.models import Article, ForeignRow, Story
from newsroom.roles import UserRole
from tests import make
from tests.foreign_bundles import bundle_of, from_elsewhere, opened

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "table", ["stories", "articles", "highlights", "claims", "comments", "tags", "outlets"]
)
def test_the_rows_of_the_desk_s_own_bundle_are_found(rain, table):
    rows = opened(bundle_of(rain)).rows[table]
    assert set(counterparts(table, rows)) == {row.key for row in rows}


@pytest.mark.parametrize(
    "table", ["stories", "articles", "highlights", "claims", "comments", "tags", "outlets"]
)
def test_rows_from_elsewhere_are_not(rain, table):
    assert counterparts(table, opened(from_elsewhere(bundle_of(rain))).rows[table]) == {}


def test_an_outlet_is_known_by_its_other_names(rain):
    merged, kept = (make.article(outlet=name).outlet for name in ("Bali-elsewhere", "Bali Post"))
    merge_outlet(merged, into=kept, by=make.user(UserRole.CURATOR))
    rows = opened(from_elsewhere(bundle_of(rain))).rows["outlets"]
    assert counterparts("outlets", rows) == {"Bali-elsewhere": kept}


def test_an_article_is_known_by_its_address(rain):
    page = make.page("<article><h1>Rain</h1><p>Rain fell all day.</p></article>", url="https://a.example/1")
    rows = opened(from_elsewhere(bundle_of(rain))).rows["articles"]
    for row in rows:
        row.values["address"] = ""
    rows[0].values["address"] = page.address
    assert counterparts("articles", rows) == {rows[0].key: page}


def test_the_texts_of_an_article_are_told_by_number(rain):
    article = make.revision(rain.articles.first(), "Snow.")
    assert texts_of(article)[2] == article.current.sha256
    assert sorted(texts_of(article)) == [1, 2]


def test_what_came_is_that_of_one_source_and_model(rain):
    for source, model, pk in (("bundle", "story", "1"), ("bundle", "article", "2"), ("brat", "story", "3")):
        ForeignRow.objects.create(source=source, object_type=model, object_id=pk, foreign_id=pk, digest=model)
    assert objects_that_came(Story, "bundle", ["1", "2", "3"]) == {"1": ("1", "story")}
    assert objects_that_came(Article, "bundle", ["1", "2", "3"]) == {"2": ("2", "article")}


def test_a_place_is_known_with_its_story_and_all_else_by_its_key(rain):
    sent = opened(bundle_of(rain))
    assert foreign_id_of(sent, CLAIMS, "a") == "a"
    assert foreign_id_of(sent, PLACES, "a") == f"{rain.uid}/a"
