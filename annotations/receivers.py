"""Define the receivers of signals from `newsroom`: what this package does when articles are imported or
shown.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from annotations.actions.copying import Imported, index_imported_texts
from annotations.actions.crediting import propose_credited_origins
from annotations.actions.passages.reanchoring import reanchor
from annotations.logic.sources.wordings import wording_of
from annotations.queries.origins import remarks_on
from annotations.queries.reviewing import passages_in
from annotations.queries.wording.credit_studies import CreditStudy, credit_studies
from annotations.queries.wording.text_studies import TextStudy, studies
from newsroom.models import Revision, User
from newsroom.queries.import_reports import Remark
from newsroom.queries.revisions import MarkedPassage
from newsroom.signals import ExpectedRevision
from newsroom.text.analysis import Examiner
from newsroom.text.changes.offsets import OffsetMap

Answer = TypeVar("Answer")


def examine_wording(**_: Any) -> Examiner:
    """Return the function that finds the wording of a text. The reader process calls it for each text."""
    return wording_of


def study_texts(expected: Sequence[ExpectedRevision], **_: Any) -> list[TextStudy]:
    """Return a study of each text, in order, before the transaction that imports the texts begins.

    Studying texts takes a long time, and the transaction should be short.
    """
    return studies(expected)


def place_highlights(
    imported: Sequence[Imported],
    by: User,
    ahead: Sequence[tuple[object, ...]],
    **_: Any,
) -> None:
    """Place the highlights of articles in their new revisions, within the transaction of the import.

    `ahead` holds for each text the results that all receivers returned before the transaction; the study of
    the text is one of them.
    """
    for (revision, previous), study in zip(imported, _answers_of(TextStudy, ahead), strict=True):
        # A new article has no highlights yet.
        if previous is None:
            continue
        offset_maps: Mapping[int, OffsetMap] = {}
        # A study that was made before the transaction may be of another text.
        if study and study.document.text == revision.text:
            offset_maps = study.offset_maps
        reanchor(revision, offset_maps, by=by)


def find_copies(
    imported: Sequence[Imported],
    by: User,
    ahead: Sequence[tuple[object, ...]],
    **_: Any,
) -> None:
    """Update the index of shared wording and propose origins, within the transaction of the import.

    `ahead` holds for each text the results that all receivers returned before the transaction; the study of
    the text is one of them.
    """
    index_imported_texts(imported, _answers_of(TextStudy, ahead), by=by)


def read_credits(expected: Sequence[ExpectedRevision], **_: Any) -> list[CreditStudy]:
    """Return a study of the sources that each text credits, in order, before the transaction of the import
    begins.
    """
    return credit_studies(expected)


def find_credits(
    imported: Sequence[Imported],
    by: User,
    ahead: Sequence[tuple[object, ...]],
    **_: Any,
) -> None:
    """Propose the sources that articles credit as origins, within the transaction of the import.

    `ahead` holds for each text the results that all receivers returned before the transaction; the study of
    its credits is one of them.
    """
    propose_credited_origins(imported, _answers_of(CreditStudy, ahead), by=by)


def _answers_of(kind: type[Answer], ahead: Sequence[tuple[object, ...]]) -> list[Answer | None]:
    """Return the answer of this kind that was given about each text, or None where there is none."""
    known = []
    for answers in ahead:
        fitting = (answer for answer in answers if isinstance(answer, kind))
        known.append(next(fitting, None))
    return known


def remark_on_origins(articles: list[int], **_: Any) -> list[Remark]:
    """Return remarks on imported articles (ids): on each origin that an article shares with others, and each
    source it credits.
    """
    return remarks_on(articles)


def list_passages(revision: Revision, **_: Any) -> list[MarkedPassage]:
    """Return the highlights that have or had a place in a revision, in reading order, without withdrawn
    ones.
    """
    return passages_in(revision)
