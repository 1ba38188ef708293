"""Working out what takes long before the transaction of an import begins.

On SQLite everybody else who writes waits for the end of a transaction. So within it an import only stores
what was worked out here. Nobody relies on this work: whatever is missing, or does not hold any more when the
transaction begins, is worked out there.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsroom.actions.imports.import_requests import ImportRequest, Preparation
from newsroom.models import Article, Revision
from newsroom.queries.known_articles import known_article, says_the_same
from newsroom.search.entries import entries_of, put_ahead
from newsroom.signals import ExpectedRevision, revisions_expected

#: Characters from which on a text is compared with the revision before it ahead of the transaction.
LONG = 50_000


def with_preparation(request: ImportRequest, *, article: Article | None = None) -> ImportRequest:
    """Return the request prepared as `with_preparations` does. `article` is the one it belongs to, if known.

    Raises `Invalid` if the source states an address that is none.
    """
    (prepared,) = with_preparations([request], article=article)
    return prepared


def with_preparations(
    requests: Sequence[ImportRequest], *, article: Article | None = None
) -> list[ImportRequest]:
    """Return the requests with what could be worked out for each. Call this outside any transaction.

    Long texts that bring nothing new are left as they are. Raises what `with_preparation` raises.
    """
    expected: dict[int, ExpectedRevision] = {}
    for position, request in enumerate(requests):
        previous = _revision_before(request, article)
        if previous is None or not says_the_same(previous, request.prepared):
            previous_id = previous.pk if previous else None
            expected[position] = ExpectedRevision(request.prepared.document, previous_id)
    if not expected:
        return list(requests)

    answers = _answers(list(expected.values()))
    prepared = list(requests)
    for (position, revision), own_answers in zip(expected.items(), answers, strict=True):
        entries = put_ahead(entries_of(revision.document))
        preparation = Preparation(entries, own_answers)
        prepared[position] = replace(requests[position], preparation=preparation)
    return prepared


def _revision_before(request: ImportRequest, article: Article | None) -> Revision | None:
    """Return the revision that a long text would follow, None for a short text and a new article."""
    if len(request.prepared.document.text) < LONG:
        return None
    known = article or known_article(request.prepared, request.given.external_id)
    return known.current if known else None


def _answers(expected: Sequence[ExpectedRevision]) -> list[tuple[object, ...]]:
    """Return for each expected revision what the listeners worked out for it."""
    sent: list[tuple[Any, Any]] = revisions_expected.send(Revision, expected=expected)
    by_listener = [answers for _, answers in sent]
    return [tuple(answers[place] for answers in by_listener) for place in range(len(expected))]
