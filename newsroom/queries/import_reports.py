"""Report the result of each item of an import, with remarks on the article of the item."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from newsroom.models import ImportItem
from newsroom.queries.proposals import StoryProposal, proposals_for
from newsroom.signals import articles_reported
from newsroom.trouble.containing import contained_parts

#: The remark on an article for which remarks or a proposal could not be computed.
UNKNOWN = (
    "Whether other articles say the same, or which story this fits, could not be found out. "
    "Why is in the log of the server."
)
#: How many of the reported articles are compared with stories.
MOST_PROPOSALS = 20


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about an imported article, for the person who imported it.

    `article` is the id of the article. `href` is the address of the page on which the person can decide about
    the remark, or empty if there is nothing to decide.
    """

    article: int
    sentence: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One item in the report of an import.

    `remarks` are the remarks on its article. `proposed` is the story that the article seems to be part of, or
    None.
    """

    item: ImportItem
    remarks: tuple[Remark, ...] = ()
    proposed: StoryProposal | None = None


def report_lines(items: Collection[ImportItem]) -> list[ReportLine]:
    """Return one line of the report for each of `items`, in order.

    If remarks or a proposal cannot be computed for an article, a remark says so. Only the first
    `MOST_PROPOSALS` articles get a proposal.
    """
    articles = [item.revision.article_id for item in items if item.revision]
    remarks, without_remarks = contained_parts(_remarks, articles)
    proposed, without_proposal = contained_parts(_proposals, articles)
    for article in {*without_remarks, *without_proposal}:
        remark = Remark(article, UNKNOWN)
        remarks.setdefault(article, []).append(remark)

    lines = []
    for item in items:
        if item.revision is None:
            lines.append(ReportLine(item))
            continue
        article = item.revision.article_id
        lines.append(ReportLine(item, tuple(remarks.get(article, ())), proposed.get(article)))
    return lines


def _proposals(articles: list[int]) -> dict[int, StoryProposal]:
    return proposals_for(articles, most=MOST_PROPOSALS)


def _remarks(articles: list[int]) -> dict[int, list[Remark]]:
    """Return the remarks of all receivers of `articles_reported`, as {article id: remarks}.

    `articles` are ids. Articles without remarks are left out.
    """
    if not articles:
        return {}
    remarks: dict[int, list[Remark]] = {}
    answers: list[tuple[Any, Any]] = articles_reported.send(ImportItem, articles=articles)
    for _, answer in answers:
        for remark in answer:
            remarks.setdefault(remark.article, []).append(remark)
    return remarks
