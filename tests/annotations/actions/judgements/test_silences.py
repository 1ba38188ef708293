"""Test silences: a person states one and withdraws it, and a passage on the claim ends it."""

import pytest

from annotations.actions.claims import withdraw_claim
from annotations.actions.judgements.evidence import add_evidence, withdraw_evidence
from annotations.actions.judgements.silences import state_silence, withdraw_silence
from annotations.models import Silence
from newsroom.errors import Conflict, Forbidden
from newsroom.models import Activity, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.annotations.actions.judgements.dated_passages import passage

pytestmark = pytest.mark.django_db


def test_silence_is_a_judgement_that_can_be_taken_back(bali: Story, editor: User) -> None:
    claim, article = make.claim(bali, by=editor), make.article(story=bali, by=editor)
    silence = state_silence(claim, article, by=editor)
    with pytest.raises(Conflict):
        state_silence(claim, article, by=editor)
    withdraw_silence(silence, by=editor)
    assert not Silence.objects.filter(withdrawn_at=None).exists()
    assert list(
        Activity.objects.filter(object_type="silence").order_by("pk").values_list("verb", flat=True)
    ) == [
        "stated",
        "withdrawn",
    ]


def test_an_article_with_a_passage_on_the_claim_is_not_silent(bali: Story, editor: User) -> None:
    claim, article = make.claim(bali, by=editor), make.article(story=bali, by=editor)
    add_evidence(claim, make.highlight(article, by=editor), "context", by=editor)
    with pytest.raises(Conflict):
        state_silence(claim, article, by=editor)


def test_a_passage_found_later_ends_the_silence(bali: Story, editor: User) -> None:
    claim, highlight = make.claim(bali, by=editor), passage(bali, "2022-07-08", editor)
    state_silence(claim, highlight.article, by=editor)
    add_evidence(claim, highlight, "corroborates", by=editor)
    assert not Silence.objects.filter(withdrawn_at=None).exists()


def test_a_reader_states_no_silence(bali: Story, editor: User) -> None:
    with pytest.raises(Forbidden):
        state_silence(make.claim(bali), make.article(), by=make.user(UserRole.READER))


def test_evidence_that_is_taken_back_gives_the_silence_back(bali: Story, editor: User) -> None:
    claim, highlight = make.claim(bali, by=editor), passage(bali, "2022-07-08", editor)
    silence = state_silence(claim, highlight.article, by=editor)
    evidence = add_evidence(claim, highlight, "context", by=editor)
    withdraw_evidence(evidence, by=editor, taken_back=True)
    silence.refresh_from_db()
    assert silence.withdrawn_at is None


def test_evidence_that_is_withdrawn_leaves_the_question_open(bali: Story, editor: User) -> None:
    claim, highlight = make.claim(bali, by=editor), passage(bali, "2022-07-08", editor)
    state_silence(claim, highlight.article, by=editor)
    withdraw_evidence(add_evidence(claim, highlight, "context", by=editor), by=editor)
    assert not Silence.objects.filter(withdrawn_at=None).exists()


def test_a_silence_does_not_come_back_while_another_passage_speaks(bali: Story, editor: User) -> None:
    claim, highlight = make.claim(bali, by=editor), passage(bali, "2022-07-08", editor)
    another = make.highlight(highlight.article, "the room", by=editor)
    state_silence(claim, highlight.article, by=editor)
    evidence = add_evidence(claim, highlight, "context", by=editor)
    add_evidence(claim, another, "context", by=editor)
    withdraw_evidence(evidence, by=editor, taken_back=True)
    assert not Silence.objects.filter(withdrawn_at=None).exists()


def test_a_silence_about_a_withdrawn_claim_is_refused(bali: Story, editor: User) -> None:
    claim = make.claim(bali, by=editor)
    withdraw_claim(claim, version=1, by=editor)
    with pytest.raises(Conflict, match="withdrawn"):
        state_silence(claim, make.article(story=bali, by=editor), by=editor)
