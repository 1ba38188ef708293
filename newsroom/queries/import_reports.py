"""What became of each item of an import, and what else its importer should know of the article."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from newsroom.models import ImportItem
from newsroom.queries.proposals import StoryProposal, proposals_for
from newsroom.signals import articles_reported

#: How many of the reported articles are compared with the stories they could be part of.
MOST_PROPOSALS = 20


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that whoever imported an article should know of it, and the address where it is decided."""

    article: int
    sentence: str
    href: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One item of a report, with the remarks on its article and the story it seems to be part of."""

    item: ImportItem
    remarks: tuple[Remark, ...] = ()
    proposed: StoryProposal | None = None


def report_lines(items: Collection[ImportItem]) -> list[ReportLine]:
    """Report on each of `items`, in their order."""
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
    """Ask those who listen what they have to say of each of `articles` (ids)."""
    if not articles:
        return {}
    remarks: dict[int, list[Remark]] = {}
    answers: list[tuple[Any, Any]] = articles_reported.send(ImportItem, articles=articles)
    for _, answer in answers:
        for remark in answer:
            remarks.setdefault(remark.article, []).append(remark)
    return remarks
