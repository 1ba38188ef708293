"""Test which passages wait for a review after a new revision, and what the review page shows."""

import pytest

from annotations.models import Highlight
from annotations.queries.reviewing import passages_in, question, waiting
from newsroom.models import Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db

BEFORE = "The minister left early.\n\nNobody would say why he had gone."
AFTER = "Grain ships wait in the harbour.\n\nTalks go on at noon."
OLD = f"{BEFORE}\n\nRain fell on Bali and Java all day.\n\n{AFTER}"
NEW = f"{BEFORE}\n\nRain fell on Bali and Java all night.\n\n{AFTER}"
GONE = f"{BEFORE}\n\n{AFTER}"


@pytest.fixture
def article(story: Story, editor: User) -> Article:
    return make.article(OLD, story=story, by=editor)


@pytest.fixture
def highlight(article: Article, editor: User) -> Highlight:
    return make.highlight(article, "Rain fell on Bali and Java all day", by=editor)


def test_what_no_revision_touched_waits_for_nobody(
    article: Article, highlight: Highlight, editor: User
) -> None:
    make.revision(article, f"{OLD}\n\nThe hosts said no more.", by=editor)
    assert list(waiting()) == []


def test_what_was_changed_waits_in_its_story_only(
    story: Story, article: Article, highlight: Highlight, editor: User
) -> None:
    make.revision(article, NEW, by=editor)
    assert list(waiting()) == list(waiting(story)) == [highlight]
    assert list(waiting(make.story(by=editor))) == []


def test_the_old_text_is_shown_with_one_paragraph_on_each_side(
    article: Article, highlight: Highlight, editor: User
) -> None:
    make.revision(article, NEW, by=editor)
    asked = question(waiting()[0])
    assert list(asked.before.blocks) == [1, 2, 3]
    assert asked.near == "now-2"
    assert asked.after.blocks is None


def test_at_the_edges_of_a_text_there_is_less_around(article: Article, editor: User) -> None:
    make.highlight(article, "The minister left early", by=editor)
    make.revision(article, OLD.replace("left early", "left quite early"), by=editor)
    asked = question(waiting()[0])
    assert list(asked.before.blocks) == [0, 1]


def test_of_a_lost_passage_the_place_before_it_is_looked_at(
    article: Article, highlight: Highlight, editor: User
) -> None:
    make.revision(article, GONE, by=editor)
    asked = question(waiting()[0])
    assert (asked.words, asked.after.spans, asked.near) == ((), (), "now-1")


def test_an_old_revision_shows_what_was_marked_in_it(
    article: Article, highlight: Highlight, editor: User
) -> None:
    old = article.current
    revised = make.revision(article, NEW, by=editor)
    (then,) = passages_in(old)
    (now,) = passages_in(revised.current)
    assert (then.quote, then.state, then.label) == ("Rain fell on Bali and Java all day", "", "")
    assert (now.quote, now.state) == ("Rain fell on Bali and Java all night", "changed")
    assert now.label != ""
