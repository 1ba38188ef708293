"""Make reports of an invented story, for tests of possible contradictions."""

from datetime import UTC, datetime, timedelta

from annotations.logic.counting.chains import Chain
from annotations.logic.finding.contradictions import PossibleContradiction, possible_contradictions
from annotations.logic.finding.slots.model import StoryReport
from newsroom.text.language.sentences import sentences_within

#: A report without a day has no date.
FIRST_DAY = datetime(2031, 5, 6, 12, tzinfo=UTC)


def report(text: str, article: int = 1, *, source: str = "", day: float | None = None) -> StoryReport:
    """Return a report of one paragraph. `day` counts from the first day. Without `source`, each
    article is its own source.
    """
    published = None if day is None else FIRST_DAY + timedelta(days=day)
    spans = tuple(sentences_within(text, 0, len(text)))
    chain = Chain(own=source or f"source {article}")
    return StoryReport(article, article, chain, text, spans, published)


def proposals(*texts: str, days: tuple[float, ...] = ()) -> list[PossibleContradiction]:
    """Return what is proposed between reports with these texts."""
    reports = []
    for number, text in enumerate(texts):
        day = days[number] if days else None
        reports.append(report(text, number + 1, day=day))
    return possible_contradictions(reports)


def slots(*texts: str, days: tuple[float, ...] = ()) -> list[tuple[str, str, str]]:
    """Return (aspect, slot, slot) of each proposal. For an update its relation
    stands in place of the aspect.
    """
    named = []
    for proposal, one, other in [(p, *_slots(p, texts)) for p in proposals(*texts, days=days)]:
        name = proposal.aspect if proposal.relation == "contradicts" else proposal.relation
        named.append((str(name), one, other))
    return named


def _slots(proposal: PossibleContradiction, texts: tuple[str, ...]) -> tuple[str, str]:
    one, other = proposal.one, proposal.other
    return (
        texts[one.article - 1][one.slot.start : one.slot.end],
        texts[other.article - 1][other.slot.start : other.slot.end],
    )
