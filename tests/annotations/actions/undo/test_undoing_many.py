"""Test that an act on many rows is undone and redone at once."""

from functools import partial

import pytest

from annotations.actions.passages.highlights import tag_highlight, untag_highlight
from annotations.actions.undo import undoing
from annotations.actions.undo.undoing import UndoRefusal, next_acts, redo, undo
from annotations.models import Highlight, Tag
from newsroom.actions.bulk import act_on_each
from newsroom.models import Activity, Article, Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> User:
    return make.user(UserRole.CURATOR)


@pytest.fixture
def tag(curator: User) -> Tag:
    return make.tag("claims/number", by=curator)


@pytest.fixture
def passages(articles: tuple[Article, Article], curator: User) -> list[Highlight]:
    words = ("The minister", "left", "The speech")
    return [make.highlight(articles[0], each, by=make.user()) for each in words[:2]] + [
        make.highlight(articles[1], "The minister", by=make.user())
    ]


def tag_all(passages: list[Highlight], tag: Tag, by: User) -> None:
    act_on_each(passages, partial(tag_highlight, tag=tag, by=by), by=by)


def tagged(tag: Tag) -> set[object]:
    return set(Highlight.objects.filter(tags=tag).values_list("pk", flat=True))


def test_all_rows_of_one_act_are_undone_and_redone_together(
    story: Story, passages: list[Highlight], tag: Tag, curator: User
) -> None:
    tag_all(passages, tag, curator)
    everything = {passage.pk for passage in passages}
    for act, expected in ((undo, set()), (redo, everything), (undo, set()), (redo, everything)):
        assert len(act(story, by=curator).act.lines) == 3
        assert tagged(tag) == expected


def test_an_earlier_undoing_still_says_how_many_rows_it_took_back(
    story: Story, passages: list[Highlight], tag: Tag, curator: User
) -> None:
    tag_all(passages, tag, curator)
    undo(story, by=curator)
    first = Activity.objects.exclude(undoes=None).earliest("pk")
    redo(story, by=curator)
    assert len(undoing.reversal_of(first).act.lines) == 3


def test_the_name_of_the_act_says_how_many_rows_it_changed(
    story: Story, passages: list[Highlight], tag: Tag, curator: User
) -> None:
    tag_all(passages, tag, curator)
    undone, _ = next_acts(story, curator)
    assert undone
    assert undone.in_words.endswith(", and 2 more at once")


def test_a_row_that_somebody_changed_since_keeps_the_whole_act(
    story: Story, passages: list[Highlight], tag: Tag, curator: User
) -> None:
    make.highlight(passages[0].article, "speech", by=curator)
    tag_all(passages, tag, curator)
    untag_highlight(passages[1], tag, by=make.user())
    with pytest.raises(UndoRefusal, match="changed this since") as refused:
        undo(story, by=curator)
    assert tagged(tag) == {passages[0].pk, passages[2].pk}
    # The person can leave the act out, and undo the one before it.
    assert len(undo(story, by=curator, leaving={refused.value.line.pk}).act.lines) == 1


def test_rows_of_another_story_stay_as_they_are(
    story: Story, passages: list[Highlight], tag: Tag, curator: User
) -> None:
    other_story = make.story(by=curator)
    elsewhere = make.highlight(make.article(story=other_story), by=make.user())
    tag_all([*passages, elsewhere], tag, curator)
    undo(story, by=curator)
    assert tagged(tag) == {elsewhere.pk}
    undo(other_story, by=curator)
    assert tagged(tag) == set()


def test_rows_beyond_the_lines_that_are_looked_at_are_undone_too(
    story: Story, passages: list[Highlight], tag: Tag, curator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "REACH", 2)
    tag_all(passages, tag, curator)
    undo(story, by=curator)
    assert tagged(tag) == set()


def test_each_act_on_many_rows_has_a_key_of_its_own(
    passages: list[Highlight], tag: Tag, curator: User
) -> None:
    tag_all(passages[:2], tag, curator)
    tag_all(passages[2:], tag, curator)
    keys = list(Activity.objects.filter(verb="tagged").order_by("pk").values_list("bulk_key", flat=True))
    assert keys[0] == keys[1]
    assert len(set(keys)) == 2
    assert "" not in keys
