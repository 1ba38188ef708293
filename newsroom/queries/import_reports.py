"""Report the result of each item of an import, with remarks on its article."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from newsroom.models import ImportItem
from newsroom.queries.proposals import StoryProposal, proposals_for
from newsroom.signals import articles_reported

#: How many of the reported articles are compared with stories.
MOST_PROPOSALS = 20


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about an imported article for its importer, with the address of the page where it is
    decided.
    """

    article: int
    sentence: str
    href: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One item of a report, with the remarks on its article and the story that it seems to be part of."""

    item: ImportItem
    remarks: tuple[Remark, ...] = ()
    proposed: StoryProposal | None = None


def report_lines(items: Collection[ImportItem]) -> list[ReportLine]:
    """Return one line for each of `items`, in their order."""
    articles = [item.revision.article_id for item in items if item.revision]
    remarks = _remarks(articles)
    proposed = proposals_for(articles, most=MOST_PROPOSALS)

    lines = []
    for item in items:
        if item.revision is None:
            lines.append(ReportLine(item))
            continue
        article = item.revision.article_id
        lines.append(ReportLine(item, tuple(remarks.get(article, ())), proposed.get(article)))
    return lines


def _remarks(articles: list[int]) -> dict[int, list[Remark]]:
    """Return the remarks of all receivers of the signal on `articles` (ids), as {article id: remarks}."""
    if not articles:
        return {}
    remarks: dict[int, list[Remark]] = {}
    answers: list[tuple[Any, Any]] = articles_reported.send(ImportItem, articles=articles)
    for _, answer in answers:
        for remark in answer:
            remarks.setdefault(remark.article, []).append(remark)
    return remarks
