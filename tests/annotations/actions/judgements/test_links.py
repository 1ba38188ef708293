"""Test which passages can be linked, and that nobody overwrites another person's change of a link."""

import pytest

from annotations.actions.judgements.links import (
    LinkJudgement,
    change_link,
    link_passages,
    restore_link,
    withdraw_link,
)
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.logic.finding.same_event import EventDoubt
from annotations.models import Link
from newsroom.errors import Conflict, Invalid
from newsroom.models import Story, User
from tests import make
from tests.annotations.actions.judgements.dated_passages import passage

pytestmark = pytest.mark.django_db


def test_corroboration_across_stories_is_refused_with_the_reason(
    bali: Story, editor: User, reporter: User
) -> None:
    ends = (
        passage(bali, "2022-07-08", editor),
        passage(make.story("New Delhi", by=editor), "2023-03-02", editor),
    )
    with pytest.raises(EventDoubt, match="different stories"):
        link_passages(*ends, LinkJudgement("corroborates"), by=reporter)
    assert not Link.objects.exists()


@pytest.mark.parametrize("relation", ["context", "updates"])
def test_context_and_updates_cross_stories(bali: Story, editor: User, reporter: User, relation: str) -> None:
    ends = (
        passage(bali, "2022-07-08", editor),
        passage(make.story("New Delhi", by=editor), "2023-03-02", editor),
    )
    assert link_passages(*ends, LinkJudgement(relation), by=reporter).relation == relation


def test_a_report_from_long_after_the_story_does_not_corroborate_by_itself(bali: Story, editor: User) -> None:
    ends = passage(bali, "2022-07-08", editor), passage(bali, "2023-03-02", editor)
    with pytest.raises(EventDoubt, match="236 days after"):
        link_passages(*ends, LinkJudgement("corroborates"), by=editor)
    link = link_passages(*ends, LinkJudgement("context"), by=editor)
    with pytest.raises(EventDoubt):
        change_link(link, LinkJudgement("corroborates", "", ""), by=editor)


def test_an_editor_may_vouch_for_it_and_a_reporter_may_not(bali: Story, editor: User, reporter: User) -> None:
    ends = passage(bali, "2022-07-08", editor), passage(bali, "2023-03-02", editor)
    with pytest.raises(EventDoubt):
        link_passages(*ends, LinkJudgement("corroborates"), same_event=True, by=reporter)
    assert (
        link_passages(*ends, LinkJudgement("corroborates"), same_event=True, by=editor).relation
        == "corroborates"
    )


def test_a_link_changed_meanwhile_is_not_overwritten(bali: Story, editor: User) -> None:
    link = link_passages(
        passage(bali, "2022-07-08", editor),
        passage(bali, "2022-07-09", editor),
        LinkJudgement("repeats"),
        by=editor,
    )
    seen = {"relation": "repeats", "aspect": "", "note": ""}
    change_link(link, LinkJudgement("contradicts", "time", ""), by=editor, seen=seen)
    with pytest.raises(Conflict, match="Look at the page again"):
        change_link(Link.objects.get(), LinkJudgement("updates", "", ""), by=editor, seen=seen)


def test_a_pair_is_linked_once_in_whichever_direction(bali: Story, editor: User) -> None:
    one, another = passage(bali, "2022-07-08", editor), passage(bali, "2022-07-09", editor)
    link = link_passages(one, another, LinkJudgement("repeats"), by=editor)
    with pytest.raises(Conflict, match="linked already"):
        link_passages(another, one, LinkJudgement("context"), by=editor)
    withdraw_link(link, by=editor)
    link_passages(another, one, LinkJudgement("context"), by=editor)
    with pytest.raises(Conflict, match="linked again already"):
        restore_link(link, by=editor)


def test_passages_of_one_article_are_not_linked(bali: Story, editor: User) -> None:
    one = passage(bali, "2022-07-08", editor)
    another = make.highlight(one.article, "the room", by=editor)
    with pytest.raises(Invalid, match="two different articles"):
        link_passages(one, another, LinkJudgement("repeats"), by=editor)


def test_a_withdrawn_passage_is_not_linked_nor_its_link_restored(bali: Story, editor: User) -> None:
    one, another = passage(bali, "2022-07-08", editor), passage(bali, "2022-07-09", editor)
    link = link_passages(one, another, LinkJudgement("repeats"), by=editor)
    withdraw_link(link, by=editor)
    withdraw_highlight(another, by=editor)
    with pytest.raises(Invalid, match="withdrawn"):
        link_passages(one, another, LinkJudgement("repeats"), by=editor)
    with pytest.raises(Invalid, match="withdrawn"):
        restore_link(link, by=editor)
