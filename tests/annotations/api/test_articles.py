"""Test importing by program."""

import pytest

from newsroom.models import Article, Story
from tests import make

pytestmark = pytest.mark.django_db


def test_an_article_is_imported_once_into_its_story(program):
    story = make.story()
    body = {
        "html": "<article><h1>Rain</h1><p>Rain fell on Java.</p></article>",
        "outlet": "The Courier",
        "published": "2022-07-08",
        "url": "https://courier.example/rain",
        "story": story.slug,
    }
    first, again = (program.post("/articles", body) for _ in range(2))
    assert (first.status_code, first.json()["status"]) == (201, "created")
    assert (again.status_code, again.json()["status"]) == (200, "unchanged")
    record = first.json()
    assert (record["outlet"], record["published_at"]) == ("The Courier", "2022-07-08")
    assert record["stories"] == [story.slug]
    assert Article.objects.count() == 1


def test_a_newer_text_becomes_a_revision(program):
    article = make.article("Rain fell on Java all day and all night.")
    address = f"/articles/{article.pk}/revisions"
    answer = program.post(address, {"text": "Rain fell on Java all day, and on Bali all night."})
    assert (answer.json()["status"], answer.json()["revision"]) == ("revised", 2)
    unlike = program.post(address, {"text": "The council approved the budget after nine hours."})
    assert unlike.status_code in {409, 422}


@pytest.mark.parametrize(
    "body", [{}, {"text": "Rain.", "html": "<p>Rain.</p>"}, {"text": "Rain.", "story": "no"}]
)
def test_an_import_that_is_not_clear_is_refused(program, body):
    assert program.post("/articles", body).status_code in {404, 422}
    assert Article.objects.count() == 0


def test_an_article_that_is_not_there_is_added_to_no_story(program):
    story, article = make.story(), make.article()
    address = f"/stories/{story.pk}/articles"
    assert program.post(address, {"articles": [article.pk, article.pk + 1]}).status_code == 404
    assert story.articles.count() == 0
    assert program.post(address, {"articles": [article.pk, article.pk]}).status_code == 200
    assert list(story.articles.all()) == [article]


def test_what_is_not_sent_of_a_story_or_a_masthead_stays(program):
    body = {"title": "Rain", "place": "Bali", "starts_on": "2022-07-07", "summary": "Two days."}
    story = program.post("/stories", body).json()
    changed = program.post(f"/stories/{story['id']}/change", {"title": "Snow"}, If_Match="*").json()
    assert changed == {**story, "title": "Snow"}
    undated = program.post(f"/stories/{story['id']}/change", {"starts_on": None}, If_Match="*").json()
    assert undated == {**changed, "starts_on": None}
    article = make.article(outlet="The Courier", title="Rain")
    address = f"/articles/{article.pk}/masthead"
    assert program.post(address, {"title": "Snow"}, If_Match="*").json()["outlet"] == "The Courier"
    assert program.post(address, {"outlet": "The Herald"}, If_Match="*").json()["title"] == "Snow"


def test_a_story_is_changed_as_it_was_seen(program):
    story = make.story("Rain")
    answer = program.post(
        f"/stories/{story.pk}/change", {"title": "Snow", "starts_on": "2022-07-08"}, If_Match="*"
    )
    assert answer.status_code == 200
    story.refresh_from_db()
    assert (story.title, str(story.starts_on)) == ("Snow", "2022-07-08")
    assert Story.objects.count() == 1
