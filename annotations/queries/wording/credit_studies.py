"""Find the outlets and agencies that a text credits, before the text is imported."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.logic.sources.crediting.article_credits import credited_origins
from annotations.logic.sources.crediting.credit_phrases import ArticleCredit
from annotations.logic.sources.outlet_names import OutletNames
from annotations.queries.counting.nearby_outlets import MOST_OUTLETS
from newsroom.models import Outlet, Revision
from newsroom.signals import ExpectedRevision
from newsroom.text.model import Document


@dataclass(frozen=True, slots=True)
class CreditStudy:
    """The sources that a text credits, found in its `document`, its `byline` and its line of `credit`.

    The outlet of the text is not known yet, so it can be among the sources.
    """

    document: Document
    byline: str
    credit: str
    sources: tuple[ArticleCredit, ...]

    def is_of(self, revision: Revision) -> bool:
        """Return whether the study was made from the text and the lines of `revision`."""
        lines = (self.byline, self.credit)
        return lines == (revision.byline, revision.credit) and self.document == revision.document


def credit_studies(texts: Sequence[ExpectedRevision | Revision]) -> list[CreditStudy]:
    """Return a study of each text, in the same order. This needs one query."""
    names = _names()
    return [_study(text, names) for text in texts]


def credit_study_of(revision: Revision) -> CreditStudy:
    """Return the study of a stored revision. This needs one query."""
    return _study(revision, _names())


def _study(text: ExpectedRevision | Revision, names: OutletNames) -> CreditStudy:
    document = text.document
    sources = credited_origins(document, names, byline=text.byline, credit=text.credit)
    return CreditStudy(document, text.byline, text.credit, tuple(sources))


def _names() -> OutletNames:
    """Return the names to search for: agencies, known outlets, and the `MOST_OUTLETS` newest outlets of this
    desk.
    """
    newest = Outlet.objects.order_by("-pk").values_list("name", flat=True)
    return OutletNames(newest[:MOST_OUTLETS])
