"""Test which reports are of one event, and the sentence that says why others may not be."""

from datetime import date

import pytest

from annotations.logic.finding.same_event import Event, EventDoubt, EventReport, doubts_about, doubts_between

BALI = Event("Bali", date(2022, 7, 7), date(2022, 7, 9))
DELHI = Event("New Delhi", date(2023, 3, 2))
UNDATED = Event("Somewhere")


def report(title: str = "Post", on: date | None = date(2022, 7, 8), *events: Event) -> EventReport:
    return EventReport(title, on, frozenset(events))


def test_two_reports_of_one_story_from_its_days_are_of_one_event():
    assert (
        doubts_between(report("Post", date(2022, 7, 8), BALI), report("Times", date(2022, 7, 9), BALI)) == ()
    )


def test_reports_of_different_stories_are_doubted():
    doubts = doubts_between(report("Post", None, BALI), report("Times", None, DELHI))
    assert doubts == ("“Post” and “Times” are in different stories.",)


def test_a_report_in_no_story_may_belong_to_any():
    assert doubts_between(report("Post", date(2022, 7, 8), BALI), report("Times", date(2022, 7, 9))) == ()


def test_a_report_dated_far_from_the_story_is_doubted():
    late = report("RFE/RL", date(2023, 3, 2), BALI)
    assert doubts_between(report("Post", date(2022, 7, 8), BALI), late) == (
        "“RFE/RL” was published 236 days after the story “Bali”.",
    )
    assert doubts_about(late, BALI) == ("“RFE/RL” was published 236 days after the story “Bali”.",)


def test_a_report_from_long_before_is_doubted_too():
    assert doubts_about(report("Post", date(2022, 5, 1), BALI), BALI) == (
        "“Post” was published 67 days before the story “Bali”.",
    )


def test_of_several_common_stories_one_that_fits_is_enough():
    both = [report(name, date(2022, 7, 8), BALI, DELHI) for name in ("Post", "Times")]
    assert doubts_between(*both) == ()


def test_without_a_story_two_reports_months_apart_are_doubted():
    doubts = doubts_between(report("Post", date(2022, 7, 8)), report("Times", date(2022, 9, 8)))
    assert doubts == ("“Post” and “Times” were published 62 days apart.",)


def test_a_report_without_a_date_is_doubted_where_the_story_has_one():
    doubt = "“Times” has no date, so it may tell of another time than the story “Bali”."
    assert doubts_between(report("Post", date(2022, 7, 8), BALI), report("Times", None, BALI)) == (doubt,)
    assert doubts_about(report("Times", None, BALI), BALI) == (doubt,)


@pytest.mark.parametrize("other", [report("Times"), report("Times", date(2031, 1, 1), UNDATED)])
def test_where_the_story_has_no_date_none_is_missed(other):
    assert doubts_between(report("Post", None, *other.events), other) == ()


def test_a_report_that_the_story_does_not_hold_is_no_evidence_for_its_claims():
    assert doubts_about(report("Post", None, DELHI), BALI) == ("“Post” is not in the story “Bali”.",)
    assert doubts_about(report("Post"), BALI) == ()


def test_an_editor_is_told_how_to_go_on_and_a_reporter_whom_to_ask():
    assert "same event all the same" in EventDoubt(["Doubt."], editor=True).sentence
    assert "ask an editor" in EventDoubt(["Doubt."], editor=False).sentence
    assert EventDoubt(["Doubt."], editor=True).status == 409
