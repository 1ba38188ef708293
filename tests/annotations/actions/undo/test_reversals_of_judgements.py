"""Test which acts on evidence, links and silences can no longer be undone, and the sentences that say so."""

import pytest

from annotations.actions.judgements.links import withdraw_link
from annotations.actions.judgements.silences import state_silence, withdraw_silence
from annotations.actions.undo.undoing import UndoRefusal, undo
from annotations.models import Highlight
from newsroom.errors import Conflict
from newsroom.models import Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db


def test_a_link_made_again_meanwhile_is_not_restored_beside_it(
    passage: Highlight, articles: tuple[Article, Article], story: Story, person: User
) -> None:
    other = make.highlight(articles[1], by=person)
    withdraw_link(make.link(passage, other, by=person), by=person)
    make.link(passage, other)
    with pytest.raises(Conflict, match="linked again already"):
        undo(story, by=person)


def test_a_silence_is_not_said_again_after_the_article_was_found_to_speak(
    passage: Highlight, story: Story, person: User
) -> None:
    claim = make.claim(story, by=make.user())
    withdraw_silence(state_silence(claim, passage.article, by=person), by=person)
    make.evidence(claim, passage, by=make.user())
    with pytest.raises(UndoRefusal, match="A passage of this article bears on the claim"):
        undo(story, by=person)
