"""Compare the names and figures of two reports, to recognise reports that only follow the same pattern.

Weather reports, sports results and market reports follow the same pattern every day. Such reports share most
of their words, but hardly any names or figures. A copy, in contrast, has the names and figures of its
original.
"""

import re
from collections.abc import Set
from dataclasses import dataclass

from newsroom.text.language.calendar import ENGLISH_MONTHS, WEEKDAYS

#: Least number of details that distinguish a report.
LEAST_DETAILS = 3
#: Two reports that share less than this part of their details are about two events.
OF_ONE_EVENT = 0.25
#: Least number of figures that distinguish reports without names, because reports on one market name the same
#: shares every day.
LEAST_FIGURES = 4
#: Two reports that share at least this part of their details are certainly about one event.
SURELY_OF_ONE_EVENT = 0.5

#: A number with its separators, or a capitalised word that does not start a sentence. The capital is checked
#: later in the code, because a character class cannot recognise capitals in every script.
_DETAIL = re.compile(r"(?<!\w)\d+(?:[.,:]\d+)*+|(?<=[\w,;’')-]\s)[^\W\d_a-z]\w+")
_NO_DETAILS = WEEKDAYS.keys() | ENGLISH_MONTHS.keys()


@dataclass(frozen=True, slots=True)
class ReportDetails:
    """The details of a report: its names and its figures, in lower case.

    Names of days and months are left out, because every report has some.
    """

    names: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.names | self.figures


def details_of(text: str) -> ReportDetails:
    """Return the names and figures of a text. The time is linear in its length."""
    names = set()
    figures = set()
    for match in _DETAIL.finditer(text):
        detail = match.group()
        if detail[0].isdigit():
            figures.add(detail)
        elif detail[0].isupper():
            names.add(detail.casefold())
    return ReportDetails(frozenset(names - _NO_DETAILS), frozenset(figures))


def are_of_two_events(left: ReportDetails, right: ReportDetails) -> bool:
    """Return whether two reports share too few names and figures to be about one event.

    Returns False if a report has fewer than `LEAST_DETAILS` names and figures.
    """
    if min(len(left.all), len(right.all)) < LEAST_DETAILS:
        return False
    return _overlap(left.all, right.all) < OF_ONE_EVENT


def have_other_figures(left: ReportDetails, right: ReportDetails) -> bool:
    """Return whether two reports have at least `LEAST_FIGURES` figures each, but hardly any in common."""
    if min(len(left.figures), len(right.figures)) < LEAST_FIGURES:
        return False
    return _overlap(left.figures, right.figures) < OF_ONE_EVENT


def are_surely_of_one_event(left: ReportDetails, right: ReportDetails) -> bool:
    """Return whether two reports share so many names and figures that they are certainly about one event.

    They do if they share half of those of the report that has fewer.
    """
    if len(left.all & right.all) < LEAST_DETAILS:
        return False
    return _overlap(left.all, right.all) >= SURELY_OF_ONE_EVENT


def _overlap(some: Set[str], others: Set[str]) -> float:
    """Return the overlap coefficient (Szymkiewicz-Simpson) of two sets, from 0 to 1. No set may be empty."""
    return len(some & others) / min(len(some), len(others))
