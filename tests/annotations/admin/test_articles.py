"""Test the origins and stories of articles in the panel, which can be changed for many articles at once."""

import pytest

from annotations.actions.origins import decide_origin
from tests import make
from tests.admin_panel import Panel, assert_nothing_to_confirm, last_line, refused_rows

pytestmark = pytest.mark.django_db


def test_an_origin_is_set_beside_others_or_alone(panel: Panel):
    article = make.article()
    make.origin(article, name="AFP")
    reuters = make.origin(name="Reuters")
    panel.do("origin", article, origin=reuters.pk)
    assert last_line(article).changes == {"origin": [["AFP"], ["AFP", "Reuters"]]}
    assert panel.do("origin", article, origin=reuters.pk, alone="on") == ["Set the origin: 1 article."]
    assert last_line(article).changes == {"origin": [["AFP", "Reuters"], ["Reuters"]]}
    assert list(article.origins.all()) == [reuters]


def test_a_rejected_origin_is_not_set(panel: Panel):
    article, origin = make.article(), make.origin(name="AFP")
    decide_origin(origin, "rejected", reason="Only a quotation is shared.", by=panel.curator)
    ((_, sentence),) = refused_rows(panel.show("origin", article, origin=origin.pk))
    assert sentence == "“AFP” was rejected as an origin. Choose another, or decide on it again first."


def test_articles_are_added_to_a_story(panel: Panel, story):
    article, known = make.article(), make.article(story=story)
    assert panel.do("add", article, known, story=story.pk) == ["Add to a story: 1 article."]
    assert list(article.stories.all()) == [story]


def test_articles_move_to_another_story_but_not_those_that_evidence_rests_on(panel: Panel, story, bound):
    there = make.story("There")
    free = make.article(story=story)
    page = panel.show("move", free, bound.article, out_of=story.pk, into=there.pk)
    ((name, sentence),) = refused_rows(page)
    assert (name, sentence.startswith("It is evidence for 1 claim of “Here”.")) == (str(bound.article), True)
    assert panel.told(panel.press(page)) == ["Move to another story: 1 article."]
    assert (list(free.stories.all()), list(bound.article.stories.all())) == ([there], [story])
    assert last_line(free).changes == {"story": ["Here", "There"]}


def test_an_article_is_not_added_twice(panel: Panel, story):
    assert_nothing_to_confirm(panel.show("add", make.article(story=story), story=story.pk))
