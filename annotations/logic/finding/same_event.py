"""Decide whether two reports can be about the same event. If not, neither can corroborate the other.

A doubt is a sentence with a reason why they are about two events. If there is no doubt, this does not prove
that they are about one event.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from newsroom.errors import Conflict
from newsroom.text.story_match.coefficients import DAYS_AFTER, DAYS_APART, DAYS_BEFORE


@dataclass(frozen=True, slots=True)
class Event:
    """The event of a story: the name of the story, and its first and its last day, each None if unknown."""

    title: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class EventReport:
    """An article: its name, its day of publication (None if unknown), and the stories that contain it."""

    title: str
    published: date | None = None
    events: frozenset[Event] = frozenset()


class EventDoubt(Conflict):
    """The error if two passages are linked as corroboration, but seem to be about two events.

    `doubts` are the reasons, one sentence each. `editor` is true if the person may link
    them in spite of the doubts.
    """

    def __init__(self, doubts: Collection[str], *, editor: bool) -> None:
        self.doubts = tuple(doubts)
        going_on = "or ask an editor to vouch for it"
        if editor:
            going_on = "or say that it is the same event all the same"
        super().__init__(
            f"{' '.join(doubts)} Choose “gives context” or “updates” instead, {going_on}."
        )


def doubts_between(report: EventReport, other: EventReport) -> tuple[str, ...]:
    """Return the reasons why two reports may be about different events, one sentence each.

    The tuple is empty if there is no such reason.
    """
    common = report.events & other.events
    if report.events and other.events and not common:
        return (f"“{report.title}” and “{other.title}” are in different stories.",)
    dated = [event for event in common if event.first]
    if dated:
        doubts = _doubts_by_date(report, dated) + _doubts_by_date(other, dated)
        return tuple(dict.fromkeys(doubts))
    if report.published is None or other.published is None:
        return ()
    days = abs((report.published - other.published).days)
    if days <= DAYS_APART:
        return ()
    return (f"“{report.title}” and “{other.title}” were published {days} days apart.",)


def doubts_about(report: EventReport, event: Event) -> tuple[str, ...]:
    """Return the reasons why a report may be about another event than `event`, one sentence each.

    The tuple is empty if there is no such reason.
    """
    if report.events and event not in report.events:
        return (f"“{report.title}” is not in the story “{event.title}”.",)
    return tuple(_doubts_by_date(report, [event]))


def _doubts_by_date(report: EventReport, events: Iterable[Event]) -> list[str]:
    """Return one doubt if the date of the report is unknown or fits none of the events.

    Otherwise the list is empty.
    """
    first_doubts = []
    for event in sorted(events, key=lambda event: event.title):
        doubt = _doubt_by_date(report, event)
        if not doubt:
            return []
        first_doubts.append(doubt)
    return first_doubts[:1]


def _doubt_by_date(report: EventReport, event: Event) -> str:
    """Return the reason why the date of the report does not fit the event, or an empty string."""
    if event.first is None:
        return ""
    if report.published is None:
        return f"“{report.title}” has no date, so it may tell of another time than the story “{event.title}”."
    days_before = (event.first - report.published).days
    if days_before > DAYS_BEFORE:
        return (
            f"“{report.title}” was published {days_before} days before the story “{event.title}”."
        )
    days_after = (report.published - (event.last or event.first)).days
    if days_after > DAYS_AFTER:
        return f"“{report.title}” was published {days_after} days after the story “{event.title}”."
    return ""
