"""Test the sentences that say why passages are one source."""

import pytest

from annotations.logic.counting.reasons import CHANGED, OWN_REPORT, reasons
from annotations.logic.counting.source_groups import GroupLink, GroupState, SourceGroup

OUTLETS = {1: "Gazette", 2: "Mirror", 3: "Herald", 4: "Gazette", 5: "Unknown outlet"}


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (GroupLink("gazette", printed=(1, 4)), "2 reports of one outlet, Gazette."),
        (GroupLink("nord", printed=(1, 2)), "Gazette and Mirror: one family of outlets, Nord."),
        (GroupLink("nord", sure=(1,)), "Gazette: told by Nord."),
        (GroupLink("nord", printed=(1,), sure=(2, 3)), "Mirror and Herald: told by Nord."),
        (
            GroupLink("nord", unsure=(1, 2, 3)),
            "Gazette, Mirror and Herald: perhaps told by Nord, which nobody has confirmed.",
        ),
    ],
)
def test_a_link_says_who_has_it_from_whom(link, reason):
    group = SourceGroup((1, 2, 3, 4), links=(link,))
    assert reasons(group, OUTLETS, str.title) == [reason]


def test_what_can_be_anybodys_is_said():
    group = SourceGroup((5,), unknown=(5,), state=GroupState.UNKNOWN)
    assert reasons(group, OUTLETS, str) == [
        "Unknown outlet: whoever told it is not known, so it can be anybody’s."
    ]


def test_what_is_in_doubt_is_said():
    group = SourceGroup((1,), state=GroupState.IN_DOUBT)
    assert reasons(group, OUTLETS, str) == [CHANGED]


def test_a_report_of_which_nothing_else_is_known_tells_it_by_itself():
    assert reasons(SourceGroup((1,)), OUTLETS, str) == [OWN_REPORT]
