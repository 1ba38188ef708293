"""Test which stories are compared with an article. Both databases must give the same stories."""

import pytest

from newsroom.search import stories
from newsroom.search.stories import stories_sharing
from newsroom.text.language.words import terms
from tests import make

pytestmark = pytest.mark.django_db


def sharing(text, most=5):
    return stories_sharing(terms(text), most=most)[0]


def test_stories_whose_articles_share_most_come_first():
    grain, session, football = (make.story(title) for title in ("Grain", "Session", "Football"))
    make.article("Grain ships left Odesa.\n\nThe harbour was quiet.", story=grain)
    make.article("Borrell spoke of the grain ships.", story=session)
    make.article("Rovers beat Albion.", story=football)
    make.article("Grain ships left Odesa harbour at dawn.")
    assert sharing("Grain ships in the harbour of Odesa") == [grain.pk, session.pk]
    assert sharing("Grain ships in the harbour of Odesa", most=1) == [grain.pk]
    assert sharing("Nobody knows") == []


def test_they_are_looked_for_among_many_articles_of_no_story_a_few_thousand_sentences_at_most(monkeypatch):
    monkeypatch.setattr(stories, "_AT_ONCE", 2)
    monkeypatch.setattr(stories, "_GOES", 2)
    for _ in range(3):
        make.article("Grain ships left.")
    story = make.story()
    make.article("Grain ships left.", story=story)
    assert sharing("Grain ships left") == [story.pk]
    make.article("Grain ships left.", story=make.story())
    assert sharing("Grain ships left") == [story.pk]


def test_what_a_word_tells_is_counted_where_it_was_looked_up_and_known_beforehand_elsewhere():
    for _ in range(5):
        make.article("Grain ships left.", story=make.story())
    _, weigh = stories_sharing(terms("Grain"), most=5)
    assert weigh("grain") < weigh("ship")
    assert weigh("the") < weigh("grain")
