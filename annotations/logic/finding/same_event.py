"""Whether two reports can be of one event: only then does one corroborate the other."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from newsroom.errors import Conflict
from newsroom.text.story_match import DAYS_AFTER, DAYS_APART, DAYS_BEFORE


@dataclass(frozen=True, slots=True)
class Event:
    """A story: its name, and the days it happened on where they are known."""

    title: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class EventReport:
    """An article: its name, the day it was published where that is known, and the stories that hold it."""

    title: str
    published: date | None = None
    events: frozenset[Event] = frozenset()


class EventDoubt(Conflict):
    """Corroboration across what seem to be two events. `doubts` are the reasons, a sentence each."""

    def __init__(self, doubts: Collection[str], *, editor: bool) -> None:
        self.doubts = tuple(doubts)
        going_on = (
            "or say that it is the same event all the same" if editor else "or ask an editor to vouch for it"
        )
        super().__init__(f"{' '.join(doubts)} Choose “gives context” or “updates” instead, {going_on}.")


def doubts_between(one: EventReport, other: EventReport) -> tuple[str, ...]:
    """Why the two may report different events; nothing where no reason is seen."""
    common = one.events & other.events
    if one.events and other.events and not common:
        return (f"“{one.title}” and “{other.title}” are in different stories.",)
    dated = [event for event in common if event.first]
    if dated:
        return tuple(
            dict.fromkeys(doubt for report in (one, other) for doubt in _far_from_all(report, dated))
        )
    if one.published and other.published and abs((one.published - other.published).days) > DAYS_APART:
        days = abs((one.published - other.published).days)
        return (f"“{one.title}” and “{other.title}” were published {days} days apart.",)
    return ()


def doubts_about(report: EventReport, event: Event) -> tuple[str, ...]:
    """Why a report may be of another event than this one."""
    if report.events and event not in report.events:
        return (f"“{report.title}” is not in the story “{event.title}”.",)
    return tuple(_far_from_all(report, [event]))


def _far_from_all(report: EventReport, events: list[Event]) -> list[str]:
    """A sentence where the report was published far from every one of the events, or nobody knows when."""
    far = [doubt for event in sorted(events, key=lambda event: event.title) if (doubt := _far(report, event))]
    return far[:1] if len(far) == len(events) else []


def _far(report: EventReport, event: Event) -> str:
    if event.first is None:
        return ""
    if report.published is None:
        return f"“{report.title}” has no date, so it may tell of another time than the story “{event.title}”."
    before = (event.first - report.published).days
    after = (report.published - (event.last or event.first)).days
    if before <= DAYS_BEFORE and after <= DAYS_AFTER:
        return ""
    days = f"{before} days before" if before > 0 else f"{after} days after"
    return f"“{report.title}” was published {days} the story “{event.title}”."
