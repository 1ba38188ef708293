"""Test which facts about articles and stories are passed to the rules about one event."""

from datetime import date

import pytest

from annotations.queries.same_event import doubts_about_evidence, doubts_about_link
from tests import make

pytestmark = pytest.mark.django_db

TITLE = "Minister leaves the room" * 4


def test_a_doubt_names_the_outlet_and_the_beginning_of_the_title():
    first = make.highlight(make.article(title=TITLE, outlet="Gazette", story=make.story()))
    second = make.highlight(make.article(title="Rain", story=make.story()))
    assert doubts_about_link(first, second) == (
        f"“Gazette: {TITLE[:60]}” and “Rain” are in different stories.",
    )


def test_a_passage_of_an_article_without_a_date_is_doubted_as_evidence_in_a_dated_story():
    story = make.story()
    story.starts_on = date(2022, 7, 8)
    story.save()
    highlight = make.highlight(make.article(title="Rain", story=story))
    claim = make.claim(story)
    assert doubts_about_evidence(claim, highlight) == (
        f"“Rain” has no date, so it may tell of another time than the story “{story.title}”.",
    )
