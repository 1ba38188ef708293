"""Do the slow work of an import before its transaction begins.

On SQLite all other writers wait for the end of a transaction, so the transaction only stores what was
computed here. This work is optional: if a result is missing or no longer valid when the transaction begins,
it is computed there.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsroom.actions.imports.import_requests import ImportRequest, Preparation
from newsroom.models import Article, Revision
from newsroom.queries.known_articles import has_same_content, known_article
from newsroom.search.entries import entries_of, put_ahead
from newsroom.signals import ExpectedRevision, revisions_expected

#: A text of at least so many characters is compared with the revision before it before the transaction.
LONG = 50_000


def with_preparation(request: ImportRequest, *, article: Article | None = None) -> ImportRequest:
    """Return the request prepared as by `with_preparations`.

    `article` is the article of the source, if known.

    Raises `Invalid` if the source states an address that is not a web address.
    """
    (prepared,) = with_preparations([request], article=article)
    return prepared


def with_preparations(
    requests: Sequence[ImportRequest], *, article: Article | None = None
) -> list[ImportRequest]:
    """Return the requests with the results of the slow work for each. Call this outside any transaction.

    Long texts that are unchanged are not prepared. Raises the errors of `with_preparation`.
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
            )
    if not expected:
        return list(requests)

    prepared = list(requests)
    preparations = _preparations(list(expected.values()))
    for position, preparation in zip(expected, preparations, strict=True):
        prepared[position] = replace(requests[position], preparation=preparation)
    return prepared


def preparation_of(expected: ExpectedRevision) -> Preparation:
    """Return what could be worked out for one revision. Call this outside any transaction."""
    (preparation,) = _preparations([expected])
    return preparation


def _revision_before(request: ImportRequest, article: Article | None) -> Revision | None:
    """Return the revision that a long text would follow, or None for a short text or a new article."""
    if len(request.prepared.document.text) < LONG:
        return None
    known = article or known_article(request.prepared, request.given.external_id)
    return known.current if known else None


def _preparations(expected: Sequence[ExpectedRevision]) -> list[Preparation]:
    """Return the preparation of each expected revision, with the results of the receivers."""
    sent: list[tuple[Any, Any]] = revisions_expected.send(Revision, expected=expected)
    by_listener = [answers for _, answers in sent]
    preparations = []
    for place, revision in enumerate(expected):
        entries = put_ahead(entries_of(revision.document))
        answers = tuple(answers[place] for answers in by_listener)
        preparations.append(Preparation(entries, answers))
    return preparations
