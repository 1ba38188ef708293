"""Do the slow work of an import before its transaction begins.

On SQLite all other writers wait for the end of a transaction, so the transaction should only store results.
The work before it is optional: a result that is missing or no longer valid is computed inside the
transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsroom.actions.imports.import_requests import ImportRequest, Preparation
from newsroom.models import Article, Revision
from newsroom.queries.known_articles import has_same_content, known_article
from newsroom.search.entries import put_ahead
from newsroom.signals import ExpectedRevision, revisions_expected
from newsroom.text.analysis import LONG
from newsroom.text.language.indexing.index_entries import IndexEntries, entries_of


def with_preparation(request: ImportRequest, *, article: Article | None = None) -> ImportRequest:
    """Return a copy of `request` with the results of the slow work in `preparation`.

    Call this outside any transaction. `article` is the article of the source, if known. A source that equals
    the current revision is returned without preparation, if it is long or `article` is given. Raises
    `Invalid` if the source states an address that is not a web address.
    """
    (prepared,) = with_preparations([request], article=article)
    return prepared


def with_preparations(
    requests: Sequence[ImportRequest], *, article: Article | None = None
) -> list[ImportRequest]:
    """Do the slow work for each request, and return the requests with the results in `preparation`, in order.

    Call this outside any transaction. `article` is the article of all sources, if known. A source that equals
    the current revision of its article is returned without preparation, if it is long or `article` is given.
    Without `article`, raises `Invalid` if a long source must be found by its address, and that is not a web
    address.
    """
    expected: dict[int, ExpectedRevision] = {}
    for position, request in enumerate(requests):
        previous = _revision_before(request, article)
        if previous is None or not has_same_content(previous, request.prepared):
            expected[position] = ExpectedRevision(
                document=request.prepared.document,
                previous=previous.pk if previous else None,
                byline=request.metadata.byline,
                credit=request.metadata.credit,
                language=request.metadata.language,
                analysis=request.analysis,
            )
    if not expected:
        return list(requests)

    prepared = list(requests)
    preparations = _preparations(list(expected.values()))
    for position, preparation in zip(expected, preparations, strict=True):
        prepared[position] = replace(requests[position], preparation=preparation)
    return prepared


def preparation_of(expected: ExpectedRevision) -> Preparation:
    """Return the results of the slow work for one expected revision. Call this outside any transaction."""
    (preparation,) = _preparations([expected])
    return preparation


def _revision_before(request: ImportRequest, article: Article | None) -> Revision | None:
    """Return the current revision of the article that the source belongs to.

    Returns None if no article is known. Without `article`, the article is looked for only if the text is long
    (`LONG`), because the preparation of a short one is quick.
    """
    if article is None and len(request.prepared.document.text) < LONG:
        return None
    stored_article = article or known_article(request.prepared, request.details.external_id)
    return stored_article.current if stored_article else None


def _preparations(expected: Sequence[ExpectedRevision]) -> list[Preparation]:
    """Return, for each expected revision, its index entries and the results of the receivers of
    `revisions_expected`.
    """
    sent: list[tuple[Any, Any]] = revisions_expected.send(Revision, expected=expected)
    by_listener = [answers for _, answers in sent]
    preparations = []
    for place, revision in enumerate(expected):
        answers = tuple(answers[place] for answers in by_listener)
        preparations.append(Preparation(put_ahead(_entries(revision)), answers))
    return preparations


def _entries(expected: ExpectedRevision) -> IndexEntries:
    if expected.analysis is not None:
        return expected.analysis.entries
    return entries_of(expected.document, expected.language)
