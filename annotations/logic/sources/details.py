"""The names and figures of a report: what sets it apart from another one that was cast in the same mould.

Weather reports, results and market reports are written by one pattern day after day. They share most of their
words, and hardly a name or a figure. A copy has those of its original.
"""

import re
from collections.abc import Set
from dataclasses import dataclass

from newsroom.text.language.calendar import ENGLISH_MONTHS, WEEKDAYS

#: From so many details on, a report can be set apart.
LEAST_DETAILS = 3
#: Two reports with less than this share of their details in common are of two events.
OF_ONE_EVENT = 0.25
#: So many figures alone set reports apart, because reports of one market name the same shares each day.
LEAST_FIGURES = 4
#: From this share of their details on, two reports are surely of one event.
SURELY_OF_ONE_EVENT = 0.5

#: A number with its separators, or a word that begins with a capital though no sentence begins there. The
#: capital is checked where the word is taken, because a class of letters cannot tell it in every script.
_DETAIL = re.compile(r"(?<!\w)\d+(?:[.,:]\d+)*+|(?<=[\w,;’')-]\s)[^\W\d_a-z]\w+")
_NO_DETAILS = WEEKDAYS.keys() | ENGLISH_MONTHS.keys()


@dataclass(frozen=True, slots=True)
class ReportDetails:
    """The names and figures of a report, folded. Days and months are none, because every report has some."""

    names: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.names | self.figures


def details_of(text: str) -> ReportDetails:
    """Return the details of a text. Takes linear time."""
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
    """Whether two reports have too few names and figures in common to tell of one event."""
    if min(len(left.all), len(right.all)) < LEAST_DETAILS:
        return False
    return _overlap(left.all, right.all) < OF_ONE_EVENT


def have_other_figures(left: ReportDetails, right: ReportDetails) -> bool:
    """Whether two reports have several figures each, and hardly one in common."""
    if min(len(left.figures), len(right.figures)) < LEAST_FIGURES:
        return False
    return _overlap(left.figures, right.figures) < OF_ONE_EVENT


def are_surely_of_one_event(left: ReportDetails, right: ReportDetails) -> bool:
    """Whether two reports have at least half of the details of the one with fewer of them in common."""
    if len(left.all & right.all) < LEAST_DETAILS:
        return False
    return _overlap(left.all, right.all) >= SURELY_OF_ONE_EVENT


def _overlap(some: Set[str], others: Set[str]) -> float:
    """Return the overlap coefficient (Szymkiewicz and Simpson) of two sets of which none is empty."""
    return len(some & others) / min(len(some), len(others))
