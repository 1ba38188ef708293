"""Test which story `manage.py import_articles` proposes for an article, and what it does with it."""

import json

import pytest

from newsroom.models import StoryArticle
from tests import make
from tests.sample_reports import OTHER_QUAKE, QUAKE, QUAKE_TOO

pytestmark = pytest.mark.django_db


@pytest.fixture
def quakes(tmp_path):
    """Return a file with two reports: one of a story's event, and one of a similar event."""
    make.article(QUAKE, story=make.story("Quake"))
    path = tmp_path / "quakes.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in (QUAKE_TOO, OTHER_QUAKE)))
    return path


@pytest.mark.parametrize("options", [["--json"], ["--json", "--dry-run"]])
def test_the_story_an_article_seems_to_be_part_of_is_told_and_no_more(run, quakes, options):
    told = [json.loads(line) for line in run(quakes, *options)[1]]
    assert [line["story"] for line in told] == ["", ""]
    proposed, none = (line["proposed_story"] for line in told)
    assert (proposed["story"], 0.5 <= proposed["score"] <= 1, none) == ("quake", True, None)
    assert proposed["reasons"][0].startswith("same names: ")
    assert StoryArticle.objects.count() == 1


def test_articles_go_into_the_proposed_story_where_that_is_asked_for(run, quakes):
    told = [json.loads(line) for line in run(quakes, "--json", "--accept-proposed", "--dry-run")[1]]
    assert ([line["story"] for line in told], StoryArticle.objects.count()) == (["quake", ""], 1)
    run(quakes, "--accept-proposed")
    assert sorted(StoryArticle.objects.values_list("story__slug", "article__current__text")) == sorted(
        [("quake", QUAKE), ("quake", QUAKE_TOO)]
    )
    again = [json.loads(line)["proposed_story"] for line in run(quakes, "--json")[1]]
    assert again == [None, None]


def test_a_story_that_is_named_is_not_questioned(run, quakes):
    make.story("Other")
    told = [json.loads(line) for line in run(quakes, "--json", "--accept-proposed", "--story", "other")[1]]
    assert [(line["story"], line["proposed_story"]) for line in told] == [("other", None)] * 2
