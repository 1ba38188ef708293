"""Test what a person can do with a passage that a new revision changed or lost."""

from uuid import uuid4

import pytest

from annotations.actions.passages.reviewing import confirm_anchor, move_reviewed, withdraw_reviewed
from annotations.models import Highlight
from annotations.queries.verifying import findings
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity, Article, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db

OLD = (
    "The minister left early.\n\nRain fell on Bali and Java all day, said the hosts.\n\n"
    "Nobody took a photo of them."
)
NEW = "The minister left early.\n\nRain fell on Bali and Java all night, said the hosts."


@pytest.fixture
def editor() -> User:
    return make.user()


@pytest.fixture
def article(editor: User) -> Article:
    return make.article(OLD, by=editor)


@pytest.fixture
def changed(article: Article, editor: User) -> Highlight:
    highlight = make.highlight(article, "Rain fell on Bali and Java all day", by=editor)
    make.revision(article, NEW, by=editor)
    highlight.refresh_from_db()
    return highlight


@pytest.fixture
def lost(article: Article, editor: User) -> Highlight:
    highlight = make.highlight(article, "Nobody took a photo", by=editor)
    make.revision(article, NEW, by=editor)
    highlight.refresh_from_db()
    return highlight


def test_an_accepted_passage_is_confirmed_where_it_stands(changed: Highlight, editor: User) -> None:
    before = changed.anchor
    anchor = confirm_anchor(changed.pk, before.pk, by=editor)
    assert (anchor.state, anchor.start, anchor.quote) == ("confirmed", before.start, before.quote)
    assert Highlight.objects.get(pk=changed.pk).anchor == anchor
    line = Activity.objects.filter(verb="confirmed").get()
    assert line.changes == {"state": ["changed", "confirmed"]}
    assert list(findings()) == []


def test_later_revisions_start_from_what_was_accepted(
    changed: Highlight, article: Article, editor: User
) -> None:
    confirm_anchor(changed.pk, changed.anchor_id, by=editor)
    make.revision(article, "At noon it stopped.\n\n" + NEW, by=editor)
    changed.refresh_from_db()
    assert (changed.anchor.state, changed.anchor.quote) == ("moved", "Rain fell on Bali and Java all night")


def test_a_lost_passage_cannot_be_accepted(lost: Highlight, editor: User) -> None:
    with pytest.raises(Invalid, match="no place to accept"):
        confirm_anchor(lost.pk, lost.anchor_id, by=editor)


def test_a_lost_passage_gets_the_place_a_person_selects(
    lost: Highlight, article: Article, editor: User
) -> None:
    quote = "The minister left early"
    move_reviewed(lost.pk, lost.anchor_id, 0, len(quote), quote, by=editor)
    lost.refresh_from_db()
    assert (lost.anchor.state, lost.anchor.quote, lost.anchor.revision) == ("drawn", quote, article.current)


def test_a_passage_under_review_can_be_withdrawn(lost: Highlight, editor: User) -> None:
    withdraw_reviewed(lost.pk, lost.anchor_id, by=editor)
    lost.refresh_from_db()
    assert lost.withdrawn_by == editor


@pytest.mark.parametrize("seen", ["older", "unknown"])
def test_who_saw_an_older_place_is_told(changed: Highlight, editor: User, seen: str) -> None:
    older = changed.anchor_id if seen == "older" else uuid4()
    confirm_anchor(changed.pk, changed.anchor_id, by=editor)
    for act in (
        lambda: confirm_anchor(changed.pk, older, by=editor),
        lambda: move_reviewed(changed.pk, older, 0, 3, "The", by=editor),
        lambda: withdraw_reviewed(changed.pk, older, by=editor),
    ):
        with pytest.raises(Conflict, match="Someone else has answered"):
            act()
    assert Highlight.objects.get(pk=changed.pk).withdrawn_at is None


def test_accepting_takes_a_reporter(changed: Highlight) -> None:
    with pytest.raises(Forbidden):
        confirm_anchor(changed.pk, changed.anchor_id, by=make.user(UserRole.READER))
