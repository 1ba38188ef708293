"""Test what the card of a highlight shows, and which actions it offers to whom."""

import pytest

from annotations.actions.claims import settle_claim
from annotations.models import Highlight
from annotations.queries.desk.cards import (
    card_comments,
    card_evidence,
    card_history,
    card_links,
    choices_among,
    claim_choices,
)
from annotations.queries.desk.surroundings import standing_claims
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter() -> User:
    return make.user(UserRole.REPORTER, "reporter")


@pytest.fixture
def highlight(story: Story, editor: User) -> Highlight:
    article = make.article("“We left,” the minister said on Friday.", story=story, by=editor)
    return make.highlight(article, "We left", by=editor)


def test_evidence_of_a_settled_claim_is_an_editors_to_change(
    story: Story, highlight: Highlight, editor: User, reporter: User
) -> None:
    claim = make.claim(story, by=editor)
    make.evidence(claim, highlight, by=editor)
    assert [item.may_change for item in card_evidence(highlight, reporter)] == [True]
    settle_claim(claim, "true", "Seen by two.", version=1, by=editor, seen=make.WEAKNESS_SEEN)
    assert [item.may_change for item in card_evidence(highlight, reporter)] == [False]
    assert [item.may_change for item in card_evidence(highlight, editor)] == [True]


def test_a_comment_is_withdrawn_by_who_made_it_or_an_editor(
    highlight: Highlight, editor: User, reporter: User
) -> None:
    make.comment(highlight, "Who saw it?", by=editor)
    make.comment(highlight, "I did.", by=reporter)
    assert [item.may_withdraw for item in card_comments(highlight, reporter)] == [False, True]
    assert [item.may_withdraw for item in card_comments(highlight, editor)] == [True, True]


def test_claims_are_offered_that_are_not_attached_and_can_be_changed(
    story: Story, highlight: Highlight, editor: User, reporter: User
) -> None:
    attached, settled, left = (make.claim(story, by=editor) for _ in range(3))
    settle_claim(settled, "true", "Seen by two.", version=1, by=editor, seen=make.WEAKNESS_SEEN)
    assert [choice.pk for choice in claim_choices(story, [attached.pk], reporter)] == [left.pk]
    assert {choice.pk for choice in claim_choices(story, [attached.pk], editor)} == {settled.pk, left.pk}


def test_of_claims_at_hand_those_are_offered_that_the_person_can_change(
    story: Story, editor: User, reporter: User
) -> None:
    given, settled = make.claim(story, "It rained.", by=editor), make.claim(story, "It hailed.", by=editor)
    settle_claim(settled, "true", "Seen by two.", version=1, by=editor, seen=make.WEAKNESS_SEEN)
    claims = standing_claims(story)
    assert [choice.pk for choice in choices_among(claims, editor)] == [given.pk, settled.pk]
    assert [choice.pk for choice in choices_among(claims, reporter)] == [given.pk]


def test_without_a_story_no_claim_is_offered(editor: User) -> None:
    assert claim_choices(None, [], editor) == []


def test_a_link_shows_which_words_differ_if_the_passages_are_alike(
    story: Story, highlight: Highlight, editor: User
) -> None:
    alike = make.highlight(
        make.article("“We left early,” the minister claimed.", story=story, by=editor),
        "We left early",
        by=editor,
    )
    other = make.highlight(
        make.article("Grain ships wait.", story=story, by=editor), "Grain ships", by=editor
    )
    for passage in (alike, other):
        make.link(highlight, passage, by=editor)
    shown = {link.passage: link for link in card_links(highlight)}
    assert [part.kind for part in shown[alike].drift if part.kind != "equal"] != []
    assert shown[alike].verbs == ("said", "claimed")
    assert shown[other].drift == ()


def test_thirty_lines_of_the_history_are_shown_and_no_more(highlight: Highlight, editor: User) -> None:
    for number in range(29):
        make.comment(highlight, f"Look {number}.", by=editor)
    assert len(card_history(highlight)) == 30
    make.comment(highlight, "Once more.", by=editor)
    assert len(card_history(highlight)) == 30
