"""Test the timeline of a story's reports, and which report was first."""

import pytest

from annotations.models import Claim
from annotations.queries.timeline import timeline
from newsroom.models import Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(story: Story, editor: User) -> Claim:
    return make.claim(story, by=editor)


def test_reports_stand_by_time_and_those_without_a_date_last(story: Story, editor: User) -> None:
    for outlet, published in (("Herald", ""), ("Times", "2022-07-09"), ("Post", "2022-07-08")):
        make.report(story, outlet, published, by=editor)
    assert [line.article.outlet.name for line in timeline(story).reports] == ["Post", "Times", "Herald"]


def test_the_earliest_report_that_says_it_was_first(story: Story, claim: Claim, editor: User) -> None:
    later = make.report(story, "Times", "2022-07-09", by=editor)
    earlier = make.report(story, "Post", "2022-07-08", by=editor)
    for article in (later, earlier):
        make.evidence(claim, make.highlight(article, by=editor), by=editor)
    assert [line.first for line in timeline(story).reports] == [[claim], []]


def test_who_contradicts_a_claim_did_not_report_it(story: Story, claim: Claim, editor: User) -> None:
    denying = make.report(story, "Post", "2022-07-08", by=editor)
    saying = make.report(story, "Times", "2022-07-09", by=editor)
    make.evidence(claim, make.highlight(denying, by=editor), "contradicts", by=editor)
    make.evidence(claim, make.highlight(saying, by=editor), by=editor)
    assert [line.first for line in timeline(story).reports] == [[], [claim]]


def test_a_revision_of_the_outlet_stands_with_its_report(story: Story, editor: User) -> None:
    article = make.report(story, "Times", "2022-07-09", by=editor)
    make.revision(article, "The minister left the room late, the Times now says.", by=editor)
    (line,) = timeline(story).reports
    assert [revision.number for revision in line.revised] == [2]


def test_the_list_and_the_drawing_hold_the_same_reports(story: Story, editor: User) -> None:
    article = make.report(story, "Times", "2022-07-09", by=editor)
    shown = timeline(story)
    assert list(shown.by_article) == [article.pk]
    assert [dot.article for dot in shown.drawing.dots] == [article.pk]
