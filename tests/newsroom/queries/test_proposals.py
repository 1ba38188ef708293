"""Test which story is proposed for an article that is in none, from the rows of the database."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.actions.imports.importing import import_article
from newsroom.actions.stories import StoryDetails, make_story
from newsroom.queries.proposals import proposal_of, proposals_for
from newsroom.text.pipeline import SourceDetails, prepare
from tests import make
from tests.sample_reports import QUAKE, QUAKE_TOO

pytestmark = pytest.mark.django_db

SEEDS = Path(__file__).parents[3] / "seeds"
FOOTBALL = "Rovers beat Albion by three goals to one in the cup on Saturday. Tomas Reyes scored twice."


def proposed(article):
    found = proposals_for([article.pk]).get(article.pk)
    return found and found.story


def test_an_article_in_no_story_is_proposed_to_the_one_it_fits():
    story = make.story("Earthquake in Marenia")
    make.article(QUAKE, story=story)
    make.article(FOOTBALL, story=make.story("The cup"))
    article = make.article(QUAKE_TOO)
    found = proposals_for([article.pk])[article.pk]
    assert (found.story, found.score > 0.5) == (story, True)
    assert "Tavira" in found.because
    assert proposed(make.article("The parliament passed a budget.")) is None


def test_an_article_that_is_in_a_story_is_proposed_to_no_other():
    make.article(QUAKE, story=make.story())
    assert proposed(make.article(QUAKE_TOO, story=make.story())) is None


def test_at_most_so_many_are_looked_at():
    make.article(QUAKE, story=make.story())
    articles = [make.article(QUAKE_TOO) for _ in range(3)]
    assert set(proposals_for([article.pk for article in articles], most=2)) == {
        article.pk for article in articles[:2]
    }


def test_a_story_without_articles_is_found_by_its_days_title_and_place(editor):
    story = make_story(
        "Earthquake in Tavira", StoryDetails(place="Tavira", starts_on=date(2021, 3, 1)), by=editor
    )
    make_story("Earthquake in Tavira", StoryDetails(place="Tavira", starts_on=date(2020, 3, 1)), by=editor)
    details = SourceDetails(published="2021-03-02")
    article = import_article(QUAKE.encode(), details=details, by=editor).revision.article
    assert proposed(article) == story


def test_a_source_is_proposed_before_it_is_imported_unless_its_article_is_in_a_story():
    story = make.story()
    make.article(QUAKE, story=story)
    prepared = prepare(QUAKE_TOO.encode())
    known = make.article(QUAKE_TOO)
    assert proposal_of(prepared).story == story
    assert proposal_of(prepared, known).story == story
    make.article(QUAKE_TOO)
    placed = make.article(QUAKE_TOO, story=make.story())
    assert proposal_of(prepared, placed) is None


def test_the_queries_do_not_grow_with_the_stories_or_their_articles():
    counted = []
    for number in (1, 3):
        for _ in range(number):
            story = make.story()
            for _ in range(number):
                make.article(QUAKE, story=story)
        article = make.article(QUAKE_TOO)
        with CaptureQueriesContext(connection) as queries:
            assert proposed(article)
        # On SQLite each word takes one query, on PostgreSQL all words together take one.
        counted.append(sum("newsroom_sentence_words" not in query["sql"] for query in queries))
    assert counted[0] == counted[1] <= 9


def seed(number, editor, story=None):
    path = next(SEEDS.glob(f"articles/{number:03}_*"))
    with (SEEDS / "sources.csv").open(newline="") as table:
        row = next(row for row in csv.DictReader(table) if row["file"] == path.name)
    details = SourceDetails(published=row["published_at"] or None, title=row["title"] or None)
    return import_article(
        path.read_bytes(), name=path.name, details=details, by=editor, story=story
    ).revision.article


@pytest.fixture
def bali(editor):
    with (SEEDS / "stories.csv").open(newline="") as table:
        row = next(csv.DictReader(table))
    days = {name: date.fromisoformat(row[name]) for name in ("starts_on", "ends_on")}
    return make_story(row["title"], StoryDetails(place=row["place"], **days), by=editor)


@pytest.mark.parametrize("held", [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
def test_of_the_seeds_those_of_the_meeting_in_bali_are_proposed_to_it_and_later_ones_are_not(
    held, bali, editor
):
    for number in held:
        seed(number, editor, bali)
    others = {number: seed(number, editor) for number in range(5) if number not in held}
    found = {number for number, article in others.items() if proposed(article) == bali}
    assert found == {0, 1, 2} - set(held)


def test_the_seeds_find_the_story_also_before_it_holds_any(bali, editor):
    found = {number for number in range(5) if proposed(seed(number, editor)) == bali}
    assert {3, 4}.isdisjoint(found)


def test_the_next_meeting_is_told_from_this_one_by_its_place_alone(editor):
    story = make_story("Meeting in Bali", StoryDetails(place="Bali"), by=editor)
    for number in (0, 1, 2):
        seed(number, editor, story)
    path = next(SEEDS.glob("articles/004_*"))
    undated = import_article(path.read_bytes(), name=path.name, by=editor).revision
    assert undated.published_at is None
    assert proposed(undated.article) is None
