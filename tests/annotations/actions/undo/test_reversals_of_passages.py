"""Test which acts on highlights can no longer be undone, and the sentences that say so."""

import pytest

from annotations.actions.passages.highlights import (
    move_edges,
    tag_highlight,
)
from annotations.actions.tags import change_tag
from annotations.actions.undo.undoing import undo
from annotations.models import Highlight
from newsroom.errors import Conflict
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def test_a_tag_that_lost_its_name_is_not_guessed(
    passage: Highlight, articles: tuple[Article, Article], story: Story, person: User
) -> None:
    tag = make.tag("claims/time", by=person)
    tag_highlight(passage, tag, by=person)
    change_tag(tag, by=make.user(UserRole.EDITOR), path="claims/when")
    with pytest.raises(Conflict, match="no tag “claims/time” any more"):
        undo(story, by=person)


def test_a_highlight_that_carries_evidence_of_others_is_not_undone(
    passage: Highlight, story: Story, person: User
) -> None:
    make.evidence(make.claim(story), passage)
    with pytest.raises(Conflict, match="evidence for 1 claim"):
        undo(story, by=person)


def test_new_edges_of_an_older_revision_are_not_forced_on_the_newer(
    passage: Highlight, story: Story, person: User
) -> None:
    move_edges(passage, 4, 12, "minister", version=passage.version, by=person)
    make.revision(passage.article, "Now the minister left.", by=person)
    with pytest.raises(Conflict, match="changed this since"):
        undo(story, by=person)


def test_a_passage_that_had_no_place_before_is_not_moved_back(
    passage: Highlight, story: Story, person: User
) -> None:
    make.revision(passage.article, "Nothing of it is left. Nothing at all.", by=person)
    passage = Highlight.objects.select_related("article__current", "anchor").get(pk=passage.pk)
    assert passage.anchor.state == "lost"
    move_edges(passage, 0, 7, "Nothing", version=passage.version, by=person)
    with pytest.raises(Conflict, match="had no place"):
        undo(story, by=person)
