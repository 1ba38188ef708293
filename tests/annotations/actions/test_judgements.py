"""What people judge passages to say: of one event, once a pair, and with silence as a judgement of its own."""

from datetime import date

import pytest

from annotations.actions.judgements import (
    add_evidence,
    change_evidence,
    change_link,
    link_passages,
    state_silence,
    withdraw_silence,
)
from annotations.logic.events import Doubtful
from annotations.models import Highlight, Link, Silence
from newsroom.actions.importing import import_article
from newsroom.actions.stories import make_story
from newsroom.errors import Conflict, Forbidden
from newsroom.models import Activity, Story, User
from newsroom.roles import UserRole
from newsroom.text.preparing import Given
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
    return make_story("Bali", starts_on=date(2022, 7, 7), ends_on=date(2022, 7, 9), by=editor)


def passage(story: Story | None, published: str, by: User) -> Highlight:
    given = Given(external_id=f"{story}-{published}", published=published)
    raw = f"The minister left the room. It was {published} {story}.".encode()
    return make.highlight(import_article(raw, given=given, by=by, story=story).revision.article, by=by)


def test_corroboration_across_stories_is_refused_with_the_reason(bali: Story, editor: User, reporter: User) -> None:
    ends = passage(bali, "2022-07-08", editor), passage(make.story("New Delhi", by=editor), "2023-03-02", editor)
    with pytest.raises(Doubtful, match="different stories"):
        link_passages(*ends, "corroborates", by=reporter)
    assert not Link.objects.exists()


@pytest.mark.parametrize("relation", ["context", "updates"])
def test_context_and_updates_cross_stories(bali: Story, editor: User, reporter: User, relation: str) -> None:
    ends = passage(bali, "2022-07-08", editor), passage(make.story("New Delhi", by=editor), "2023-03-02", editor)
    assert link_passages(*ends, relation, by=reporter).relation == relation


def test_a_report_from_long_after_the_story_does_not_corroborate_by_itself(bali: Story, editor: User) -> None:
    ends = passage(bali, "2022-07-08", editor), passage(bali, "2023-03-02", editor)
    with pytest.raises(Doubtful, match="236 days after"):
        link_passages(*ends, "corroborates", by=editor)
    link = link_passages(*ends, "context", by=editor)
    with pytest.raises(Doubtful):
        change_link(link, relation="corroborates", aspect="", note="", by=editor)


def test_an_editor_may_vouch_for_it_and_a_reporter_may_not(bali: Story, editor: User, reporter: User) -> None:
    ends = passage(bali, "2022-07-08", editor), passage(bali, "2023-03-02", editor)
    with pytest.raises(Doubtful):
        link_passages(*ends, "corroborates", same_event=True, by=reporter)
    assert link_passages(*ends, "corroborates", same_event=True, by=editor).relation == "corroborates"


def test_evidence_is_guarded_in_the_same_way(bali: Story, editor: User) -> None:
    claim, late = make.claim(bali, by=editor), passage(bali, "2023-03-02", editor)
    with pytest.raises(Doubtful):
        add_evidence(claim, late, "corroborates", by=editor)
    evidence = add_evidence(claim, late, "context", by=editor)
    with pytest.raises(Doubtful):
        change_evidence(evidence, relation="corroborates", note="", by=editor)
    change_evidence(evidence, relation="corroborates", note="", same_event=True, by=editor)
    assert evidence.relation == "corroborates"


def test_silence_is_a_judgement_that_can_be_taken_back(bali: Story, editor: User) -> None:
    claim, article = make.claim(bali, by=editor), make.article(story=bali, by=editor)
    silence = state_silence(claim, article, by=editor)
    with pytest.raises(Conflict):
        state_silence(claim, article, by=editor)
    withdraw_silence(silence, by=editor)
    assert not Silence.objects.filter(withdrawn_at=None).exists()
    assert list(Activity.objects.filter(object_type="silence").order_by("pk").values_list("verb", flat=True)) == [
        "stated",
        "withdrawn",
    ]


def test_an_article_with_a_passage_on_the_claim_is_not_silent(bali: Story, editor: User) -> None:
    claim, article = make.claim(bali, by=editor), make.article(story=bali, by=editor)
    add_evidence(claim, make.highlight(article, by=editor), "context", by=editor)
    with pytest.raises(Conflict):
        state_silence(claim, article, by=editor)


def test_a_passage_found_later_ends_the_silence(bali: Story, editor: User) -> None:
    claim, article = make.claim(bali, by=editor), make.article(story=bali, by=editor)
    state_silence(claim, article, by=editor)
    add_evidence(claim, make.highlight(article, by=editor), "corroborates", by=editor)
    assert not Silence.objects.filter(withdrawn_at=None).exists()


def test_a_reader_states_no_silence(bali: Story, editor: User) -> None:
    with pytest.raises(Forbidden):
        state_silence(make.claim(bali), make.article(), by=make.user(UserRole.READER))
