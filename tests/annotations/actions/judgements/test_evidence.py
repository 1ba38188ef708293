"""Evidence for claims: of one event, an editor's once a verdict rests on it, and never unseen."""

from datetime import date

import pytest

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import add_evidence, change_evidence, withdraw_evidence
from annotations.logic.finding.same_event import EventDoubt
from annotations.models import Evidence, Highlight
from newsroom.actions.imports.importing import import_article
from newsroom.actions.stories import StoryDetails, make_story
from newsroom.errors import Conflict, Forbidden
from newsroom.models import Story, User
from newsroom.roles import UserRole
from newsroom.text.pipeline import SourceDetails
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make.user()


@pytest.fixture
def reporter() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def bali(editor: User) -> Story:
    return make_story("Bali", StoryDetails(starts_on=date(2022, 7, 7), ends_on=date(2022, 7, 9)), by=editor)


def passage(story: Story | None, published: str, by: User) -> Highlight:
    given = SourceDetails(external_id=f"{story}-{published}", published=published)
    raw = f"The minister left the room. It was {published} {story}.".encode()
    return make.highlight(import_article(raw, given=given, by=by, story=story).revision.article, by=by)


def test_evidence_is_guarded_in_the_same_way(bali: Story, editor: User) -> None:
    claim, late = make.claim(bali, by=editor), passage(bali, "2023-03-02", editor)
    with pytest.raises(EventDoubt):
        add_evidence(claim, late, "corroborates", by=editor)
    evidence = add_evidence(claim, late, "context", by=editor)
    with pytest.raises(EventDoubt):
        change_evidence(evidence, relation="corroborates", note="", by=editor)
    change_evidence(evidence, relation="corroborates", note="", same_event=True, by=editor)
    assert evidence.relation == "corroborates"


def test_a_report_without_a_date_corroborates_nothing_of_a_dated_story_until_an_editor_vouches(
    bali: Story, editor: User, reporter: User
) -> None:
    claim, undated = (
        make.claim(bali, by=editor),
        make.highlight(make.article(story=bali, by=editor), by=editor),
    )
    with pytest.raises(EventDoubt, match="has no date"):
        add_evidence(claim, undated, "corroborates", by=reporter)
    add_evidence(claim, undated, "corroborates", by=editor, same_event=True)


def test_what_someone_judged_anew_meanwhile_is_not_overwritten(
    bali: Story, editor: User, reporter: User
) -> None:
    evidence = make.evidence(make.claim(bali, by=editor), passage(bali, "2022-07-08", editor), by=editor)
    stale, seen = Evidence.objects.get(), {"relation": evidence.relation, "note": ""}
    change_evidence(evidence, relation="context", note="A", by=editor, seen=seen)
    with pytest.raises(Conflict, match="judged this again meanwhile: it gives context"):
        change_evidence(stale, relation="repeats", note="C", by=reporter, seen=seen)
    withdraw_evidence(evidence, by=editor)
    with pytest.raises(Conflict, match="removed this meanwhile"):
        change_evidence(stale, relation="repeats", note="C", by=reporter)
    left = Evidence.objects.get()
    assert (left.relation, left.note, left.withdrawn_at is None) == ("context", "A", False)


def test_what_a_settled_claim_rests_on_is_an_editors_to_change(
    bali: Story, editor: User, reporter: User
) -> None:
    claim, first, second = (
        make.claim(bali, by=editor),
        *(passage(bali, f"2022-07-0{n}", editor) for n in (8, 9)),
    )
    evidence = add_evidence(claim, first, "corroborates", by=reporter)
    settle_claim(claim, "true", "Both say so.", version=claim.version, by=editor)
    for act in (
        lambda by: add_evidence(claim, second, "context", by=by),
        lambda by: change_evidence(evidence, relation="context", note="", by=by),
        lambda by: withdraw_evidence(evidence, by=by),
    ):
        with pytest.raises(Forbidden):
            act(reporter)
        act(editor)
