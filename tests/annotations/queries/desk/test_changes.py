"""Test which passages changed by lines of the history, and which revisions are newer than those on a desk."""

import pytest

from annotations.actions.comments import comment_on, withdraw_comment
from annotations.actions.passages.highlights import move_edges
from annotations.models import Highlight
from annotations.queries.desk import changes as queries
from newsroom.models import Activity, Story, User
from newsroom.text.model import Span
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make.user()


@pytest.fixture
def story(editor: User) -> Story:
    return make.story(by=editor)


@pytest.fixture
def highlight(story: Story, editor: User) -> Highlight:
    return make.highlight(make.article("Rain fell all day.", story=story), "Rain fell", by=editor)


def newest(story: Story) -> Activity:
    return queries.lines_after(story, 0)[-1]


def test_lines_of_other_stories_are_left_out_even_if_they_are_asked_for(story: Story) -> None:
    make.claim(make.story())
    foreign = Activity.objects.latest("id").pk
    make.claim(story)
    own = Activity.objects.latest("id").pk
    assert [line.pk for line in queries.lines_with(story, [foreign, own])] == [own]
    assert [line.pk for line in queries.lines_after(story, own - 1)] == [own]
    assert queries.lines_after(story, own) == []


def test_evidence_links_and_comments_change_the_cards_of_their_passages(
    story: Story, highlight: Highlight, editor: User
) -> None:
    other = make.highlight(make.article("Snow fell.", story=story), "Snow", by=editor)
    before = newest(story).pk
    make.evidence(make.claim(story), highlight, by=editor)
    make.link(highlight, other, by=editor)
    comment = comment_on(other, "Who says so?", by=editor)
    withdraw_comment(comment, by=editor)
    changed = [change.highlights for change in queries.changes_by(queries.lines_after(story, before))]
    one, both = {str(highlight.pk)}, {str(highlight.pk), str(other.pk)}
    assert changed == [set(), one, both, {str(other.pk)}, {str(other.pk)}]


def test_a_moved_passage_is_painted_where_it_was_and_where_it_is(
    story: Story, highlight: Highlight, editor: User
) -> None:
    move_edges(highlight, 10, 17, "all day", version=1, by=editor)
    changes = queries.changes_by([newest(story)])
    spans = queries.touched_spans(changes, [highlight.article_id])
    assert sorted(spans[highlight.article_id]) == [Span(0, 9), Span(10, 17)]
    assert queries.touched_spans(changes, []) == {}


def test_a_revision_is_newer_only_if_the_desk_shows_another_one(story: Story, editor: User) -> None:
    article = make.article("Rain fell.", story=story)
    shown = article.current_id
    assert queries.newer_revisions([article.pk], [shown]) == []
    article = make.revision(article, "Rain fell again.", by=editor)
    (newer,) = queries.newer_revisions([article.pk], [shown])
    assert (newer.article, newer.revision.number) == (article, 2)
    assert queries.newer_revisions([], [shown]) == []
